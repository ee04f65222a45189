package orquesta.relation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.text.UserException;

/**
 * Whether two columns of a file have one name. DuckDB reads {@code a,a} as {@code a} and {@code a_1}: a name like that beside
 * the one that it is made from is looked for in the file itself.
 *
 * @see <a href="https://duckdb.org/docs/stable/data/csv/auto_detection">how read_csv finds the header</a>
 */
final class FileColumns {
    private static final Pattern NUMBERED = Pattern.compile("(.+)_\\d+", Pattern.DOTALL);

    private final Statement statement;
    private final FileScan scan;

    FileColumns(Statement statement, FileScan scan) {
        this.statement = statement;
        this.scan = scan;
    }

    /** @throws UserException if no file matches, or two columns have one name */
    void require() throws SQLException {
        String file =
                texts("select file from glob(" + SqlConstant.of(scan.pattern()) + ") order by file limit 1").stream()
                        .findFirst()
                        .orElseThrow(scan::unmatched);
        List<String> columns = texts("select column_name from (describe " + scan.sql() + ")");
        List<String> numbered = numbered(columns);
        if (numbered.isEmpty()) {
            return;
        }
        Set<String> written = new HashSet<>(lower(written(FileScan.escaped(file), columns.size())));
        numbered.stream()
                .filter(name -> !written.isEmpty() && !written.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserException(
                            "", "file.same_column", file, origin(name, columns).orElse(name));
                });
    }

    private static List<String> numbered(List<String> columns) {
        return columns.stream()
                .filter(name -> origin(name, columns).isPresent())
                .toList();
    }

    /** The column from whose name another's would be made: {@code a} for {@code A_1}. */
    private static Optional<String> origin(String name, List<String> columns) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches()
                ? columns.stream()
                        .filter(other -> other.equalsIgnoreCase(numbered.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    /** The names that stand in the file; none if it has no header. */
    private List<String> written(String file, int columns) throws SQLException {
        return switch (scan.files().reader()) {
            case "read_csv" -> header(file, columns);
            case "read_parquet" -> texts("select name from parquet_schema(" + SqlConstant.of(file) + ")");
            default ->
                texts("select distinct unnest(json_keys(json)) from read_json_objects(" + SqlConstant.of(file) + ")");
        };
    }

    private List<String> header(String file, int columns) throws SQLException {
        List<String> found = texts("select unnest([delimiter, quote, escape, comment, skiprows::varchar]) from "
                + scan.call("sniff_csv", file) + " where hasheader");
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> dialect = found.stream()
                .map(text -> SqlConstant.of(text.equals("(empty)") ? "" : text))
                .toList();
        String names = Stream.iterate(0, at -> at + 1)
                .limit(columns)
                .map(at -> "'c" + at + "': 'varchar'")
                .collect(Collectors.joining(", ", "columns = {", "}"));
        String encoding = scan.option("encoding").isEmpty() ? "" : ", " + scan.option("encoding");
        return texts("select unnest([*columns(*)]) from (select * from read_csv(" + SqlConstant.of(file)
                + ", auto_detect = false, header = false, delim = " + dialect.get(0) + ", quote = " + dialect.get(1)
                + ", escape = " + dialect.get(2) + ", comment = " + dialect.get(3) + ", skip = "
                + found.get(4) + ", " + names + encoding + ") limit 1)");
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    private List<String> texts(String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(String.valueOf(result.getString(1)));
            }
            return texts;
        }
    }
}
