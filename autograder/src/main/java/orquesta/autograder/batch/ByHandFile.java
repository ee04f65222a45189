package orquesta.autograder.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import orquesta.autograder.report.Student;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Nearest;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * Marks that a teacher gives by hand, and penalties: {@code by-hand.csv} beside the reports. It is a teacher's file, and
 * is only read: so it outlives every grading.
 */
public final class ByHandFile {
    /** What the file is called. */
    public static final String NAME = "by-hand.csv";

    static final ByHandFile NONE = new ByHandFile(List.of());

    /** In the place of a name: everybody whom the learning platform calls late. */
    private static final String LATE = "(late)";

    private final List<ByHandLine> lines;

    private ByHandFile(List<ByHandLine> lines) {
        this.lines = lines;
    }

    /** The one of a folder; all mistakes in it at once, by line. */
    public static ByHandFile of(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return NONE;
        }
        List<Problem> problems = new ArrayList<>();
        List<ByHandLine> lines = ByHandLine.all(CsvLines.of(Files.readAllBytes(file)), problems);
        Map<String, Integer> seen = new HashMap<>();
        for (ByHandLine line : lines) {
            Integer before = seen.putIfAbsent(line.name() + "\n" + line.exercise(), line.number());
            if (before != null) {
                problems.add(line.problem("byhand.twice", before));
            }
        }
        refuse(problems);
        return new ByHandFile(lines);
    }

    /**
     * Refuses lines that speak of nobody, of no exercise, or give more than there is.
     *
     * @param points of each exercise
     */
    public void requireKnown(Collection<String> submissions, Map<String, Double> points) {
        Set<String> names = new TreeSet<>(submissions);
        submissions.forEach(each -> names.add(Student.of(each).name()));
        names.add(LATE);
        List<Problem> problems = new ArrayList<>();
        for (ByHandLine line : lines) {
            if (!names.contains(line.name())) {
                problems.add(line.problem("byhand.name", line.name(), Nearest.clue(line.name(), names)));
            }
            if (!line.exercise().isEmpty() && !points.containsKey(line.exercise())) {
                problems.add(line.problem(
                        "byhand.exercise", line.exercise(), Nearest.clue(line.exercise(), points.keySet())));
            }
            double most = line.exercise().isEmpty()
                    ? points.values().stream().mapToDouble(each -> each).max().orElse(0)
                    : points.getOrDefault(line.exercise(), Double.MAX_VALUE);
            if (line.mark() != null && line.mark().doubleValue() > most) {
                problems.add(line.problem("byhand.most", line.mark().toPlainString(), BigDecimal.valueOf(most)));
            }
        }
        refuse(problems);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }

    /** The same results, with what was decided of some of them. */
    List<GradeResult> applied(List<GradeResult> results) {
        return results.stream().map(this::applied).toList();
    }

    private GradeResult applied(GradeResult result) {
        List<ByHandLine> these =
                lines.stream().filter(line -> isAbout(line, result)).toList();
        if (these.isEmpty() || !(result.hasMark() || these.stream().anyMatch(line -> line.mark() != null))) {
            return result;
        }
        BigDecimal mark = BigDecimal.valueOf(result.score());
        for (ByHandLine line : these) {
            mark = line.mark() == null ? mark : line.mark();
        }
        BigDecimal whole = mark;
        List<String> reasons = new ArrayList<>();
        for (ByHandLine line : these) {
            mark = mark.subtract(line.penaltyOf(whole));
            if (!line.why().isEmpty()) {
                reasons.add(line.why());
            }
        }
        BigDecimal rounded = mark.max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP);
        return result.decided(new GradeResult.ByHand(rounded.doubleValue(), String.join(" · ", reasons)));
    }

    private static boolean isAbout(ByHandLine line, GradeResult result) {
        Student student = Student.of(result);
        boolean named = line.name().equals(result.subject().submission())
                || line.name().equals(student.name())
                || (line.name().equals(LATE) && student.late());
        return named
                && (line.exercise().isEmpty()
                        || line.exercise().equals(result.subject().exercise()));
    }
}
