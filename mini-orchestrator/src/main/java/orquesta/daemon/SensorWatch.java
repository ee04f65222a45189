package orquesta.daemon;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.asset.AssetKey;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.partition.PartitionChoice;
import orquesta.resource.PipelineRoot;
import orquesta.run.RunListener;
import orquesta.sensor.Sensor;
import orquesta.sensor.SensorAnswer;
import orquesta.sensor.SensorLook;
import orquesta.store.TriggerQueries;
import orquesta.text.Message;
import orquesta.text.SecretValues;
import orquesta.text.UserException;

/**
 * Lets sensors look, each in its own time and one look at a time, in threads of others. What a sensor saw and the run that
 * follows are recorded together, once: who dies in between sees it again, and who comes second records nothing.
 */
final class SensorWatch {
    private final Orchestrator orchestrator;
    private final Clock clock;
    private final Supplier<Fact.Origin> origin;
    private final ExecutorService threads;
    private final Consumer<Object> tell;
    private final Map<TriggerId, Instant> next = new ConcurrentHashMap<>();
    private final Set<TriggerId> looking = ConcurrentHashMap.newKeySet();

    SensorWatch(
            Orchestrator orchestrator,
            Clock clock,
            Supplier<Fact.Origin> origin,
            ExecutorService threads,
            Consumer<Object> tell) {
        this.orchestrator = orchestrator;
        this.clock = clock;
        this.origin = origin;
        this.threads = threads;
        this.tell = tell;
    }

    /** Begins the looks that are due at a moment; says when the next one is. */
    Instant tick(Pipeline pipeline, Instant now, Instant otherwise) {
        Instant soonest = otherwise;
        for (Sensor sensor : pipeline.sensors().values()) {
            TriggerId id = new TriggerId(pipeline.name(), sensor.name());
            Instant due = next.getOrDefault(id, Instant.EPOCH);
            if (!due.isAfter(now) && looking.add(id)) {
                due = now.plus(sensor.every());
                next.put(id, due);
                threads.execute(() -> {
                    try {
                        look(pipeline, sensor, id);
                    } finally {
                        looking.remove(id);
                    }
                });
            }
            soonest = due.isBefore(soonest) ? due : soonest;
        }
        return soonest;
    }

    private void look(Pipeline pipeline, Sensor sensor, TriggerId id) {
        SensorState state = SensorState.of(new TriggerQueries(orchestrator.history()).newest(id));
        try {
            if (!state.set().timing().equals(sensor.watches())) {
                state = begun(pipeline, sensor, id, state);
            }
            if (!state.set().on()) {
                return;
            }
            SensorAnswer answer = sensor.code().look(seen(pipeline, state.last().cursor()));
            if (answer instanceof SensorAnswer.Fires fires) {
                run(pipeline, sensor, id, state.next(fires.cursor(), State.RUNNING, fires.reason()), fires);
            } else {
                say(id, state, State.SKIPPED, answer.reason());
            }
        } catch (Exception | LinkageError e) { // whatever it was: it looks again
            if (!threads.isShutdown()) { // a look that is ended from outside did not fail
                say(id, state, State.FAILED, Message.of("sensor.failed", e));
            }
        }
    }

    /**
     * A sensor that is new, or watches something else, sees from now on. Its cursor is recorded first: whoever dies before it is
     * said to be watched leaves a sensor that begins again, never one without a cursor.
     */
    private SensorState begun(Pipeline pipeline, Sensor sensor, TriggerId id, SensorState state) {
        String cursor = sensor.code().begins(seen(pipeline, ""));
        orchestrator.record(id, state.next(cursor, State.SKIPPED, Message.of("sensor.begins")));
        orchestrator.record(
                id,
                new Fact.ScheduleSet(
                        sensor.watches(), clock.instant(), state.set().on()));
        return SensorState.of(new TriggerQueries(orchestrator.history()).newest(id));
    }

    private SensorLook seen(Pipeline pipeline, String cursor) {
        SensorLook.Memory memory = new SensorLook.Memory() {
            @Override
            public long lastWell(String job) {
                return new TriggerQueries(orchestrator.history()).lastWell(pipeline.name(), job);
            }

            @Override
            public long published(String asset) {
                return new TriggerQueries(orchestrator.history()).lastPublished(pipeline.name(), new AssetKey(asset));
            }
        };
        return new SensorLook(cursor, clock.instant(), root(), memory);
    }

    private Path root() {
        String folder = origin.get().folder();
        return folder.isEmpty() ? Path.of("").toAbsolutePath() : PipelineRoot.of(Path.of(folder));
    }

    private void run(Pipeline pipeline, Sensor sensor, TriggerId id, Fact.Sensed sensed, SensorAnswer.Fires fires) {
        Event.Draft tick = new Event.Draft(id, null, 0, 0, sensed);
        RunListener listener = event -> {
            if (event.fact() instanceof Fact.RunStarted) {
                tell.accept(Message.of("sensor.run", sensor.name(), event.run(), sensed.reason()));
            }
        };
        try {
            int workers = Runtime.getRuntime().availableProcessors();
            RunRequest request = new RunRequest(pipeline.job(sensor.job()), sensor.job(), clock, workers)
                    .from(origin.get())
                    .in(choice(pipeline, sensor, fires));
            orchestrator
                    .run(pipeline, request, tick, listener)
                    .ifPresent(run -> tell.accept(Message.of(
                            "tick.ended",
                            run.run().id(),
                            run.run().status().text(),
                            run.run().reason())));
        } catch (UserException e) { // seen, and no run could begin: to look again would find the same for ever
            Message reason = SecretValues.KNOWN.hide(Message.of("tick.refused", e.getMessage()));
            orchestrator.record(id, new Fact.Sensed(sensed.number(), sensed.cursor(), State.FAILED, reason));
            tell.accept(Message.of("sensor.told", sensor.name(), reason));
        }
    }

    private PartitionChoice choice(Pipeline pipeline, Sensor sensor, SensorAnswer.Fires fires) {
        Instant now = clock.instant();
        return fires.partition().isEmpty()
                ? DueTicks.partition(pipeline, pipeline.job(sensor.job()), now)
                : PartitionChoice.of(fires.partition(), now);
    }

    private void say(TriggerId id, SensorState state, State how, Message reason) {
        if (!state.isSaid(how, reason)
                && orchestrator.record(id, state.next(state.last().cursor(), how, reason))) {
            tell.accept(Message.of("sensor.told", id.name(), reason));
        }
    }

    /** Whether no look and no run of a look goes on. */
    boolean isIdle() {
        return looking.isEmpty();
    }
}
