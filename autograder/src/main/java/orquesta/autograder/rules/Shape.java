package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Declaration;
import orquesta.autograder.exercise.Exercise;
import orquesta.text.Message;
import orquesta.text.Nearest;

/** Whether the class and the method that the exercise asks for are there, as it asks for them. */
public final class Shape {
    private static final String LIST = "java.util.List";
    private static final String TABLE = "Table";

    private Shape() {}

    /** What is wrong, if anything. */
    public static Optional<Message> problem(Exercise.Entry entry, JavaClasses classes) {
        if (!classes.contain(entry.type())) {
            List<String> names =
                    classes.stream().map(JavaClass::getName).sorted().toList();
            return Optional.of(Message.of("shape.no_class", entry.type(), Nearest.among(names)));
        }
        JavaClass type = classes.get(entry.type());
        List<JavaMethod> named = type.getMethods().stream()
                .filter(method -> method.getName().equals(entry.method()))
                .toList();
        if (named.isEmpty()) {
            List<String> names = type.getMethods().stream()
                    .map(JavaMethod::getName)
                    .filter(name -> !name.contains("$"))
                    .sorted()
                    .toList();
            return Optional.of(Message.of(
                    "shape.no_method",
                    entry.type(),
                    entry.method(),
                    Nearest.clue(entry.method(), names),
                    declaration(entry)));
        }
        return named.stream().anyMatch(method -> fits(method, entry))
                ? Optional.empty()
                : Optional.of(Message.of("shape.signature", entry.method(), declaration(entry), found(named.get(0))));
    }

    private static boolean fits(JavaMethod method, Exercise.Entry entry) {
        if (entry.signature().isPresent()) {
            Declaration asked = entry.signature().get();
            List<String> parameters = method.getParameterTypes().stream()
                    .map(type -> Declaration.plain(TypeText.of(type)))
                    .toList();
            return method.getModifiers().contains(JavaModifier.STATIC)
                    && Declaration.plain(TypeText.of(method.getReturnType())).equals(asked.returns())
                    && parameters.equals(asked.parameters());
        }
        return method.getModifiers().contains(JavaModifier.STATIC)
                && method.getRawReturnType().getName().equals(raw(entry.output()))
                && method.getRawParameterTypes().size() == 1
                && method.getRawParameterTypes().get(0).getName().equals(raw(entry.input()));
    }

    private static String raw(String type) {
        return type.equals(TABLE) ? "tech.tablesaw.api.Table" : LIST;
    }

    private static String declared(String type) {
        return type.equals(TABLE) ? TABLE : "List<" + simple(type) + ">";
    }

    private static String declaration(Exercise.Entry entry) {
        if (entry.declaration() != null) {
            return entry.declaration();
        }
        return "static " + declared(entry.output()) + " " + entry.method() + "(" + declared(entry.input()) + " ...)";
    }

    private static String found(JavaMethod method) {
        String parameters =
                method.getParameterTypes().stream().map(TypeText::of).collect(Collectors.joining(", "));
        return (method.getModifiers().contains(JavaModifier.STATIC) ? "static " : "")
                + TypeText.of(method.getReturnType())
                + " " + method.getName() + "(" + parameters + ")";
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
