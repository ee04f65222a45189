package orquesta.daemon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.process.FastClock;
import orquesta.run.RunListener;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;
import orquesta.store.TriggerQueries;
import orquesta.text.Message;
import orquesta.text.Moments;
import orquesta.text.UserException;

/**
 * Makes the schedules of a pipeline fire: one thread that sleeps until something is due, and a thread for each run. Several may
 * watch one home: a tick and the run that it starts are recorded together, once.
 */
public final class Daemon implements AutoCloseable {
    /** How soon it hears of a switch, of changed definitions, of a clock that was set. */
    private static final Duration LOOKS = Duration.ofMillis(500);
    /** How soon it asks again for a tick that is due and waits for the run before it. */
    private static final Duration AGAIN = Duration.ofMillis(50);
    /** How long after its instant a tick is still on time. */
    private static final Duration LATE = Duration.ofSeconds(60);

    private static final int LAST_SECONDS = 5;

    private final Orchestrator orchestrator;
    private final Supplier<Optional<Pipeline>> definitions;
    private final Clock clock;
    private final Consumer<Object> tell;
    private final Supplier<Fact.Origin> origin;
    private final Set<TriggerId> makingUp = ConcurrentHashMap.newKeySet();
    /** The newest tick of each schedule that a thread of ours took: it records it together with its run. */
    private final Map<TriggerId, Instant> begun = new ConcurrentHashMap<>();

    private final Deadlines deadlines;
    private final AtomicInteger going = new AtomicInteger();

    private final ExecutorService runs =
            Executors.newCachedThreadPool(code -> daemonThread(code, "orquesta-scheduled"));
    private final SensorWatch sensors;
    private final Thread thread = daemonThread(this::loop, "orquesta-daemon");
    private volatile boolean closed = false;

    /**
     * Begins nothing yet.
     *
     * @param definitions the pipeline as it is now; empty as long as it never could be loaded
     * @param clock what is due is due by this clock
     * @param origin where its definitions come from as it is now: what settings mean is known once they are loaded
     * @param tell gets a line for each tick and for each run that ends
     */
    public Daemon(
            Orchestrator orchestrator,
            Supplier<Optional<Pipeline>> definitions,
            Clock clock,
            Supplier<Fact.Origin> origin,
            Consumer<Object> tell) {
        this.orchestrator = orchestrator;
        this.definitions = definitions;
        this.clock = clock;
        this.origin = origin;
        this.tell = tell;
        this.sensors = new SensorWatch(orchestrator, clock, origin, runs, tell);
        this.deadlines = new Deadlines(orchestrator, tell);
    }

    private static Thread daemonThread(Runnable code, String name) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to watch the clock. */
    public Daemon start() {
        thread.start();
        return this;
    }

