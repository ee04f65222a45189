package orquesta.relation;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Relation;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** What went wrong in a query, in words that its author knows. */
final class QueryFailure {
    /** Its number counts the lines of what we make of a query; the mark below it is right in letters of one width only. */
    private static final Pattern QUOTED_LINE = Pattern.compile("\\s*\\R\\s*LINE \\d+:\\h*(.*)\\R\\s*\\^\\s*$");

    /** Its list of options has a name and a type a line. */
    private static final Pattern NO_OPTION = Pattern.compile(
            "Invalid named parameter \"(\\w+)\" for function (\\w+)\\s+Candidates:((?:\\s+\\w+ \\S+)*)");

    /** Its own suggestion comes from tables of DuckDB that nobody here knows. */
    private static final Pattern NO_TABLE = Pattern.compile("Table with name (\\S+) does not exist!");

    /** Its own remedies are settings that nobody here can reach. */
    private static final Pattern NO_MEMORY = Pattern.compile("Out of Memory Error: .*?\\((.*?)/(.*?) used\\)");

    private QueryFailure() {}

    /**
     * A source of rows or a function of Java that failed says more than what DuckDB makes of it.
     *
     * @param source what failed in a source of rows or a function, if anything
     */
    static RuntimeException of(SQLException e, @Nullable Throwable source, Relation relation) {
        if (source instanceof RuntimeException known) {
            return known;
        }
        if (source instanceof Error error) {
            throw error;
        }
        if (source != null) {
            return new UserException("", "relation.source", source.getClass().getSimpleName(), source.getMessage());
        }
        String said = String.valueOf(e.getMessage())
                .replaceAll("(?m)^\\s+at .*\\R?", "")
                .replaceAll("(?s)^.*closed pending query result\\s*Error: ", "")
                .strip();
        Matcher option = NO_OPTION.matcher(said.replaceFirst("(?s)\\s*\\R\\s*LINE \\d+:.*", ""));
        if (option.find()) {
            List<String> options = Arrays.asList(option.group(3).strip().split("\\s+\\S+\\R?\\s*"));
            return new UserException(
                    "", "file.no_option", option.group(2), option.group(1), Nearest.clue(option.group(1), options));
        }
        Matcher table = NO_TABLE.matcher(said);
        if (table.find() && relation.form() instanceof Relation.Query query) {
            Object clue = Nearest.clue(table.group(1), query.inputs().keySet());
            return new UserException("", "relation.no_input", table.group(1), clue, shortened(relation.toString()));
        }
        Matcher memory = NO_MEMORY.matcher(said);
        if (memory.find()) {
            return new UserException("", "relation.memory", memory.group(2), shortened(relation.toString()));
        }
        if (said.contains("Set operations can only apply to expressions with the same number of result columns")
                && relation.toString().contains(" where false union all values ")) {
            return new UserException("", "relation.row_width", shortened(relation.toString()));
        }
        String query = shortened(relation.toString());
        Matcher quoted = QUOTED_LINE.matcher(said);
        if (!quoted.find()) {
            return new UserException("", "relation.failed", said, query);
        }
        String words = said.substring(0, quoted.start());
        boolean ours = !relation.toString().contains(quoted.group(1).strip());
        return ours
                ? new UserException("", "relation.failed", words, query)
                : new UserException("", "relation.failed_at", words, query, quoted.group(1));
    }

    private static String shortened(String query) {
        String oneLine = query.strip().replaceAll("\\s+", " ");
        return oneLine.length() > 200 ? oneLine.substring(0, 200) + " ..." : oneLine;
    }
}
