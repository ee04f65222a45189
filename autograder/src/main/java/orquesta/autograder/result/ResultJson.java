package orquesta.autograder.result;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/** {@code grade-result.json}; its schema is {@code grade-result.schema.json} beside this class. */
public final class ResultJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ObjectWriter LINES = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private ResultJson() {}

    public static String text(GradeResult result) {
        try {
            return LINES.writeValueAsString(result) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On one line, for a journal. */
    public static String line(GradeResult result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static GradeResult read(String json) throws IOException {
        return JSON.readValue(json, GradeResult.class);
    }

    /** Whole or not at all. */
    public static void write(Path file, GradeResult result) throws IOException {
        write(file, text(result));
    }

    /** A list of several, in their order. */
    public static void write(Path file, List<GradeResult> results) throws IOException {
        String all =
                results.stream().map(result -> text(result).strip()).collect(Collectors.joining(",\n", "[", "]\n"));
        write(file, all);
    }

    private static void write(Path file, String json) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "grade", ".json");
        Files.write(fresh, json.getBytes(StandardCharsets.UTF_8));
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
