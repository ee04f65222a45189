package orquesta.autograder.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;
import orquesta.text.Message;

/** Where marks go back to: each takes a file of its own kind. */
public enum Platform {
    /** A worksheet for each exercise, as the assignment's "Upload grading worksheet" takes it. */
    MOODLE,
    /** One file for the import of the gradebook, a column for each exercise. */
    CANVAS,
    /** A {@code results.json} for each submission, for the autograder that Gradescope runs. */
    GRADESCOPE,
    /** What a job of GitHub Actions shows as its summary. */
    GITHUB,
    /** One {@code junit.xml}, which systems of CI show as a list of tests. */
    JUNIT;

    Sheets sheets(List<GradeResult> results, Language language) {
        return switch (this) {
            case MOODLE -> new MoodleSheet(language).of(results);
            case CANVAS -> new CanvasSheet(language).of(results);
            case GRADESCOPE -> new GradescopeResults(language).of(results);
            case GITHUB -> new GithubSummary(language).of(results);
            case JUNIT -> new JunitXml(language).of(results);
        };
    }

    /** Writes the files beside the reports, and says what has become of whom. */
    public List<Message> write(Path out, List<GradeResult> results, Language language) throws IOException {
        Sheets sheets = sheets(results, language);
        for (Sheets.Sheet sheet : sheets.files()) {
            Path file = out.resolve(sheet.name());
            Files.createDirectories(file.getParent());
            Files.write(file, sheet.text().getBytes(StandardCharsets.UTF_8));
        }
        return sheets.told(name().toLowerCase(Locale.ROOT), out);
    }
}
