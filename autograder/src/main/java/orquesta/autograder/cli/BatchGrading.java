package orquesta.autograder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Workplace;
import orquesta.autograder.batch.Batch;
import orquesta.autograder.batch.BatchReports;
import orquesta.autograder.batch.BatchScope;
import orquesta.autograder.batch.ByHandFile;
import orquesta.autograder.batch.Platform;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.isolation.Probe;
import orquesta.autograder.report.Note;
import orquesta.autograder.report.SubmissionNames;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.Visible;

/** {@code ./kit grade --batch}: says the isolation first, then every submission as it is graded, then where the reports lie. */
final class BatchGrading {
    /** So long at least between two writings of the reports while answers are graded. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

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
            Out out,
            BatchScope wanted,
            @Nullable Level least,
            int lanes) {}

    /** Where reports are written, and for which platform besides. */
    record Out(Path reports, @Nullable Platform platform) {}

    /** The exit code: 0 whatever the marks, 1 if one could not be graded. */
    int grade(Wish wish) throws IOException {
        Isolation isolation = new Probe(workplace.image()).strongest();
        String told = isolationTold(isolation);
        out.println(told);
        out.flush();
        isolation.requireFitForStrangers(wish.least, ChildSandbox.isRoot());
        Path reports = wish.out.reports;
        Batch batch = new Batch(workplace, isolation, reports, wish.lanes);
        Told graded = new Told(new BatchReports(reports, told, PAUSE, batch.background()), ByHandFile.of(reports));
        List<GradeResult> plain = batch.grade(wish.folder, wish.wanted, graded);
        List<GradeResult> results = graded.reports.finish(plain);
        if (graded.lines < results.size()) {
            out.println(Message.of("batch.kept", results.size() - graded.lines));
        }
        Note.twice(results).forEach(out::println);
        long marks = results.stream().filter(GradeResult::hasMark).count();
        out.println(Message.of("batch.done", marks, results.size(), reports));
        if (wish.out.platform != null) {
            wish.out
                    .platform
                    .write(reports, results, Language.current())
                    .forEach(line -> out.println(Visible.of(line)));
        }
        return results.stream().anyMatch(result -> result.status() == Status.INFRA_ERROR) ? 1 : 0;
    }

    /** A line for each that is graded now; lanes speak at the same time. */
    private final class Told implements Batch.Progress {
        private final BatchReports reports;
        private final ByHandFile byHand;
        private SubmissionNames names = new SubmissionNames(List.of());
        private int lines;

        private Told(BatchReports reports, ByHandFile byHand) {
            this.reports = reports;
            this.byHand = byHand;
        }

        @Override
        public synchronized void begins(List<String> submissions, Map<String, Double> points) {
            byHand.requireKnown(submissions, points);
            reports.decided(byHand);
            names = new SubmissionNames(submissions);
        }

        @Override
        public void kept(GradeResult result) {
            written(result);
        }

        private void written(GradeResult result) {
            try {
                reports.add(result);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public synchronized void graded(GradeResult result) {
            lines++;
            out.println(Note.line(result, names));
            out.flush();
            written(result);
        }
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
