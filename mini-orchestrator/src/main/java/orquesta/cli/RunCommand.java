package orquesta.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.definition.Pipeline;
import orquesta.draw.StateSign;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.text.Language;
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

    @Option(names = "--clock", paramLabel = "TIME", descriptionKey = "clock")
    String clock = "";

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        if (workers < 1) {
            throw new UserException("--workers", "cli.workers", workers);
        }
        Clock runClock = RunClock.parse(clock);
        Pipeline pipeline = options.load();
        try (Orchestrator orchestrator = options.home.open()) {
            String job = options.job == null ? "" : options.job;
            RunRequest request = new RunRequest(options.selection(pipeline), job, runClock, workers);
            ConsoleListener console = new ConsoleListener(System.err, options.root(), options.home.path());
            RunResult result = orchestrator.run(pipeline, request, console);
            System.out.println(json ? Json.write(Json.run(result)) : summary(result, inWindow()));
            return result.run().status().exit();
        }
    }

    @SuppressWarnings(
            "SystemConsoleNull") // ./kit starts 22 to 24 with the console of 17 and 25, which is null without one
    private static boolean inWindow() {
        return System.console() != null;
    }

    /** In a window each step is one line; who reads a file or a pipe gets reasons whole, since he searches them. */
    private static String summary(RunResult result, boolean inWindow) {
        TextTable table = new TextTable(
                Message.of("cli.step").toString(),
                Message.of("cli.state").toString(),
                Message.of("cli.rows").toString(),
                "ms",
                Message.of("cli.reason").toString());
        if (!inWindow) {
            table.cutNoMore();
        }
        for (StepRecord step : result.steps()) {
            table.row(
                    step.key().text(),
                    StateSign.of(step.state()),
                    count(step.rows()),
                    count(step.times().millis()),
                    step.reason());
        }
        String last = Message.of(
                        "cli.run_ended",
                        result.run().id(),
                        StateSign.of(State.parse(result.run().status().text())),
                        result.run().reason())
                .toString();
        return "\n" + table + "\n\n" + last;
    }

    /** Nothing for what was not counted. */
    private static String count(long number) {
        return number < 0 ? "" : Language.current().count(number);
    }
}
