package orquesta.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.Pin;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.process.RunLock;
import orquesta.run.RunState;
import orquesta.run.Signal;
import orquesta.run.TaskState;
import orquesta.store.History;
import orquesta.store.SqliteStore;
import orquesta.text.Message;
import orquesta.values.Storage;

/**
 * Brings to its end what a dead process left behind: its runs are crashed, what they wrote for nobody is removed, and
 * published files that had not all reached their place are moved there. A run is a fold of its events, so its end is the same
 * fold with one more signal. Whoever holds the lock of a run knows that no process works on it any more.
 */
public final class Recovery {
    private final Path home;
    private final SqliteStore store;
    private final History history;
    private final Storage storage;
    private final Clock clock;

    public Recovery(Path home, SqliteStore store, Storage storage, Clock clock) {
        this.home = home;
        this.store = store;
        this.history = store.history();
        this.storage = storage;
        this.clock = clock;
    }

    /** Leaves alone what living processes do; returns what could not be brought to its end. */
    public List<Message> recover() {
        history.unfinished().forEach(run -> recover(run.id().number()));
        List<Message> leftovers = new ArrayList<>();
        history.undelivered().forEach(event -> deliver(event).ifPresent(leftovers::add));
        return leftovers;
    }

    /** Brings one run to its end if its process is gone. */
    public void recover(long number) {
        try (RunLock lock = RunLock.take(home, number).orElse(null)) {
            Optional<RunRecord> run = lock == null ? Optional.empty() : history.run(number);
            run.filter(found -> found.status() == RunStatus.RUNNING).ifPresent(this::crashed);
        }
    }

    private void crashed(RunRecord run) {
        RunState state = RunState.of(history.events(run.id()));
        List<Signal> gone = List.of(new Signal.ProcessGone(run.request().owner()));
        store.append(state.decide(run.id(), gone, clock.instant()));
        for (Map.Entry<Task, TaskState> task : state.tasks().entrySet()) {
            boolean lost =
                    task.getValue().state() == State.RUNNING && !task.getValue().published();
            if (lost && !task.getKey().isCheck()) {
                storage.discard(run.id(), task.getKey(), task.getValue().attempt());
            }
        }
    }

    /** Its own run moves them if it is alive. */
    private Optional<Message> deliver(Event event) {
        Optional<RunLock> run = RunLock.take(home, event.run().number());
        if (run.isEmpty()) {
            return Optional.empty();
        }
        try {
            RunLock alone = RunLock.forDelivery(home);
            try {
                return deliverAlone(event);
            } finally {
                alone.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            run.get().close();
        }
    }

    /** Files of a value that is no longer the published one would replace newer ones: they are thrown away. */
    private Optional<Message> deliverAlone(Event event) {
        Materialization value = ((Fact.Materialized) event.fact()).value();
        Task task = Objects.requireNonNull(event.task());
        try {
            Pin now = history.published(event.run().pipeline(), task).orElseThrow();
            if (now.materialization() != event.seq()) {
                storage.discard(value);
                return Optional.empty();
            }
            storage.deliver(value);
            Fact delivered = new Fact.Delivered();
            store.append(List.of(new Event.Draft(event.run(), task, event.attempt(), event.seq(), delivered)));
            return Optional.empty();
        } catch (IOException e) {
            String staging = Objects.requireNonNull(value.delivery()).staging();
            return Optional.of(Message.of("run.undelivered", event.run(), task.asset(), staging, e));
        }
    }
}
