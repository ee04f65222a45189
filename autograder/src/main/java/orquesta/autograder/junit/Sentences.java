package orquesta.autograder.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGenerator;

/** The name of a test read as a sentence: {@code drops_a_sale} and {@code dropsASale} are both "drops a sale". */
public final class Sentences extends DisplayNameGenerator.Simple {
    @Override
    public String generateDisplayNameForNestedClass(List<Class<?>> enclosing, Class<?> nested) {
        return sentence(nested.getSimpleName());
    }

    @Override
    public String generateDisplayNameForMethod(List<Class<?>> enclosing, Class<?> type, Method method) {
        return sentence(method.getName());
    }

    private static String sentence(String name) {
        String words = name.replace('_', ' ').strip();
        if (!words.contains(" ")) {
            words = words.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ")
                    .toLowerCase(Locale.ROOT);
        }
        return words.isEmpty() ? name : words;
    }
}
