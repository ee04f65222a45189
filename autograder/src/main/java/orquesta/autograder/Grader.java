package orquesta.autograder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.HintLog;
import orquesta.autograder.exercise.TryLog;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;

/** Grading in a notebook: {@code Grader.check("E12")}. What it says is a value, so the cell shows it. */
public final class Grader {
    private static final int TRIES = 3;

    private Grader() {}

    /** Grades the answer in the exercise's folder, as {@code ./kit grade} does. */
    public static Feedback check(String exercise) {
        return check(exercise, Workplace.here());
    }

    /** The next hint. */
    public static Feedback hint(String exercise) {
        Workplace workplace = Workplace.here();
        ExerciseFolder folder = workplace.exercises().find(exercise);
        int read = new HintLog(workplace.cache()).read(folder.name());
        return hint(
                exercise, Math.min(read + 1, folder.hints(Language.current()).size()));
    }

    /** One hint, as often as wanted. */
    public static Feedback hint(String exercise, int number) {
        Workplace workplace = Workplace.here();
        return Feedback.of(hintLines(workplace, workplace.exercises().find(exercise), number));
    }

    /** The solution, where it is there, after passing or three different tries; else the last hint. */
    public static Feedback solution(String exercise) {
        return solution(exercise, Workplace.here());
    }

    static Feedback check(String exercise, Workplace workplace) {
        LocalGrading grading = new LocalGrading(workplace);
        try {
            GradeResult result = grading.grade(exercise);
            List<String> lines = grading.lines(result);
            return new Feedback(String.join("\n", lines), HtmlReport.part(result, lines, Language.current()));
        } catch (IOException | UncheckedIOException e) {
            throw new UserException(exercise, "grade.io", e.toString());
        }
    }

    static Feedback solution(String exercise, Workplace workplace) {
        ExerciseFolder folder = workplace.exercises().find(exercise);
        TryLog log = new TryLog(workplace.cache());
        int tries = log.tries(folder.name());
        boolean there = Files.isDirectory(folder.solution());
        if (there && (log.passed(folder.name()) || tries >= TRIES)) {
            return Feedback.of(
                    List.copyOf(ExerciseFolder.sources(folder.solution()).values()));
        }
        List<String> lines = new ArrayList<>();
        lines.add((there ? Message.of("solution.later", tries) : Message.of("solution.not_released")).toString());
        lines.addAll(
                hintLines(workplace, folder, folder.hints(Language.current()).size()));
        return Feedback.of(lines);
    }

    /** A hint with its head; remembers that it was read. */
    public static List<String> hintLines(Workplace workplace, ExerciseFolder folder, int number) {
        List<String> hints = folder.hints(Language.current());
        if (hints.isEmpty()) {
            throw new UserException(folder.name(), "hint.none");
        }
        if (number < 1 || number > hints.size()) {
            throw new UserException(folder.name(), "hint.number", number, hints.size());
        }
        new HintLog(workplace.cache()).wasRead(folder.name(), number);
        String head =
                Message.of("hint.head", folder.name(), number, hints.size()).toString();
        return List.of(head, "", hints.get(number - 1));
    }
}
