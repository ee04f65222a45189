package orquesta.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import orquesta.asset.AssetKey;
import orquesta.definition.Pipeline;
import orquesta.event.State;
import orquesta.plan.Plan;
import orquesta.plan.PlanRequest;
import orquesta.plan.Planner;
import orquesta.schedule.Schedule;
import orquesta.schedule.Tick;

/** The assets on their schedule: each tick is one run, planned by {@link Planner} and decided by the rules of every run. */
final class DagLane {
    private DagLane() {}

    /** Lives through a week. A run ends long before the next tick, so they are run one after another. */
    static Lane of(Week week) {
        return of(week, NightlyAssets.of(week));
    }

    /** The same with other definitions: with a schedule of the same name. */
    static Lane of(Week week, Pipeline pipeline) {
        Schedule schedule = Objects.requireNonNull(pipeline.schedules().get(NightlyAssets.SCHEDULE));
        PlanRequest whole = PlanRequest.of(pipeline.job(schedule.job()), week.begin());
        Plan plan = Planner.plan(pipeline, whole, task -> Optional.empty());
        List<LaneEvent> events = new ArrayList<>();
        List<Publication> published = new ArrayList<>();
        List<Tick> ticks = schedule.timing()
                .after(week.begin())
                .takeWhile(tick -> tick.due().isBefore(week.end()))
                .toList();
        for (Tick tick : ticks) {
            NightRun run = new NightRun(
                    plan, week.after(tick.asked().get(0).toLocalDate().minusDays(1)), tick.due());
            events.add(new LaneEvent(
                    tick.due(), run.day(), schedule.name(), State.RUNNING, Due.why(schedule.expression(), tick)));
            run.live();
            events.addAll(run.events());
            published.addAll(run.published());
        }
        List<String> assets =
                pipeline.graph().inOrder().stream().map(AssetKey::name).toList();
        return new Lane("DAG", assets, events, published);
    }
}
