package limpieza;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;

/** An annotation processor that a service file names: it ends the compiler that runs it. */
public final class Procesador extends AbstractProcessor {
    static {
        Runtime.getRuntime().halt(0);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return true;
    }
}
