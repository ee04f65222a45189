package orquesta.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.asset.StepKey;
import orquesta.event.RunRecord;
import orquesta.store.History;
import orquesta.text.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kit logs}: what steps printed. */
@Command(name = "logs", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "runNumber")
    long run;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ASSET", descriptionKey = "step")
    @Nullable
    String step;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        try (Orchestrator orchestrator = home.look()) {
            History history = orchestrator.history();
            RunRecord found = RunChoice.run(history, run);
            StepKey key = step == null ? null : RunChoice.step(history, step);
            if (key != null
                    && history.steps(found.id()).stream()
                            .noneMatch(known -> known.key().equals(key))) {
                throw RunChoice.unknown(history, key.text());
            }
            List<History.LogChunk> chunks = history.logs(found.id(), key);
            if (chunks.isEmpty()) {
                System.err.println(Message.of("cli.no_output"));
            }
            for (History.LogChunk chunk : chunks) {
                System.out.print(key == null ? marked(chunk) : chunk.text());
            }
            return 0;
        }
    }

    private static String marked(History.LogChunk chunk) {
        String step = chunk.step().isEmpty() ? "run" : chunk.step();
        return chunk.text().replaceAll("(?m)^(?=.)", step + " | ");
    }
}
