package orquesta.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orquesta.RunRequest;
import orquesta.chaos.Chaos;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.load.Checkout;
import orquesta.load.DefinitionLoader;
import orquesta.selection.Selection;
import orquesta.text.Problem;
import orquesta.text.UserException;
import orquesta.text.Visible;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which pipeline, and which part of it. */
final class PipelineOptions {
    @Parameters(index = "0", paramLabel = "PIPELINE", descriptionKey = "pipeline")
    String pipeline = "";

    @Option(names = "--select", paramLabel = "SELECTION", descriptionKey = "select")
    List<String> selections = new ArrayList<>();

    @Option(names = "--job", paramLabel = "JOB", descriptionKey = "job")
    @Nullable
    String job;

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--profile", paramLabel = "NAME", descriptionKey = "profile")
    String profile = "";

    @Mixin
    HomeOption home = new HomeOption();

    /** Loads the pipeline, points its resources where the user said, and tells its warnings. */
    Pipeline load() {
        Checkout checkout = HomeOption.checkout();
        Path folder = checkout.pipeline(pipeline);
        home.of(folder);
        DefinitionLoader loader = new DefinitionLoader(checkout.cache(home.path()));
        Pipeline loaded = quietly(() -> read(loader, folder));
        loaded.warnings().forEach(warning -> System.err.println(Visible.of(warning)));
        Pipeline placed = loaded.in(profile).from(checkout.base(folder)).with(settings);
        settings = given(placed, settings);
        return placed;
    }

    /** What settings were taken for: who does the run again may stand elsewhere, where a relative path is another one. */
    static Map<String, String> given(Pipeline placed, Map<String, String> settings) {
        Map<String, String> given = new LinkedHashMap<>(settings);
        placed.resources().forEach((name, recipe) -> {
            if (recipe.given() != null) {
                given.put(name, recipe.given());
            }
        });
        return given;
    }

    /** The job's name; empty without one. */
    String jobName() {
        return job == null ? "" : job;
    }

    /**
     * Where the definitions come from, for whoever does the run again; asked once they are loaded.
     *
     * @param faults those that were put into them
     */
    Fact.Origin origin(Chaos faults) {
        Path folder = HomeOption.checkout().pipeline(pipeline);
        return new Fact.Origin(folder.toAbsolutePath().normalize().toString(), settings, profile, faults.toString());
    }

    /** To run a part of it at a time. */
    RunRequest request(Selection selection, Clock clock) {
        return new RunRequest(selection, jobName(), clock, Runtime.getRuntime().availableProcessors());
    }

    /** Where relative paths of the pipeline start. */
    Path root() {
        Checkout checkout = HomeOption.checkout();
        return checkout.base(checkout.pipeline(pipeline));
    }

    /** What is wrong with the files gets a heading: the compiler speaks English only, and never says what was run. */
    private static Pipeline read(DefinitionLoader loader, Path folder) {
        try {
            return loader.load(folder);
        } catch (UserException e) {
            List<Problem> problems = new ArrayList<>(e.problems());
            if (!problems.get(0).element().isEmpty()) { // else it is no file that is wrong: this Java has no compiler
                problems.add(0, Problem.at("", "cli.broken"));
            }
            throw new UserException(problems);
        }
    }

    /** What definitions print goes to standard error: standard output is for what the command says. */
    private static Pipeline quietly(Supplier<Pipeline> loading) {
        PrintStream out = System.out;
        System.setOut(System.err);
        try {
            return loading.get();
        } finally {
            System.setOut(out);
        }
    }

    Selection selection(Pipeline loaded) {
        if (job == null) {
            return Selection.parse(selections);
        }
        if (!selections.isEmpty()) {
            throw new UserException("--job", "cli.job_and_select");
        }
        return loaded.job(job);
    }
}
