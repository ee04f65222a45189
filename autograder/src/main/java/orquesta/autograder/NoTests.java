package orquesta.autograder;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import orquesta.autograder.evidence.TestStory;
import orquesta.autograder.report.TestSources;
import orquesta.autograder.rules.ByteCode;
import orquesta.text.Message;

/** Where JUnit finds nothing: what was looked for, and what comes nearest to it. */
final class NoTests {
    private NoTests() {}

    /** @param classes of the tests, which are read, not loaded */
    static List<Message> told(TestStory story, TestSources tests, Path classes) {
        List<Message> told = new ArrayList<>();
        told.add(Message.of("tests.none", tests.texts().size()));
        story.issues().forEach(issue -> told.add(Message.of("tests.issue", issue)));
        if (story.issues().isEmpty()) {
            nearest(classes)
                    .ifPresent(method -> told.add(
                            Message.of("tests.nearest", method.getOwner().getSimpleName(), method.getName())));
        }
        return told;
    }

    /** A method that would be a test, had it the annotation. */
    private static Optional<JavaMethod> nearest(Path classes) {
        return ByteCode.read(classes).stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && method.getRawParameterTypes().isEmpty()
                        && method.getRawReturnType().getName().equals("void")
                        && method.getAnnotations().stream().noneMatch(NoTests::isJUnits))
                .min(Comparator.comparing(JavaMethod::getFullName));
    }

    private static boolean isJUnits(JavaAnnotation<JavaMethod> annotation) {
        return annotation.getRawType().getName().startsWith("org.junit.");
    }
}
