package orquesta.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import orquesta.draw.StateSign;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.text.Message;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit runs}: what has been run in this home, newest first. */
@Command(name = "runs", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    @Mixin
    HomeOption home = new HomeOption();

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
    int limit = 25;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UserException("--limit", "cli.limit", limit);
        }
        Optional<List<RunRecord>> runs =
                home.ask(orchestrator -> orchestrator.history().runs(limit));
        System.out.println(
                json
                        ? Json.write(Json.runs(runs.orElse(List.of())))
                        : runs.map(RunsCommand::text).orElseGet(home::missing));
        return 0;
    }

    private static Object text(List<RunRecord> runs) {
        if (runs.isEmpty()) {
            return Message.of("cli.no_runs");
        }
        TextTable table = new TextTable(
                Message.of("cli.run").toString(),
                "pipeline",
                Message.of("cli.state").toString(),
                Message.of("cli.started").toString(),
                Message.of("cli.reason").toString());
        runs.forEach(run -> table.row(
                run.id(),
                run.id().pipeline(),
                StateSign.of(State.parse(run.status().text())),
                Json.time(run.request().started()),
                run.reason()));
        return table;
    }
}
