package orquesta.cli;

import java.util.concurrent.Callable;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.chaos.Chaos;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.plan.Plan;
import orquesta.relation.Duck;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit rerun}: does a run again, with its selection, its settings and its date; the code may have changed since. */
@Command(name = "rerun", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class RerunCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "rerunOf")
    long run;

    @Option(names = "--from-failure", descriptionKey = "fromFailure")
    boolean fromFailure;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Duck.prepare();
        try (Orchestrator orchestrator = home.look()) {
            RunId id = home.choice(orchestrator).run(run).id();
            PipelineOptions options = options(id, orchestrator.originOf(id));
            Pipeline pipeline = options.load();
            RunRequest request = Chaos.without(orchestrator.again(pipeline, run, fromFailure, RunClock.parse("")));
            tellGone(orchestrator.plan(pipeline, request));
            ConsoleListener console = new ConsoleListener(System.err, options.root(), home.path());
            return RunReport.of(orchestrator.run(pipeline, request, console), json);
        }
    }

    /** What the run had done well and is computed again all the same. */
    private static void tellGone(Plan plan) {
        plan.tasks().stream()
                .filter(planned -> planned.why().key().equals("plan.cleaned"))
                .forEach(planned -> System.err.println(Visible.of(planned.task().text() + ": " + planned.why())));
    }

    /** As the run had it: its folder, or, where it does not say, the example of its name. */
    private static PipelineOptions options(RunId id, Fact.Origin origin) {
        PipelineOptions options = new PipelineOptions();
        options.pipeline = origin.folder().isEmpty() ? id.pipeline() : origin.folder();
        options.settings.putAll(origin.settings());
        options.profile = origin.profile();
        return options;
    }
}
