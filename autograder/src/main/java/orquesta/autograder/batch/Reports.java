package orquesta.autograder.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import orquesta.autograder.report.CsvReport;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.ResultJson;
import orquesta.text.Language;

/** The reports of a batch: written as it goes, so that a batch which is stopped leaves what it has graded. */
public final class Reports {
    private final Path folder;
    private final String isolation;
    private final Duration pause;
    private final Function<GradeResult, SortedMap<String, String>> code;
    private final List<GradeResult> soFar = new ArrayList<>();
    private ByHandFile byHand = ByHandFile.NONE;
    private long next = System.nanoTime();

    /**
     * Those of a folder.
     *
     * @param isolation the sentence about it
     * @param pause between two writings while the batch goes on
     * @param code what was handed in for a result, by file
     */
    public Reports(
            Path folder, String isolation, Duration pause, Function<GradeResult, SortedMap<String, String>> code) {
        this.folder = folder;
        this.isolation = isolation;
        this.pause = pause;
        this.code = code;
    }

    /** What a teacher decided by hand. */
    public synchronized void decided(ByHandFile decisions) {
        byHand = decisions;
    }

    /** One result more; all so far are written if the last time is long enough ago. */
    public synchronized void add(GradeResult result) throws IOException {
        soFar.add(result);
        if (System.nanoTime() - next >= 0) {
            List<GradeResult> sorted = new ArrayList<>(soFar);
            sorted.sort(ClassList.of(Language.current()));
            write(sorted, false);
            next = System.nanoTime() + pause.toNanos();
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
        String json =
                results.stream().map(result -> ResultJson.text(result).strip()).collect(Collectors.joining(",\n"));
        write("results.json", "[" + json + "]\n");
        new FeedbackFolder(folder, code).write(results, Language.current(), all);
        return results;
    }

    /** Half a character of somebody's becomes a question mark; {@code writeString} would write no report at all. */
    private void write(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
