package orquesta.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.chaos.Chaos;
import orquesta.definition.Pipeline;
import orquesta.partition.PartitionChoice;
import orquesta.relation.Duck;
import orquesta.text.Message;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit run}: computes assets and says how it went. */
@Command(name = "run", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    PipelineOptions options = new PipelineOptions();

    @Option(names = "--workers", paramLabel = "N", descriptionKey = "workers")
    int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--partition", paramLabel = "PARTITION", descriptionKey = "partition")
    String partition = "";

    @Option(names = "--clock", paramLabel = "TIME", descriptionKey = "clock")
    String clock = "";

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "runSpeed")
    @Nullable
    Double speed;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Option(names = "--chaos", paramLabel = "FAULTS", descriptionKey = "chaos")
    String chaos = "";

    static void requireWorkers(int workers) {
        if (workers < 1) {
            throw new UserException("--workers", "cli.workers", workers);
        }
    }

    @Override
    public Integer call() {
        Duck.prepare();
        requireWorkers(workers);
        Clock runClock = speed == null ? RunClock.parse(clock) : ClockOption.going(clock, speed);
        Chaos faults = Chaos.parse(chaos);
        Pipeline pipeline = faults.over(options.load());
        if (!faults.isNone()) {
            System.err.println(Message.of("chaos.on", faults));
        }
        try (Orchestrator orchestrator = opened(runClock)) {
            RunRequest request = new RunRequest(options.selection(pipeline), options.jobName(), runClock, workers)
                    .from(options.origin(faults))
                    .in(PartitionChoice.of(partition, runClock.instant()));
            ConsoleListener console = new ConsoleListener(System.err, options.root(), options.home.path());
            return RunReport.of(orchestrator.run(pipeline, request, console), json);
        }
    }

    /** On a clock that goes, waits and limits follow it, too; one that stands is that of the steps alone. */
    private Orchestrator opened(Clock runClock) {
        return speed == null ? options.home.open() : options.home.open(runClock);
    }
}
