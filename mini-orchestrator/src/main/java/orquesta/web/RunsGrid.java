package orquesta.web;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import orquesta.asset.AssetKey;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.load.LiveDefinitions;
import orquesta.store.History;
import orquesta.store.PageQueries;
import orquesta.store.RunSearch;
import orquesta.text.Moments;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** Gathers the grid of runs and assets. */
final class RunsGrid {
    private static final int LINES = 25;

    private final String pipeline;
    private final LiveDefinitions definitions;
    private final History history;
    private final PageQueries queries;

    RunsGrid(WebServer.Site site) {
        this.pipeline = site.pipeline();
        this.definitions = site.definitions();
        this.history = site.orchestrator().history();
        this.queries = new PageQueries(history);
    }

    /**
     * What a request asks for.
     *
     * @throws UserException if it names a state that runs never have, or a moment that cannot be read
     */
    RunSearch asked(Context context) {
        String status = parameter(context, "state");
        String tick = parameter(context, "tick");
        RunStatus wanted = status.isEmpty() ? null : status(status);
        Instant moment = tick.isEmpty() ? null : instant(tick);
        return new RunSearch(pipeline, wanted, parameter(context, "job"), moment);
    }

    private static Instant instant(String text) {
        return Moments.parse("tick", text, ZoneOffset.UTC);
    }

    private static RunStatus status(String text) {
        List<String> known =
                Arrays.stream(RunStatus.values()).map(RunStatus::text).toList();
        if (!known.contains(text)) {
            throw new UserException("state", "web.no_state", text, Nearest.clue(text, known));
        }
        return RunStatus.parse(text);
    }

    private static String parameter(Context context, String name) {
        return Objects.requireNonNullElse(context.queryParam(name), "").strip();
    }

    RunsPage page(Look look, RunSearch search, long before) {
        Known known = new Known(history.lastSeq(), definitions.now().id());
        List<RunRecord> found = search.find(history, before, LINES + 1);
        List<RunsPage.Line> lines = found.stream()
                .limit(LINES)
                .map(run -> new RunsPage.Line(run, worst(queries.assetStates(run.id()))))
                .toList();
        return new RunsPage(
                look,
                search,
                jobs(search.job()),
                assets(lines),
                lines,
                found.size() > LINES ? lines.get(LINES - 1).run().id().number() : 0,
                before == Long.MAX_VALUE,
                known);
    }

    /** What went worst is what one must see. */
    private static Map<String, State> worst(Map<String, List<State>> states) {
        Map<String, State> shown = new HashMap<>();
        states.forEach((asset, all) ->
                shown.put(asset, all.stream().min(RunLine.WORST_FIRST).orElseThrow()));
        return shown;
    }

    private List<String> jobs(String asked) {
        Set<String> jobs = new TreeSet<>();
        definitions
                .now()
                .pipeline()
                .ifPresent(loaded -> jobs.addAll(loaded.jobs().keySet()));
        if (!asked.isEmpty()) {
            jobs.add(asked);
        }
        return List.copyOf(jobs);
    }

    private List<String> assets(List<RunsPage.Line> lines) {
        Set<String> assets = new LinkedHashSet<>();
        definitions
                .now()
                .pipeline()
                .ifPresent(loaded ->
                        loaded.graph().inOrder().stream().map(AssetKey::name).forEach(assets::add));
        lines.stream().flatMap(line -> line.states().keySet().stream()).sorted().forEach(assets::add);
        return List.copyOf(assets);
    }
}
