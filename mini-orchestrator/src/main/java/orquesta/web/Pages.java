package orquesta.web;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.definition.Pipeline;
import orquesta.draw.PageGraph;
import orquesta.event.Event;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.explain.Why;
import orquesta.load.LiveDefinitions;
import orquesta.load.SourcePlace;
import orquesta.selection.Selection;
import orquesta.store.CleanedValues;
import orquesta.store.History;
import orquesta.store.LogQueries;
import orquesta.store.PageQueries;
import orquesta.store.StoryQueries;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Gathers what the two pages show. */
final class Pages {
    static final int RUNS = 20;
    /** Their code is what one wants to read next. */
    private static final Set<State> ACCUSED = Set.of(State.FAILED, State.WARNED, State.BLOCKED);

    private final String pipeline;
    private final CommandLine command;
    private final LiveDefinitions definitions;
    private final History history;
    private final PageQueries queries;
    private final StoryQueries stories;
    private final LogQueries logs;
    private final BackgroundRuns runs;
    private final @Nullable String chaos;
    private final Clock clock;
    private volatile @Nullable PipelineView newest;

    Pages(WebServer.Site site, BackgroundRuns runs) {
        this.pipeline = site.pipeline();
        this.command = site.command();
        this.definitions = site.definitions();
        this.history = site.orchestrator().history();
        this.queries = new PageQueries(history);
        this.stories = new StoryQueries(history);
        this.logs = new LogQueries(history);
        this.runs = runs;
        this.chaos = site.chaos();
        this.clock = site.clock();
    }

    /** What a page for this visitor is made from; read before the page itself, which may be newer but never older. */
    KeptPages.Made made(Look look, LiveDefinitions.Version version) {
        return new KeptPages.Made(look, history.change(), version.id(), runs.status());
    }

    /** @param refused why a run that was asked for did not start */
    HomePage home(Look look, RunWish wish, long before, List<Problem> refused) {
        String selection = wish.select();
        long last = history.lastSeq();
        LiveDefinitions.Version version = definitions.now();
        Optional<PipelineView> loaded = version.pipeline().map(this::view);
        Picked picked = loaded.map(found -> pick(found.pipeline(), selection)).orElse(new Picked(Set.of(), List.of()));
        HomePage.Choice choice = new HomePage.Choice(
                selection,
                picked.keys().size(),
                loaded.map(found -> found.assets().size()).orElse(0),
                picked.problems(),
                loaded.map(PipelineView::jobs).orElse(List.of()),
                loaded.map(PipelineView::example).orElse(List.of()));
        List<RunRecord> older = queries.runs(pipeline, before, RUNS + 1);
        List<RunRecord> shown = older.subList(0, Math.min(RUNS, older.size()));
        return new HomePage(
                look,
                pipeline,
                loaded.map(found -> graph(found, look, selection.isBlank() ? Set.of() : picked.keys())),
                choice,
                loaded.map(found -> launch(found, wish, picked)).orElse(Launch.NOTHING),
                loaded.map(PipelineView::assets).orElse(List.of()),
                shown.stream().map(run -> RunLine.of(run, queries::failed)).toList(),
                older.size() > RUNS ? shown.get(RUNS - 1).id().number() : 0,
                new HomePage.Condition(version.problems(), refused, runs.status()),
                new Known(last, version.id()),
                command.run());
    }

    /** What the button would start; a selection that cannot be read is told elsewhere. */
    private Launch launch(PipelineView loaded, RunWish wish, Picked picked) {
        String partition = loaded.hasPartitions() ? wish.partition() : null;
        String faults = chaos == null ? null : wish.chaos();
        if (!picked.problems().isEmpty()) {
            return new Launch("", partition, wish.needed(), faults, null, List.of());
        }
        try {
            BackgroundRuns.Asked asked = runs.of(loaded.pipeline(), wish);
            return new Launch(wish.job(), partition, wish.needed(), faults, runs.plan(asked), List.of());
        } catch (UserException e) {
            return new Launch(wish.job(), partition, wish.needed(), faults, null, e.problems());
        }
    }

    /** What a selection picks, or what is wrong with it. */
    record Picked(Set<AssetKey> keys, List<Problem> problems) {}

    static Picked pick(Pipeline loaded, String selection) {
        try {
            return new Picked(Selection.resolve(Selection.parse(selection), loaded.graph()), List.of());
        } catch (UserException e) {
            return new Picked(Set.of(), e.problems());
        }
    }

