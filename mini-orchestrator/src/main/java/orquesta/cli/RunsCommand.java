package orquesta.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.draw.StateSign;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.store.AlertQueries;
import orquesta.store.History;
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

    @Option(names = "--rebuild", descriptionKey = "rebuild")
    boolean rebuild;

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UserException("--limit", "cli.limit", limit);
        }
        if (rebuild) {
            home.ask(Orchestrator::rebuildHistory)
                    .ifPresent(events -> System.err.println(Message.of("cli.rebuilt", events)));
        }
        Optional<Object> shown = home.ask(orchestrator -> shown(orchestrator.history()));
        System.out.println(shown.orElseGet(() -> json ? Json.write(Json.runs(List.of())) : home.missing()));
        return 0;
    }

    private Object shown(History history) {
        List<RunRecord> runs = history.runs(limit);
        return json ? Json.write(Json.runs(runs)) : text(runs, history);
    }

    private Object text(List<RunRecord> runs, History history) {
        if (runs.isEmpty()) {
            return Message.of("cli.no_runs", home.path());
        }
        TextTable table = new TextTable(
                Message.of("cli.run").toString(),
                "pipeline",
                Message.of("cli.state").toString(),
                Message.of("cli.started").toString(),
                Message.of("cli.reason").toString());
        Map<Long, Boolean> told = told(runs, history);
        runs.forEach(run -> table.row(
                run.id(),
                run.id().pipeline(),
                StateSign.of(State.parse(run.status().text())),
                Json.time(run.request().started()),
                reason(run, told.get(run.id().number()))));
        return table;
    }

    /** By the number of a run whether each alert of it was sent; none for a run of which nobody was told. */
    private static Map<Long, Boolean> told(List<RunRecord> runs, History history) {
        Map<Long, Boolean> told = new HashMap<>();
        long last = runs.get(0).id().number();
        long first = runs.get(runs.size() - 1).id().number();
        new AlertQueries(history)
                .told(first, last)
                .forEach(alert ->
                        told.merge(alert.run(), ((Fact.Alerted) alert.alert().fact()).sent(), Boolean::logicalAnd));
        return told;
    }

    private static Message reason(RunRecord run, @Nullable Boolean sent) {
        if (sent == null) {
            return run.reason();
        }
        return Message.of(sent ? "cli.alerted" : "cli.alert_failed", run.reason());
    }
}
