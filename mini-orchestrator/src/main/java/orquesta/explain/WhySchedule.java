package orquesta.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;
import orquesta.schedule.Tick;
import orquesta.text.Message;
import orquesta.text.Moments;

/**
 * Why a schedule fired at a moment, or did not; what it waits for now, until when, and what would make it run. A pure function
 * over what is remembered of it.
 *
 * @param pipeline as a command names it
 * @param settings how it was written, switched on and off: facts {@code ScheduleSet}, in order
 * @param newest the newest tick that was decided; null if none was
 */
public record WhySchedule(
        String pipeline,
        Schedule schedule,
        List<Event> settings,
        @Nullable Decided newest) {
    /**
     * A tick that was decided.
     *
     * @param run the run that it started; null if it started none
     */
    public record Decided(Fact.Ticked ticked, @Nullable RunRecord run) {}

    public WhySchedule {
        settings = List.copyOf(settings);
    }

    /** What it waits for at a moment, and why it did last what it did. */
    public List<Message> now(Instant now) {
        List<Message> said = new ArrayList<>();
        if (newest != null) {
            said.addAll(decided(newest));
        }
        Fact.ScheduleSet set = set();
        if (set == null) {
            said.add(Message.of("whytime.unwatched", schedule.name(), pipeline));
        } else if (!set.on()) {
            said.add(paused());
        } else {
            said.addAll(waits(now, handled(set)));
        }
        said.add(Message.of("whytime.at_once", pipeline, schedule.job()));
        return said;
    }

    /**
     * Why it fired at a moment, or did not.
     *
     * @param found the first decided tick that is not earlier; empty if none is
     */
    public List<Message> at(Instant moment, Optional<Decided> found, Instant now) {
        Tick tick = schedule.timing().next(moment.minusMillis(1));
        if (tick.due().isAfter(moment)) {
            return List.of(Message.of("whytime.not_due", text(moment), schedule.text(), text(tick.due())));
        }
        if (found.isPresent() && found.get().ticked().due().equals(moment)) {
            return decided(found.get());
        }
        Fact.ScheduleSet set = set();
        if (moment.isAfter(now)) {
            return List.of(Message.of("whytime.not_yet", text(moment), left(now, moment)));
        }
        if (set == null) {
            return List.of(Message.of("whytime.unwatched", schedule.name(), pipeline));
        }
        if (!moment.isAfter(set.since())) {
            return List.of(before(moment, set));
        }
        boolean folded = found.isPresent()
                && found.get().ticked().reason().key().equals("tick.folded")
                && found.get().ticked().state() == State.SKIPPED;
        return folded ? decided(found.get()) : undecided(moment, now);
    }

    private List<Message> decided(Decided decided) {
        Fact.Ticked ticked = decided.ticked();
        String due = text(ticked.due());
        RunRecord run = decided.run();
        if (run != null) {
            return List.of(Message.of(
                    "whytime.fired",
                    due,
                    ticked.reason(),
                    run.id(),
                    run.status().text()));
        }
        List<Message> said = new ArrayList<>();
        String how = ticked.state() == State.FAILED ? "whytime.failed" : "whytime.nothing";
        said.add(Message.of(how, due, ticked.reason()));
        if (ticked.reason().key().equals("tick.missed")) {
            boolean skip = schedule.missed() == MissedTicks.SKIP;
            said.add(Message.of(skip ? "whytime.with_last" : "whytime.with_all", schedule.name()));
        }
        return said;
    }

    /** Before it was written as it is, nobody owed anything. */
    private Message before(Instant moment, Fact.ScheduleSet set) {
        String earlier = settings.stream()
                .map(event -> (Fact.ScheduleSet) event.fact())
                .filter(one -> !one.timing().equals(set.timing()))
                .reduce((first, second) -> second)
                .map(Fact.ScheduleSet::timing)
                .orElse("");
        return earlier.isEmpty()
                ? Message.of("whytime.before", text(moment), text(set.since()))
                : Message.of("whytime.changed", text(moment), text(set.since()), set.timing(), earlier);
    }

    private Message paused() {
        Instant since = settings.get(settings.size() - 1).at();
        return Message.of("whytime.paused", schedule.name(), text(since), pipeline);
    }

    private List<Message> waits(Instant now, Instant handled) {
        Tick next = schedule.timing().next(handled);
        return next.due().isAfter(now)
                ? List.of(Message.of("whytime.waits", text(next.due()), left(now, next.due())))
                : undecided(next.due(), now);
    }

    /** Due, and nobody has said what becomes of it. */
    private List<Message> undecided(Instant due, Instant now) {
        RunRecord run = newest == null ? null : newest.run();
        if (schedule.missed() == MissedTicks.ALL && run != null && run.status() == RunStatus.RUNNING) {
            return List.of(
                    Message.of("whytime.behind", text(due), run.id(), run.id().number()));
        }
        String rule = switch (schedule.missed()) {
            case SKIP -> "whytime.off_skip";
            case LAST -> "whytime.off_last";
            case ALL -> "whytime.off_all";
        };
        return List.of(
                Message.of("whytime.off", text(due), left(due, now), pipeline), Message.of(rule, schedule.name()));
    }

    private Fact.@Nullable ScheduleSet set() {
        return settings.isEmpty()
                ? null
                : (Fact.ScheduleSet) settings.get(settings.size() - 1).fact();
    }

    private Instant handled(Fact.ScheduleSet set) {
        Instant decided = newest == null ? Instant.EPOCH : newest.ticked().due();
        return decided.isAfter(set.since()) ? decided : set.since();
    }

    private String text(Instant instant) {
        return Moments.text(instant, schedule.timing().zone());
    }

    private static String left(Instant from, Instant to) {
        Duration left = Duration.between(from, to);
        List<String> parts = new ArrayList<>();
        add(parts, left.toDays(), "d");
        add(parts, left.toHoursPart(), "h");
        add(parts, left.toMinutesPart(), "min");
        return parts.isEmpty() ? left.toSecondsPart() + " s" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit);
        }
    }
}