    /**
     * Each asset in its newest state, with a link to the run that left it there, and a box to pick it.
     *
     * @param keys those that were picked by hand; none while everything is meant
     */
    private String graph(PipelineView loaded, Look look, Set<AssetKey> keys) {
        Map<StepKey, PageQueries.Newest> states = new HashMap<>();
        queries.newest(
                        pipeline,
                        loaded.assets().stream().map(AssetDefinition::key).toList())
                .forEach(found -> states.put(found.step().key(), found));
        return loaded.picture().draw(look.language(), key -> {
            PageQueries.Newest found = states.get(key);
            String link = found == null
                    ? look.base() + "/?select=" + key + "#run"
                    : look.base() + "/runs/" + found.run() + "#" + RunPage.anchor(key.text());
            return node(found == null ? null : found.step(), link, look).withBox(keys.contains(key), "run");
        });
    }

    /** Of the newest version of the definitions it is kept. */
    @SuppressWarnings("ReferenceEquality") // each version is an object of its own
    private PipelineView view(Pipeline loaded) {
        PipelineView known = newest;
        if (known == null || known.pipeline() != loaded) {
            known = PipelineView.of(loaded);
            newest = known;
        }
        return known;
    }

    private static PageGraph.Node node(@Nullable StepRecord step, String link, Look look) {
        return step == null
                ? new PageGraph.Node(null, link, look.say("web.never_ran"))
                : new PageGraph.Node(step.state(), link, look.say(step.reason()));
    }

    /**
     * Empty if there is no such run.
     *
     * @param wanted what the names of the steps must hold that are shown; empty for all
     */
    Optional<RunPage> run(Look look, long number, String wanted) {
        Known known = new Known(history.lastSeq(), definitions.now().id());
        return history.run(number).map(run -> run(look, run, wanted, known));
    }

    /** Whether the page of this run is another one a moment later, though nothing happens. */
    boolean goesOn(long number) {
        return history.run(number).map(run -> run.ended() == null).orElse(false);
    }

    private RunPage run(Look look, RunRecord run, String wanted, Known known) {
        List<StepRecord> records = history.steps(run.id());
        Map<StepKey, StepRecord> shown = StepOrder.shown(records);
        StepChoice choice = StepChoice.of(records, wanted);
        List<Event> events = choice.isAllOf(records) ? history.story(run.id()) : stories.of(run.id(), choice.tasks());
        Instant until = run.ended() == null ? clock.instant() : run.ended();
        RunTimeline story = new RunTimeline(events, until);
        Why.Chains why = Why.in(events);
        Set<String> printing = logs.printing(run.id());
        Map<Task, Message> gone = new HashMap<>();
        new CleanedValues(history).of(run.id()).forEach((task, value) -> gone.put(task, value.said()));
        List<RunPage.Step> steps = choice.shown().stream()
                .map(step -> new RunPage.Step(
                        step,
                        story.bars(step.task().text()),
                        why.of(step.task()),
                        story.value(step.task().text()),
                        gone.get(step.task()),
                        story.verdict(step.task().text()),
                        ACCUSED.contains(step.state()) ? source(step.key(), run.id()) : null,
                        log(run, step.task(), printing)))
                .toList();
        Optional<String> graph = definitions
                .now()
                .pipeline()
                .filter(found -> found.name().equals(run.id().pipeline()))
                .map(found -> view(found)
                        .picture()
                        .draw(look.language(), key -> node(shown.get(key), "#" + RunPage.anchor(key.text()), look)));
        return new RunPage(
                look,
                run,
                graph,
                choice,
                steps,
                story.timeline(choice.names()),
                story.chaos(),
                until,
                logs.end(run.id(), null),
                known,
                command.run(run, pipeline));
    }

    /** @param printing the steps of the run that printed something: most print nothing, and are not asked for more */
    private RunPage.Log log(RunRecord run, Task task, Set<String> printing) {
        String end = printing.contains(task.step().text()) ? logs.end(run.id(), task) : "";
        return new RunPage.Log(end, command.logs(run, task.text()));
    }

    /** Where a step of this run is written now; null where its definition is not at hand. */
    private @Nullable SourcePlace source(StepKey key, RunId run) {
        Pipeline loaded = definitions.now().pipeline().orElse(null);
        if (loaded == null || !loaded.name().equals(run.pipeline())) {
            return null;
        }
        Optional<String> declared = key instanceof CheckKey check
                ? loaded.checksOf(check.asset()).stream()
                        .filter(known -> known.key().equals(check))
                        .map(CheckDefinition::declaredAt)
                        .findFirst()
                : Optional.of(key.asset())
                        .filter(loaded.graph().keys()::contains)
                        .map(asset -> loaded.graph().definition(asset).declaredAt());
        return declared.map(definitions.places()::get).orElse(null);
    }
}
