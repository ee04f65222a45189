package orquesta.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.asset.Task;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.explain.Why;
import orquesta.store.History;
import orquesta.store.LogQueries;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit logs}: what steps printed, in the newest run or another. */
@Command(name = "logs", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    private static final long LOOK_AGAIN_MILLIS = 100;

    /** A step's name, if it is no number: {@code kit logs ventas}. */
    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", descriptionKey = "runNumber")
    String run = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ASSET", descriptionKey = "step")
    String step = "";

    @Option(
            names = {"--follow", "-f"},
            descriptionKey = "follow")
    boolean follow;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        boolean numbered = run.matches("\\d{1,18}");
        if (!numbered && !step.isEmpty()) {
            throw new UserException("", "cli.bad_value", run, "RUN");
        }
        String named = numbered ? step : run;
        try (Orchestrator orchestrator = home.look()) {
            History history = orchestrator.history();
            RunChoice choice = home.choice(orchestrator);
            Task key = named.isEmpty() ? null : choice.task(named);
            RunRecord found = numbered ? choice.run(Long.parseLong(run)) : newest(choice, key);
            if (key != null
                    && history.steps(found.id()).stream()
                            .noneMatch(known -> known.key().equals(key.step()))) {
                throw choice.unknown(key.text());
            }
            List<LogQueries.Chunk> chunks = logs(history, found, key);
            if (chunks.isEmpty() && !follow) {
                System.err.println(Message.of("cli.no_output"));
            }
            print(chunks, key);
            if (follow) {
                follow(orchestrator, found, key, chunks.size());
            }
            return 0;
        }
    }

    private static List<LogQueries.Chunk> logs(History history, RunRecord run, @Nullable Task task) {
        return task == null
                ? new LogQueries(history).of(run.id(), null)
                : new LogQueries(history).of(run.id(), task.step(), task.partition());
    }

    /** Prints what comes until the run has ended. */
    private void follow(Orchestrator orchestrator, RunRecord run, @Nullable Task key, int seen) {
        History history = orchestrator.history();
        int shown = seen;
        boolean over = false;
        while (!over) {
            orchestrator.recover();
            over = home.choice(orchestrator).run(run.id().number()).status() != RunStatus.RUNNING;
            List<LogQueries.Chunk> chunks = logs(history, run, key);
            print(chunks.subList(shown, chunks.size()), key);
            shown = chunks.size();
            try {
                Thread.sleep(over ? 0 : LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void print(List<LogQueries.Chunk> chunks, @Nullable Task key) {
        for (LogQueries.Chunk chunk : chunks) {
            System.out.print(Visible.of(key == null ? marked(chunk) : chunk.text()));
        }
        System.out.flush();
    }

    /** Says which it is, where what is printed does not get mixed up with it. */
    private static RunRecord newest(RunChoice choice, @Nullable Task key) {
        RunRecord newest = key == null ? choice.newest() : choice.run(null, key);
        Message asked = Why.asked(newest.request().selection());
        System.err.println(Message.of(
                "cli.run_started",
                newest.id(),
                newest.id().pipeline(),
                asked,
                newest.request().date()));
        return newest;
    }

    private static String marked(LogQueries.Chunk chunk) {
        String step = chunk.step().isEmpty() ? "run" : chunk.step();
        return chunk.text().replaceAll("(?m)^(?=.)", step + " | ");
    }
}
