package orquesta.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;

/** Writes CSV as RFC 4180 says, with LF: DuckDB's own writer quotes empty texts, which readers then take for values. */
final class CsvFile {
    private CsvFile() {}

    static void write(Evaluator evaluator, Relation relation, Path file) throws IOException {
        // Two resources: when the disk is full, JDK 17's writer fails to flush and leaves the file open.
        try (OutputStream bytes = Files.newOutputStream(file);
                Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
            row(out, evaluator.columns(relation).stream().map(Column::name).toArray(String[]::new));
            evaluator.texts(relation, values -> row(out, values));
        }
    }

    private static void row(Writer out, @Nullable String[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            out.write(i > 0 ? "," : "");
            out.write(quoted(values[i]));
        }
        out.write('\n');
    }

    private static String quoted(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean needed = value.indexOf(',') >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
