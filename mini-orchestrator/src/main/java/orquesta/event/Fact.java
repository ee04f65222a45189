package orquesta.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.text.Message;

/** What one event says. */
public sealed interface Fact {
    /** Whether it says that a task begins. */
    default boolean begins() {
        return this instanceof StepChanged changed && changed.state() == State.RUNNING;
    }

    /**
     * A run began.
     *
     * @param selection what was asked for, in the grammar of selections
     * @param job the job that asked for it; empty if none
     * @param date the run's date, of its clock
     * @param pins for each task of an asset that the run reads but does not compute, the event that materialized it
     * @param owner the process that does the run
     * @param partitions those that were asked for; empty if nothing was said
     * @param deadline when the run's time is up; null without a limit
     * @param rerunOf the run that it does again; 0 if none
     * @param origin where its definitions came from
     */
    record RunStarted(
            String selection,
            String job,
            LocalDate date,
            Map<String, Long> pins,
            String owner,
            String partitions,
            @Nullable Instant deadline,
            long rerunOf,
            Origin origin)
            implements Fact {
        public RunStarted {
            origin = Objects.requireNonNullElse(origin, Origin.UNKNOWN); // homes of before do not say
            partitions = Objects.requireNonNullElse(partitions, "");
        }

        public RunStarted(String selection, String job, LocalDate date, Map<String, Long> pins, String owner) {
            this(selection, job, date, pins, owner, "", null, 0, Origin.UNKNOWN);
        }
    }

    /**
     * Where definitions came from.
     *
     * @param folder of their sources; empty for definitions that came from classes or a notebook
     * @param settings where resources were pointed elsewhere, by name
     * @param profile the profile of the pipeline; empty without one
     * @param chaos the faults that were asked for and put into them; empty without any
     */
    record Origin(String folder, Map<String, String> settings, String profile, String chaos) {
        public static final Origin UNKNOWN = new Origin("", Map.of(), "", "");

        public Origin {
            profile = Objects.requireNonNullElse(profile, ""); // homes of before know no profiles
            chaos = Objects.requireNonNullElse(chaos, "");
        }

        /** The same, of a run in a profile; one that was named before wins. */
        public Origin in(String other) {
            return profile.isEmpty() ? new Origin(folder, settings, other, chaos) : this;
        }
    }

    /**
     * A task is in a new state.
     *
     * @param until when time alone ends the state: a wait for the next attempt, the limit of a running one; null if never
     * @param pool the pool that a running task takes a place of; empty if none
     */
    record StepChanged(
            State state, Message reason, @Nullable Instant until, String pool) implements Fact {
        public StepChanged {
            pool = Objects.requireNonNullElse(pool, ""); // homes of before know no pools
        }

        public StepChanged(State state, Message reason) {
            this(state, reason, null, "");
        }
    }

    /** Somebody asked for the run to be stopped: the keyboard, the page, another process. */
    record CancelRequested(String by) implements Fact {}

    /** An attempt that was to stop goes on all the same: it is left alone, and what it returns will not count. */
    record Abandoned() implements Fact {}

    /** An attempt ended after it had been given up: what it returned is thrown away. */
    record LateResult(Message what) implements Fact {}

    /** A step wrote its value; nobody but the checks of this run sees it yet. */
    record Materialized(Materialization value) implements Fact {}

    /** The value that this step wrote in this attempt is published: it is now the one that readers see. */
    record Published() implements Fact {}

    /** The files of the value that this step published are all at their place. */
    record Delivered() implements Fact {}

    /**
     * A check judged.
     *
     * @param failing how many rows failed; -1 where rows were not what it looked at
     * @param sample the first of them, at most 100
     */
    record CheckEvaluated(Verdict verdict, long failing, List<Column> columns, List<List<@Nullable String>> sample)
            implements Fact {
        /** What was found, as a sentence. */
        public Message said() {
            String found = failing == 1 ? "check.once" : "check.rows";
            found = failing == 0 ? "check.none" : found;
            return Message.of(failing < 0 ? "check.said" : found, verdict.description(), failing);
        }
    }

    /** Passed or not, what was looked for, and what the check noted. */
    record Verdict(boolean passed, boolean blocking, Message description, Map<String, Object> facts) {}

    /** A run is over. */
    record RunEnded(RunStatus status, Message reason) implements Fact {}

    /**
     * A schedule is there, is written in another way, or was switched on or off.
     *
     * @param timing how it is written
     * @param since written so, it counts from here on
     */
    record ScheduleSet(String timing, Instant since, boolean on) implements Fact {}

    /**
     * A schedule was due: it started a run ({@code RUNNING}), or none ({@code SKIPPED}, {@code FAILED}), and why.
     *
     * @param due the instant; a schedule has one tick of it at most
     * @param asked the wall-clock times that it stands for, at least one
     */
    record Ticked(Instant due, List<LocalDateTime> asked, State state, Message reason) implements Fact {
        public boolean startsRun() {
            return state == State.RUNNING;
        }
    }

    /**
     * A sensor looked: what it saw started a run ({@code RUNNING}), or none ({@code SKIPPED}, {@code FAILED}), and why.
     *
     * @param number how many times it has told something, from 1; it tells each once
     * @param cursor how far it has seen
     */
    record Sensed(long number, String cursor, State state, Message reason) implements Fact {}

    /** Somebody was told of the event that this one's cause is, or could not be; the reason says how, or what stood in the way. */
    record Alerted(boolean sent, Message reason) implements Fact {}

    /**
     * Values that readers no longer need were cleaned: from here on nobody may read them.
     *
     * @param values the events that materialized them
     * @param why the rule by which they went
     * @param removed whether this says that their bytes are gone as well, which comes after
     */
    record Cleaned(List<Long> values, Message why, boolean removed) implements Fact {}

    /** A home that an older version wrote was brought to this one's tables; the older file is kept beside it. */
    record HomeMigrated(int from, int to) implements Fact {}
}
