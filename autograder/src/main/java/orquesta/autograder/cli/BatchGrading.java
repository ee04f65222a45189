package orquesta.autograder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Workplace;
import orquesta.autograder.batch.Batch;
import orquesta.autograder.batch.FeedbackFolder;
import orquesta.autograder.batch.Wanted;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.isolation.Probe;
import orquesta.autograder.isolation.Sandbox;
import orquesta.autograder.report.CsvReport;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.report.Names;
import orquesta.autograder.report.Note;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.ResultJson;
import orquesta.text.Language;
import orquesta.text.Message;

/** {@code ./kit grade --batch}: says the isolation first, then every submission as it is graded, then where the reports lie. */
final class BatchGrading {
    private final Workplace workplace;
    private final PrintWriter out;

    BatchGrading(Workplace workplace, PrintWriter out) {
        this.workplace = workplace;
        this.out = out;
    }

    /**
     * What is asked for.
     *
     * @param least the weakest isolation that is accepted
     */
    record Wish(
            Path folder,
            Path reports,
            Wanted wanted,
            @Nullable Level least,
            int lanes) {}

    /** The exit code: 0 whatever the marks, 1 if one could not be graded. */
    int grade(Wish wish) throws IOException {
        Isolation isolation = new Probe(workplace.image()).strongest();
        String told = isolationTold(isolation);
        out.println(told);
        out.flush();
        isolation.requireFitForStrangers(wish.least, Sandbox.isRoot());
        Batch batch = new Batch(workplace, isolation, wish.reports, wish.lanes);
        Told graded = new Told();
        List<GradeResult> results = batch.grade(wish.folder, wish.wanted, graded);
        write(wish.reports, results, told);
        if (graded.lines < results.size()) {
            out.println(Message.of("batch.kept", results.size() - graded.lines));
        }
        Note.twice(results).forEach(out::println);
        long marks = results.stream().filter(GradeResult::hasMark).count();
        out.println(Message.of("batch.done", marks, results.size(), wish.reports));
        return results.stream().anyMatch(result -> result.status() == Status.INFRA_ERROR) ? 1 : 0;
    }

    /** A line for each that is graded now; lanes speak at the same time. */
    private final class Told implements Batch.Progress {
        private Names names = new Names(List.of());
        private int lines;

        @Override
        public synchronized void begins(List<String> submissions) {
            names = new Names(submissions);
        }

        @Override
        public synchronized void graded(GradeResult result) {
            lines++;
            out.println(Note.line(result, names));
            out.flush();
        }
    }

    private static void write(Path folder, List<GradeResult> results, String isolation) throws IOException {
        write(folder.resolve("gradebook.csv"), CsvReport.BYTE_ORDER_MARK + CsvReport.of(results));
        write(folder.resolve("report.html"), HtmlReport.page(results, isolation, Language.current()));
        String json =
                results.stream().map(result -> ResultJson.text(result).strip()).collect(Collectors.joining(",\n"));
        write(folder.resolve("results.json"), "[" + json + "]\n");
        new FeedbackFolder(folder).write(results, Language.current());
    }

    /** Half a character of somebody's becomes a question mark; {@code writeString} would write no report at all. */
    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String isolationTold(Isolation isolation) {
        String escapes = isolation.escapes().stream()
                .map(escape -> Message.of("escape." + escape).toString())
                .collect(Collectors.joining(", "));
        return Message.of(
                        escapes.isEmpty() ? "isolation.holds" : "isolation.leaks",
                        isolation.level().code(),
                        escapes)
                .toString();
    }
}
