package orquesta.autograder.judge;

import java.util.List;
import java.util.Optional;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.evidence.TestStory;
import orquesta.autograder.evidence.TestStory.Failed;
import orquesta.autograder.evidence.TestStory.Passed;
import orquesta.autograder.evidence.TestStory.Stopped;
import orquesta.autograder.evidence.TestStory.Test;
import orquesta.autograder.files.ShortTexts;
import orquesta.text.Message;

/** Judges a student's tests by what they did on versions that are right, and on planted mistakes. */
public final class SuiteJudge {
    private static final int LONGEST = 80;

    private final int seconds;

    /** @param seconds that a test may take */
    public SuiteJudge(int seconds) {
        this.seconds = seconds;
    }

    /** What is wrong on a right version: none if there is a test, and every one passed. */
    public Optional<Difference> onRight(TestStory story) {
        if (isForged(story)) {
            return Optional.of(Difference.of(DifferenceKind.ENDED, Message.of("ending.broken")));
        }
        Optional<Test> bad = story.tests().stream().filter(SuiteJudge::says).findFirst();
        if (bad.isPresent()) {
            return bad.map(this::fails);
        }
        boolean any = story.tests().stream().anyMatch(test -> test.fate() instanceof Passed);
        if (story.trouble().isPresent()) {
            Message how = TestFailure.ended(story.trouble().get(), seconds);
            return Optional.of(Difference.of(DifferenceKind.ENDED, how));
        }
        return any
                ? Optional.empty()
                : Optional.of(Difference.of(DifferenceKind.NO_TESTS, Message.of("difference.no_tests")));
    }

    /** None if at least one test fails there, or never ends. */
    public Optional<Difference> onMutant(TestStory story) {
        if (isForged(story)) {
            return Optional.of(Difference.of(DifferenceKind.ENDED, Message.of("ending.broken")));
        }
        return story.tests().stream().anyMatch(SuiteJudge::says)
                ? Optional.empty()
                : Optional.of(Difference.of(DifferenceKind.SURVIVES, Message.of("difference.survives")));
    }

    private static boolean says(Test test) {
        return test.fate() instanceof Failed || test.fate() instanceof Stopped;
    }

    private static boolean isForged(TestStory story) {
        return story.trouble().filter(end -> end.how() == Ending.BROKEN).isPresent();
    }

    private Difference fails(Test test) {
        String name = ShortTexts.cut(test.method().map(TestStory.Method::name).orElse(test.sentence()), LONGEST);
        Message what = Message.of("difference.right_fails", name.replaceAll("[\\p{Cc}\\p{Cf}]", "·"));
        List<Message> details = List.of();
        if (test.fate() instanceof Failed failed) {
            details = failed.assertion() ? TestFailure.said(failed) : TestFailure.thrown(failed);
        } else if (test.fate() instanceof Stopped stopped) {
            details = List.of(TestFailure.ended(stopped.end(), seconds));
        }
        return new Difference(DifferenceKind.RIGHT_FAILS, what, details, Optional.empty());
    }
}
