package orquesta.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.EvalException;
import orquesta.text.Message;
import orquesta.text.UserException;

/** The code of a cell threw an exception. */
final class CellFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Pattern OTHER_COLUMN = Pattern.compile(
            "class tech\\.tablesaw\\.api\\.(\\w)(\\w*Column) cannot be cast to class tech\\.tablesaw\\.api\\.");

    private final transient EvalException thrown;
    private final transient CellLines places;

    CellFailed(EvalException thrown, CellLines places) {
        super(describe(thrown), thrown);
        this.thrown = thrown;
        this.places = places;
    }

    /**
     * What was thrown, where, and what caused it: the lines of the cells, not those of the kernel, and each place once, since a
     * method that calls itself without end stands there a thousand times. A {@link UserException}
     * is about what its reader wrote, so its sentences stand alone, with the lines that he wrote and no others.
     */
    List<String> lines() {
        return saidToTheUser() ? sentences() : trace();
    }

    private boolean saidToTheUser() {
        try {
            return UserException.class.isAssignableFrom(Class.forName(thrown.getExceptionClassName()));
        } catch (ClassNotFoundException e) {
            return false; // a class of the notebook itself
        }
    }

    private List<String> sentences() {
        List<String> lines = new ArrayList<>(
                Objects.requireNonNullElse(thrown.getMessage(), "").lines().toList());
        Arrays.stream(thrown.getStackTrace())
                .filter(CellLines::isOfACell)
                .map(this::at)
                .distinct()
                .forEach(lines::add);
        return lines;
    }

    private List<String> trace() {
        List<String> lines = new ArrayList<>();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String said = describe(each);
            lines.add(each == thrown ? said : Message.of("kernel.caused", said).toString());
            PlainReason.of(said).map(Message::toString).ifPresent(lines::add);
            columnType(said).ifPresent(lines::add);
            Arrays.stream(each.getStackTrace()).map(this::at).distinct().forEach(lines::add);
        }
        return lines;
    }

    /** How to ask for a column that is of another type. */
    private static Optional<String> columnType(String said) {
        Matcher column = OTHER_COLUMN.matcher(said);
        return column.find()
                ? Optional.of(
                        Message.of("kernel.column_type", column.group(1).toLowerCase(Locale.ROOT) + column.group(2))
                                .toString())
                : Optional.empty();
    }

    private String at(StackTraceElement frame) {
        return "    " + Message.of("kernel.at", places.place(frame));
    }

    private static String describe(Throwable thrown) {
        String type = thrown instanceof EvalException eval
                ? eval.getExceptionClassName()
                : thrown.getClass().getName();
        return thrown.getMessage() == null ? type : type + ": " + thrown.getMessage();
    }
}
