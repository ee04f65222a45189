package orquesta.autograder.judge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.evidence.TestStory;
import orquesta.autograder.evidence.TestStory.Failed;
import orquesta.autograder.evidence.TestStory.Method;
import orquesta.autograder.evidence.TestStory.Passed;
import orquesta.autograder.evidence.TestStory.Stopped;
import orquesta.autograder.evidence.TestStory.Test;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.text.Message;

/**
 * Judges checks that are tests of the author's. A check passes only if its test was found, all that was told of it is
 * that it passed, and nothing that was told by the child was unbelievable.
 */
public final class TestJudge {
    /** What the JVM throws where classes that were compiled apart do not fit together. */
    private static final Set<String> MISSING = Set.of(
            "NoSuchMethodError",
            "NoSuchFieldError",
            "NoClassDefFoundError",
            "IncompatibleClassChangeError",
            "IllegalAccessError",
            "AbstractMethodError");

    private final Exercise exercise;
    private final TestStory story;
    private final Set<String> testFiles;

    public TestJudge(Exercise exercise, TestStory story) {
        this.exercise = exercise;
        this.story = story;
        this.testFiles = story.methods().stream()
                .map(method -> method.type().replaceFirst(".*\\.", "").replaceFirst("\\$.*", "") + ".java")
                .collect(Collectors.toSet());
    }

    /** Empty if the check passed. */
    public Optional<Difference> difference(GradedCheck check) {
        if (isForged()) {
            return Optional.of(Difference.of(DifferenceKind.ENDED, Message.of("ending.broken")));
        }
        List<Test> told = story.tests().stream()
                .filter(test ->
                        test.method().filter(method -> names(check, method)).isPresent())
                .toList();
        Optional<Test> bad =
                told.stream().filter(test -> !(test.fate() instanceof Passed)).findFirst();
        if (told.isEmpty() || bad.isPresent()) {
            return Optional.of(bad.map(this::difference).orElseGet(TestJudge::absent));
        }
        return Optional.empty();
    }

    private static boolean names(GradedCheck check, Method method) {
        return (method.type() + "#" + method.name()).equals(check.test());
    }

    private boolean isForged() {
        return story.trouble().filter(end -> end.how() == Ending.BROKEN).isPresent();
    }

    private Difference difference(Test test) {
        if (test.fate() instanceof Failed failed && failed.assertion()) {
            Message what = Message.of("difference.test");
            return new Difference(DifferenceKind.TEST, what, TestFailure.said(failed), Optional.empty());
        } else if (test.fate() instanceof Failed failed) {
            return new Difference(DifferenceKind.THREW, thrown(failed), TestFailure.thrown(failed), Optional.empty());
        } else if (test.fate() instanceof Stopped stopped) {
            int seconds = exercise.within().caseSeconds();
            return Difference.of(DifferenceKind.ENDED, TestFailure.ended(stopped.end(), seconds));
        }
        return absent();
    }

    private Message thrown(Failed failed) {
        String type = failed.type().substring(failed.type().lastIndexOf('.') + 1);
        if (MISSING.contains(type)) {
            return Message.of("tests.missing");
        }
        return failed.places().stream()
                .findFirst()
                .filter(place -> !testFiles.contains(place.file()))
                .map(place -> Message.of("difference.threw", type, place))
                .orElseGet(() -> Message.of("tests.threw", type));
    }

    /** Skipped, or its turn did not come: what the answer did before is the cause. */
    private static Difference absent() {
        return Difference.of(DifferenceKind.ENDED, Message.of("tests.absent"));
    }
}
