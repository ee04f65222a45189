package orquesta.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.partition.PartitionChoice;
import orquesta.partition.Partitions;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;
import orquesta.schedule.Tick;
import orquesta.schedule.Timing;
import orquesta.selection.Selection;
import orquesta.text.Message;
import orquesta.text.Moments;

/**
 * The rule of schedules, without thread, clock or memory: which ticks are due at a moment, and what becomes of each. A tick is
 * late if nobody decided it in time; then the schedule's rule for missed ticks counts.
 *
 * @param late how long after its instant a tick is still on time
 */
record DueTicks(Schedule schedule, Duration late) {
    /** Of more ticks than this that were missed at once, the older ones are told together. */
    static final int TOLD_ONE_BY_ONE = 100;

    /**
     * Decides what is due, the oldest first. At most one tick in the answer starts a run: whoever starts it asks again.
     *
     * @param busy whether a run of a schedule that makes up for each tick still goes on: its next tick waits for it
     */
    List<Fact.Ticked> decide(ScheduleState known, Instant now, boolean busy) {
        Timing timing = schedule.timing();
        List<Tick> due = timing.after(known.handled())
                .takeWhile(tick -> !tick.due().isAfter(now))
                .toList();
        if (due.isEmpty()) {
            return List.of();
        }
        if (!known.on()) {
            return told(due, State.SKIPPED, Message.of("tick.paused"));
        }
        Tick newest = due.get(due.size() - 1);
        boolean onTime = !newest.due().plus(late).isBefore(now);
        if (schedule.missed() == MissedTicks.ALL) {
            return busy ? List.of() : List.of(oldest(due, onTime, now));
        }
        boolean starts = onTime || schedule.missed() == MissedTicks.LAST;
        List<Tick> passed = starts ? due.subList(0, due.size() - 1) : due;
        List<Fact.Ticked> decided = new ArrayList<>(told(passed, State.SKIPPED, missed(now)));
        if (starts) {
            Message reason =
                    onTime ? Message.of("tick.due") : Message.of("tick.late", Moments.text(now, timing.zone()));
            decided.add(ticked(newest, State.RUNNING, reason));
        }
        return decided;
    }

    private Fact.Ticked oldest(List<Tick> due, boolean onTime, Instant now) {
        boolean waited = due.size() > 1 || !onTime;
        String since = Moments.text(now, schedule.timing().zone());
        return ticked(due.get(0), State.RUNNING, waited ? Message.of("tick.made_up", since) : Message.of("tick.due"));
    }

    private Message missed(Instant now) {
        String rule = schedule.missed().name().toLowerCase(Locale.ROOT);
        return Message.of("tick.missed", Moments.text(now, schedule.timing().zone()), rule);
    }

    /** Each by itself, but of very many the oldest in one. */
    private List<Fact.Ticked> told(List<Tick> ticks, State state, Message reason) {
        List<Fact.Ticked> told = new ArrayList<>();
        int folded = ticks.size() - TOLD_ONE_BY_ONE;
        if (folded > 0) {
            String first = Moments.text(ticks.get(0).due(), schedule.timing().zone());
            told.add(ticked(ticks.get(folded - 1), state, Message.of("tick.folded", folded, first, reason)));
        }
        ticks.subList(Math.max(0, folded), ticks.size()).forEach(tick -> told.add(ticked(tick, state, reason)));
        return told;
    }

    private static Fact.Ticked ticked(Tick tick, State state, Message reason) {
        return new Fact.Ticked(tick.due(), tick.asked(), state, reason);
    }

    /** When the next tick comes. */
    Instant next(ScheduleState state) {
        return schedule.timing().next(state.handled()).due();
    }

    /** The partition that the run of a tick computes: the newest that is over, of the shortest that its assets have. */
    static PartitionChoice partition(Pipeline pipeline, Selection selection, Instant due) {
        return Selection.resolve(selection, pipeline.graph()).stream()
                .map(key -> pipeline.graph().definition(key).partitions())
                .min(Partitions.finestFirst())
                .flatMap(partitions -> partitions.lastOver(due))
                .map(key -> PartitionChoice.of(key, due))
                .orElse(PartitionChoice.none(due));
    }
}
