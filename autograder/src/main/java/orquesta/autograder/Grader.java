package orquesta.autograder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.exercise.TryLog;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.report.TestReport;
import orquesta.autograder.report.TestRun;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;

/** Grading in a notebook: {@code Grader.check("E12")}. What it says is a value, so the cell shows it. */
public final class Grader {
    private static final int TRIES = 3;

    private Grader() {}

    /** Grades the answer in the exercise's folder, as {@code ./kit grade} does; the method of a cell is laid there first. */
    public static Feedback check(String exercise) {
        Workplace workplace = Workplace.here();
        LocalGrading grading = new LocalGrading(workplace);
        try {
            ExerciseFolder folder = workplace.exercises().find(exercise);
            CellAnswer.lay(folder, ExerciseReader.read(folder));
            GradeResult result = grading.grade(exercise);
            List<String> lines = grading.lines(result, Frontend.NOTEBOOK);
            return new Feedback(String.join("\n", lines), HtmlReport.part(result, lines, Language.current()));
        } catch (IOException | UncheckedIOException e) {
            throw new UserException(exercise, "grade.io", e.toString());
        }
    }

    /** Runs the tests of the exercise's folder {@code test} on the answer, as {@code ./kit grade E12 --tests} does: no points. */
    public static Feedback tests(String exercise) {
        try {
            TestRun run = new LocalTests(Workplace.here()).run(exercise);
            List<String> lines = TestReport.lines(run, Language.current(), Frontend.NOTEBOOK);
            return new Feedback(String.join("\n", lines), HtmlReport.part(lines));
        } catch (UncheckedIOException e) {
            throw new UserException(exercise, "grade.io", e.toString());
        }
    }

    /** The next hint. */
    public static Advice hint(String exercise) {
        return new Hints(Workplace.here(), exercise, Frontend.NOTEBOOK).read();
    }

    /** One hint, as often as wanted. */
    public static Advice hint(String exercise, int number) {
        return new Hints(Workplace.here(), exercise, Frontend.NOTEBOOK).read(number);
    }

    /** The solution, where it is there, after passing or three different tries; else the last hint. */
    public static Advice solution(String exercise) {
        Workplace workplace = Workplace.here();
        ExerciseFolder folder = workplace.exercises().find(exercise);
        TryLog log = new TryLog(workplace.cache());
        int tries = log.tries(folder.name());
        boolean there = Files.isDirectory(folder.solution());
        if (there && (log.passed(folder.name()) || tries >= TRIES)) {
            return solved(workplace, folder);
        }
        Message why = there ? Message.of("solution.later", tries) : Message.of("solution.not_released");
        return new Hints(workplace, exercise, Frontend.NOTEBOOK).last(why);
    }

    /** What stands for a value that the data of the kit decides is shown as that value. */
    private static Advice solved(Workplace workplace, ExerciseFolder folder) {
        ExerciseKind kind = ExerciseReader.read(folder).kind();
        String text =
                String.join("\n", ExerciseFolder.sources(folder.solution()).values());
        try {
            Map<String, String> values =
                    kind == ExerciseKind.ANSWERS ? new LocalGrading(workplace).answers(folder) : Map.of();
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return Advice.code(text, kind.extension().substring(1));
        } catch (IOException e) {
            throw new UserException(folder.name(), "grade.io", e.toString());
        }
    }
}
