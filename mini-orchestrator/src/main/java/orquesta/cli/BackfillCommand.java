package orquesta.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
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

/**
 * {@code kit backfill}: computes, in one run, the partitions from one to another that are missing or out of date. A failure of
 * one stops no other; stopped and called again, it goes on with what is left.
 */
@Command(name = "backfill", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class BackfillCommand implements Callable<Integer> {
    @Mixin
    PipelineOptions options = new PipelineOptions();

    @Option(names = "--from", paramLabel = "PARTITION", descriptionKey = "backfillFrom")
    String from = "";

    @Option(names = "--to", paramLabel = "PARTITION", descriptionKey = "backfillTo")
    String to = "";

    @Option(names = "--workers", paramLabel = "N", descriptionKey = "workers")
    int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--clock", paramLabel = "TIME", descriptionKey = "clock")
    String clock = "";

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        RunCommand.requireWorkers(workers);
        if (from.isEmpty() != to.isEmpty()) {
            throw new UserException(from.isEmpty() ? "--from" : "--to", "cli.backfill_ends", from + to);
        }
        Clock runClock = RunClock.parse(clock);
        Pipeline pipeline = options.load();
        try (Orchestrator orchestrator = options.home.open()) {
            PartitionChoice missing = PartitionChoice.backfill(from, to, runClock.instant());
            RunRequest request = new RunRequest(options.selection(pipeline), options.jobName(), runClock, workers)
                    .from(options.origin(Chaos.NONE))
                    .in(missing);
            if (orchestrator.plan(pipeline, request).tasks().isEmpty()) {
                return nothingToDo(pipeline, request);
            }
            Duck.prepare();
            ConsoleListener console = new ConsoleListener(System.err, options.root(), options.home.path());
            return RunReport.of(orchestrator.run(pipeline, request, console), json);
        }
    }

    private int nothingToDo(Pipeline pipeline, RunRequest request) {
        Object nothing = Json.object(
                "run",
                null,
                "pipeline",
                pipeline.name(),
                "status",
                "ok",
                "exit",
                0,
                "started",
                null,
                "ended",
                null,
                "steps",
                List.of());
        System.out.println(
                json
                        ? Json.write(nothing)
                        : Message.of(
                                "cli.backfill_nothing",
                                request.partitions().textOr(request.selection().text())));
        return 0;
    }
}
