package orquesta.notebook;

import java.lang.instrument.Instrumentation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receives from the JVM, at its start ({@code -javaagent}), the right to change loaded classes in place. */
public final class Agent {
    // The JVM calls premain before there is any object of ours to hand this to.
    private static volatile @Nullable Instrumentation instrumentation;

    private Agent() {}

    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** Empty where the JVM was started without the agent. */
    static Optional<Instrumentation> instrumentation() {
        return Optional.ofNullable(instrumentation);
    }
}
