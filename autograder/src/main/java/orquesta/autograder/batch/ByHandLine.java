package orquesta.autograder.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.text.Problem;

/**
 * One line of {@link ByHandFile}.
 *
 * @param number of the line, from 1
 * @param exercise empty for all
 * @param mark in the place of the score; null where only something is taken off
 * @param penalty in points, or a share of the mark where {@code percent}; 0 for none
 */
record ByHandLine(
        int number,
        String name,
        String exercise,
        @Nullable BigDecimal mark,
        BigDecimal penalty,
        boolean percent,
        String why) {
    private static final List<String> HEAD = List.of("name", "exercise", "mark", "penalty", "why");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The lines below the head; what is wrong with them goes to {@code problems}. */
    static List<ByHandLine> all(List<List<String>> rows, List<Problem> problems) {
        List<ByHandLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<String> cells = rows.get(i);
            if (i == 0) {
                if (!cells.equals(HEAD)) {
                    problems.add(at(1, "byhand.head", String.join(",", HEAD), String.join(",", cells)));
                    return lines;
                }
            } else if (cells.size() != HEAD.size()) {
                problems.add(at(i + 1, "byhand.cells", cells.size(), HEAD.size()));
            } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                read(i + 1, cells, problems).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static Optional<ByHandLine> read(int number, List<String> cells, List<Problem> problems) {
        int before = problems.size();
        String penalty = cells.get(3);
        boolean percent = penalty.endsWith("%");
        @Nullable BigDecimal mark = number(cells.get(2));
        @Nullable BigDecimal off = number(percent ? penalty.substring(0, penalty.length() - 1) : penalty);
        if (mark == null && !cells.get(2).isEmpty()) {
            problems.add(at(number, "byhand.mark", cells.get(2)));
        }
        if (!penalty.isEmpty() && (off == null || (percent && off.compareTo(HUNDRED) > 0))) {
            problems.add(at(number, "byhand.penalty", penalty));
        }
        if (cells.get(2).isEmpty() && penalty.isEmpty()) {
            problems.add(at(number, "byhand.nothing"));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        BigDecimal taken = off == null ? BigDecimal.ZERO : off;
        return Optional.of(new ByHandLine(number, cells.get(0), cells.get(1), mark, taken, percent, cells.get(4)));
    }

    /** With a point or a comma, 0 or more; null for anything else. */
    private static @Nullable BigDecimal number(String text) {
        return text.matches("\\d{1,6}([.,]\\d{1,4})?") ? new BigDecimal(text.replace(',', '.')) : null;
    }

    BigDecimal penaltyOf(BigDecimal whole) {
        return percent ? whole.multiply(penalty).divide(HUNDRED) : penalty;
    }

    Problem problem(String key, @Nullable Object... args) {
        return at(number, key, args);
    }

    private static Problem at(int number, String key, @Nullable Object... args) {
        return Problem.at(ByHandFile.NAME + ":" + number, key, args);
    }
}
