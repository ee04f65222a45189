package orquesta.autograder.batch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import orquesta.autograder.report.ClassPage;
import orquesta.autograder.report.CsvReport;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.ResultJson;
import orquesta.text.Language;

/** The reports of a batch: written as it goes, so that a batch which is stopped leaves what it has graded. */
public final class BatchReports {
    /** Where the reports took longer than this, the pause is so many times as long. */
    private static final Duration QUICK = Duration.ofMillis(250);

    private final Path folder;
    private final String isolation;
    private final Duration pause;
    private final Background background;
    private final FeedbackFolder feedback;
    private final List<GradeResult> soFar = new ArrayList<>();
    private ByHandFile byHand = ByHandFile.NONE;
    private long next = System.nanoTime();

    /**
     * Those of a folder.
     *
     * @param isolation the sentence about it
     * @param pause between two writings while the batch goes on
     */
    public BatchReports(Path folder, String isolation, Duration pause, Background background) {
        this.folder = folder;
        this.isolation = isolation;
        this.pause = pause;
        this.background = background;
        this.feedback = new FeedbackFolder(folder, background);
    }

    /** What a teacher decided by hand. */
    public synchronized void decided(ByHandFile decisions) {
        byHand = decisions;
    }

    /** One result more; all so far are written if the last time is long enough ago. Thousands take a while to write. */
    public synchronized void add(GradeResult result) throws IOException {
        soFar.add(result);
        long now = System.nanoTime();
        if (now - next >= 0) {
            List<GradeResult> sorted = new ArrayList<>(soFar);
            sorted.sort(ClassList.of(Language.current()));
            write(sorted, false);
            long took = System.nanoTime() - now;
            next = now + took + pause.toNanos() * (1 + took / QUICK.toNanos());
        }
    }

    /** All of them, in the order of a class list; these are the marks. */
    public synchronized List<GradeResult> finish(List<GradeResult> results) throws IOException {
        return write(results, true);
    }

    private List<GradeResult> write(List<GradeResult> plain, boolean all) throws IOException {
        List<GradeResult> results = byHand.applied(plain);
        write("gradebook.csv", CsvReport.BYTE_ORDER_MARK + CsvReport.of(results));
        write("report.html", HtmlReport.page(results, isolation, Language.current()));
        writeJson(results);
        PagePlaces places = PagePlaces.of(results);
        feedback.write(places, Language.current(), all);
        write("class.html", ClassPage.of(results, known(places), Language.current()));
        return results;
    }

    private ClassPage.Known known(PagePlaces places) {
        Map<GradeResult.GradedAnswer, String> pages = places.ofResults();
        Map<String, String> maps = places.ofMaps();
        return new ClassPage.Known(
                background.asked(),
                result -> pages.getOrDefault(result.subject(), ""),
                submission -> maps.getOrDefault(submission, ""));
    }

    /** One after the other: those of a course are too many to be held as text at once. */
    private void writeJson(List<GradeResult> results) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve("results.json")));
        try (Writer json = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
            String before = "[";
            for (GradeResult result : results) {
                json.append(before).append(ResultJson.text(result).strip());
                before = ",\n";
            }
            json.append(results.isEmpty() ? "[]\n" : "]\n");
        }
    }

    /** Half a character of somebody's becomes a question mark; {@code writeString} would write no report at all. */
    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
