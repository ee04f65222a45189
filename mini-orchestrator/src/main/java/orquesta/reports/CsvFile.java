package orquesta.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;

/**
 * Writes CSV as RFC 4180 says, with LF: DuckDB's own writer quotes empty texts, which readers then take for values. DuckDB
 * makes the lines, so one text a row is handed over and not one a value.
 */
final class CsvFile {
    private static final String FIELD = "case when T is null then ''"
            + " when contains(T, ',') or contains(T, '\"') or contains(T, chr(10)) or contains(T, chr(13))"
            + " then '\"' || replace(T, '\"', '\"\"') || '\"' else T end";

    private CsvFile() {}

    static void write(Evaluator evaluator, Relation relation, Path file) throws IOException {
        // Two resources: when the disk is full, JDK 17's writer fails to flush and leaves the file open.
        try (OutputStream bytes = Files.newOutputStream(file);
                Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            List<Column> columns = evaluator.columns(relation);
            out.write(columns.stream().map(column -> quoted(column.name())).collect(Collectors.joining(",")) + "\n");
            String line = columns.stream()
                    .map(column -> FIELD.replace("T", column.quoted()))
                    .collect(Collectors.joining(" || ',' || "));
            evaluator.lines(relation, line, text -> out.write(text + "\n"));
        }
    }

    private static String quoted(String name) {
        boolean needed =
                name.indexOf(',') >= 0 || name.indexOf('"') >= 0 || name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0;
        return needed ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