    private void loop() {
        while (!closed) {
            try {
                Instant next = tick();
                Duration wait = FastClock.real(clock, Duration.between(clock.instant(), next));
                long waits = wait.isNegative() ? AGAIN.toMillis() : wait.toMillis() + 1;
                Thread.sleep(Math.min(waits, LOOKS.toMillis()));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | LinkageError e) { // whatever it was: the next tick must come
                if (!closed) { // what is refused to a look that is being ended is no fault
                    tell.accept(Message.of("cli.bug", e));
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Instant tick() {
        return tick(clock.instant());
    }

    /** Does what is due at a moment; says when the next tick of any schedule comes. */
    Instant tick(Instant now) {
        Instant next = now.plus(Duration.ofDays(1));
        Pipeline pipeline = definitions.get().orElse(null);
        if (pipeline == null) {
            return next;
        }
        for (Schedule schedule : pipeline.schedules().values()) {
            TriggerId id = new TriggerId(pipeline.name(), schedule.name());
            DueTicks rule = new DueTicks(schedule, FastClock.scaled(clock, LATE));
            for (Fact.Ticked due : rule.decide(state(id, schedule), now, makingUp.contains(id))) {
                happens(pipeline, schedule, due);
            }
            Instant comes = rule.next(state(id, schedule));
            next = comes.isBefore(next) ? comes : next;
        }
        Instant deadline = deadlines.judge(pipeline, now);
        return sensors.tick(pipeline, now, deadline.isBefore(next) ? deadline : next);
    }

    /** Whether no run that it started goes on: then nothing happens before the next tick. */
    boolean isIdle() {
        return going.get() == 0 && sensors.isIdle();
    }

    /** A schedule that is new, or is written in another way, counts from now on. */
    private ScheduleState state(TriggerId id, Schedule schedule) {
        // Asked before the history: a thread records its tick, and then forgets that it took it.
        Instant taken = begun.getOrDefault(id, Instant.EPOCH);
        ScheduleState state = ScheduleState.of(new TriggerQueries(orchestrator.history()).newest(id));
        if (!state.set().timing().equals(schedule.text())) {
            orchestrator.record(id, new Fact.ScheduleSet(schedule.text(), clock.instant(), state.on()));
            state = ScheduleState.of(new TriggerQueries(orchestrator.history()).newest(id));
        }
        return state.handledUpTo(taken);
    }

    private void happens(Pipeline pipeline, Schedule schedule, Fact.Ticked ticked) {
        TriggerId id = new TriggerId(pipeline.name(), schedule.name());
        if (!ticked.startsRun()) {
            record(schedule, id, ticked);
            return;
        }
        boolean madeUp = schedule.missed() == MissedTicks.ALL;
        begun.put(id, ticked.due());
        if (madeUp) {
            makingUp.add(id);
        }
        going.incrementAndGet();
        runs.execute(() -> {
            try {
                start(pipeline, schedule, ticked);
            } finally { // by now the tick is recorded; if it is not, the next look takes it up again
                begun.remove(id, ticked.due());
                makingUp.remove(id);
                going.decrementAndGet();
            }
        });
    }

    private void start(Pipeline pipeline, Schedule schedule, Fact.Ticked ticked) {
        TriggerId id = new TriggerId(pipeline.name(), schedule.name());
        Clock due = Clock.fixed(ticked.due(), schedule.timing().zone());
        try {
            int workers = Runtime.getRuntime().availableProcessors();
            RunRequest request = new RunRequest(pipeline.job(schedule.job()), schedule.job(), due, workers)
                    .in(DueTicks.partition(pipeline, pipeline.job(schedule.job()), ticked.due()));
            Event.Draft tick = new Event.Draft(id, null, 0, 0, ticked);
            RunListener listener = event -> {
                if (event.fact() instanceof Fact.RunStarted) {
                    tell.accept(line(schedule, ticked, Message.of("tick.run", event.run(), ticked.reason())));
                }
            };
            orchestrator
                    .run(pipeline, request.from(origin.get()), tick, listener)
                    .map(RunResult::run)
                    .ifPresent(run -> tell.accept(
                            Message.of("tick.ended", run.id(), run.status().text(), run.reason())));
        } catch (UserException e) {
            failed(schedule, id, ticked, Message.of("tick.refused", e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            tell.accept(Message.of("cli.bug", e));
            failed(schedule, id, ticked, Message.of("tick.refused", e.toString()));
        }
    }

    private void failed(Schedule schedule, TriggerId id, Fact.Ticked ticked, Message reason) {
        record(schedule, id, new Fact.Ticked(ticked.due(), ticked.asked(), State.FAILED, reason));
    }

    /** Nothing if another daemon of this home was faster. */
    private void record(Schedule schedule, TriggerId id, Fact.Ticked ticked) {
        if (orchestrator.record(id, ticked)) {
            tell.accept(line(schedule, ticked, ticked.reason()));
        }
    }

    private static Message line(Schedule schedule, Fact.Ticked ticked, Message what) {
        String due = Moments.text(ticked.due(), schedule.timing().zone());
        return Message.of("tick.line", due, schedule.name(), what);
    }

    /** Begins nothing any more; runs that go on are interrupted and get a moment to end. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        runs.shutdownNow();
        try {
            runs.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
