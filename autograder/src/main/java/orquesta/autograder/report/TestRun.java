package orquesta.autograder.report;

import java.util.List;
import orquesta.autograder.evidence.TestStory;
import orquesta.autograder.evidence.TestStory.Failed;
import orquesta.autograder.evidence.TestStory.NotRun;
import orquesta.autograder.evidence.TestStory.Passed;
import orquesta.autograder.evidence.TestStory.Stopped;
import orquesta.autograder.evidence.TestStory.Test;
import orquesta.autograder.exercise.Exercise;
import orquesta.text.Message;

/**
 * One run of the tests that a student sees: it gives no points.
 *
 * @param problems why they could not be run, if so
 */
public record TestRun(Exercise exercise, TestSources sources, List<Message> problems, TestStory story) {
    private static final int FAILED = 1;
    private static final int NOT_RUN = 2;

    public TestRun {
        problems = List.copyOf(problems);
    }

    public static TestRun impossible(Exercise exercise, TestSources sources, List<Message> problems) {
        return new TestRun(exercise, sources, problems, TestStory.NONE);
    }

    /** In the order of the sources. */
    List<Test> tests() {
        return story.tests().stream().sorted(sources.inOrder()).toList();
    }

    /** A test that passed; one that was skipped did not. */
    static boolean passed(Test test) {
        return test.fate() instanceof Passed;
    }

    static boolean failed(Test test) {
        return test.fate() instanceof Failed || test.fate() instanceof Stopped;
    }

    /** The exit code: 0 if none failed, 1 if one did or was not reached, 2 if none was run. */
    public int exit() {
        boolean open = story.tests().stream().anyMatch(test -> failed(test) || test.fate() instanceof NotRun);
        if (problems.isEmpty() && open) {
            return FAILED;
        }
        boolean ran = story.tests().stream().anyMatch(TestRun::passed);
        return problems.isEmpty() && ran ? 0 : NOT_RUN;
    }
}
