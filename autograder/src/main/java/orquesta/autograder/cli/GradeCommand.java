package orquesta.autograder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.LocalGrading;
import orquesta.autograder.LocalTests;
import orquesta.autograder.Workplace;
import orquesta.autograder.batch.BatchScope;
import orquesta.autograder.batch.Platform;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.TestReport;
import orquesta.autograder.report.TestRun;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.ResultJson;
import orquesta.autograder.submission.HandedReader;
import orquesta.cli.Subcommand;
import orquesta.text.Language;
import orquesta.text.UserException;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kit grade}: one exercise of this checkout, one zip, or a folder of submissions. */
@Command(name = "grade", resourceBundle = "orquesta.autograder.help_grade", mixinStandardHelpOptions = true)
public final class GradeCommand implements Subcommand, Callable<Integer> {
    private static final int OUR_TROUBLE = 1;

    @Parameters(arity = "0..1", paramLabel = "EXERCISE", descriptionKey = "exercise")
    private @Nullable String exercise;

    @Option(names = "--watch", descriptionKey = "watch")
    private boolean watch;

    @Option(names = "--tests", descriptionKey = "tests")
    private boolean tests;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "json")
    private @Nullable Path json;

    @Option(names = "--batch", paramLabel = "FOLDER", descriptionKey = "batch")
    private @Nullable Path batch;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
    private @Nullable Path reportFolder;

    @Option(names = "--for", paramLabel = "PLATFORM", descriptionKey = "for")
    private @Nullable Platform platform;

    @Option(names = "--again", paramLabel = "NAME", descriptionKey = "again")
    private List<String> again = List.of();

    @Option(names = "--require-isolation", paramLabel = "LEVEL", descriptionKey = "require")
    private @Nullable Level least;

    @Option(names = "--lanes", paramLabel = "N", descriptionKey = "lanes")
    private @Nullable Integer lanes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path place = batch != null ? batch : Path.of(Objects.requireNonNullElse(exercise, ""));
        try {
            if (tests && (watch || json != null || batch != null || least != null)) {
                throw new UserException("--tests", "tests.alone");
            }
            if (batch == null && !again.isEmpty()) {
                throw new UserException("--again", "batch.again_alone", again.get(0));
            }
            if (batch == null && platform != null) {
                throw new UserException(
                        "--for", "platform.alone", platform.name().toLowerCase(Locale.ROOT));
            }
            if (batch != null && json != null) {
                throw new UserException("--json", "batch.json");
            }
            if (batch != null) {
                return new BatchGrading(Workplace.here(), out()).grade(wish(batch));
            }
            if (exercise == null) {
                throw new UserException("", "grade.nothing");
            }
            if (tests) {
                return tested(exercise);
            }
            LocalGrading grading = new LocalGrading(Workplace.here(), least);
            if (watch) {
                String name = exercise;
                grading.watch(name, result -> told(grading, name, result), this::print);
                return 0;
            }
            return graded(grading, exercise);
        } catch (IOException | UncheckedIOException e) {
            throw new UserException(place.toString(), "grade.io", e.toString());
        }
    }

    private BatchGrading.Wish wish(Path folder) {
        Path reports = reportFolder == null ? Path.of("grades") : reportFolder;
        int wanted = lanes == null ? Runtime.getRuntime().availableProcessors() : Math.max(1, lanes);
        BatchScope which = new BatchScope(Optional.ofNullable(exercise), again);
        return new BatchGrading.Wish(folder, new BatchGrading.Out(reports, platform), which, least, wanted);
    }

    private int graded(LocalGrading grading, String name) throws IOException {
        Path zip = Path.of(name);
        boolean zipped = HandedReader.isZip(zip);
        if (!zipped && isFile(name) && !Catalogue.isPath(name) && !Files.exists(zip)) {
            throw new UserException(name, "grade.no_file", zip.toAbsolutePath().normalize());
        }
        List<GradeResult> results = zipped ? grading.gradeZip(zip) : List.of(grading.grade(name));
        if (!zipped) {
            told(grading, name, results.get(0));
        } else {
            results.forEach(result -> print(grading.linesOfZip(result)));
            if (json != null) {
                ResultJson.write(json, results);
            }
        }
        return results.stream().anyMatch(result -> result.status() == Status.INFRA_ERROR) ? OUR_TROUBLE : 0;
    }

    /** Says what came out of one exercise, and writes it down where that is asked for. */
    private void told(LocalGrading grading, String name, GradeResult result) {
        print(grading.lines(result, name, Frontend.TERMINAL));
        try {
            if (json != null) {
                ResultJson.write(json, result);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No exercise is called like this. */
    private static boolean isFile(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip") || name.contains("/") || name.contains("\\");
    }

    /** The exit code says how the tests went: a course may have its own command for them. */
    private int tested(String name) {
        TestRun run = new LocalTests(Workplace.here()).run(name);
        print(TestReport.lines(run, Language.current(), Frontend.TERMINAL));
        return run.exit();
    }

    private void print(List<String> lines) {
        lines.forEach(line -> out().println(Visible.of(line))); // they may hold what an answer said
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
