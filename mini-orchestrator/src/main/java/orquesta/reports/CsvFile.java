package orquesta.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;

/**
 * Writes CSV as RFC 4180 says, with LF: DuckDB's own writer quotes empty texts, which readers then take for values. So the
 * lines are made here, and DuckDB writes them as they are.
 */
final class CsvFile {
    private static final String FIELD = "case when T is null then ''"
            + " when contains(T, ',') or contains(T, '\"') or contains(T, chr(10)) or contains(T, chr(13))"
            + " then '\"' || replace(T, '\"', '\"\"') || '\"' else T end";

    private CsvFile() {}

    static void write(Evaluator evaluator, Relation relation, Path file) throws IOException {
        List<Column> columns = evaluator.columns(relation);
        String names = columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(","));
        String line = columns.stream()
                .map(column -> FIELD.replace("T", column.quoted()))
                .collect(Collectors.joining(" || ',' || "));
        evaluator.lines(relation, names, line, file);
    }

    private static String quoted(String name) {
        boolean needed =
                name.indexOf(',') >= 0 || name.indexOf('"') >= 0 || name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0;
        return needed ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
