package orquesta;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import orquesta.asset.AssetKey;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.HomeException;
import orquesta.event.Materialization.Delivery;
import orquesta.event.Pin;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.run.HomeLock;
import orquesta.store.History;
import orquesta.store.SqliteStore;
import orquesta.text.Message;
import orquesta.values.FileValue;

/**
 * Brings to its end what a dead process left behind: its runs are crashed, and published files that had not all reached
 * their place are moved there. Whoever holds the home's lock knows that no process works on these any more.
 */
final class Recovery {
    /** Stands for the first of the events that are appended together. */
    private static final long FIRST = -1;

    private final SqliteStore store;
    private final History history;
    private final List<Message> leftovers = new ArrayList<>();

    Recovery(SqliteStore store) {
        this.store = store;
        this.history = store.history();
    }

    /** Does nothing while a run goes on; returns what could not be brought to its end. */
    List<Message> recover(Path home) {
        try (HomeLock lock = HomeLock.tryAcquire(home).orElse(null)) {
            if (lock != null) {
                history.unfinished().forEach(this::crashed);
                history.undelivered().forEach(this::deliver);
            }
            return List.copyOf(leftovers);
        } catch (IOException e) {
            throw HomeException.at(home, e);
        }
    }

    /** What ran has crashed; what had not begun lost nothing, and is skipped. No other event of the run led to either. */
    private void crashed(RunRecord run) {
        String owner = run.request().owner();
        Message lost = Message.of("step.crashed", owner);
        Message notBegun = Message.of(
                "step.not_begun",
                owner,
                run.id(),
                run.id().pipeline(),
                run.request().selection());
        long start = history.events(run.id()).get(0).seq();
        long cause = start;
        List<StepRecord> open = history.steps(run.id()).stream()
                .filter(step -> !step.state().isEnd())
                .sorted(Comparator.comparing(step -> step.state() != State.RUNNING)) // what ran comes first
                .toList();
        List<Event.Draft> drafts = new ArrayList<>();
        for (StepRecord step : open) {
            boolean began = step.state() == State.RUNNING;
            Fact end = new Fact.StepChanged(began ? State.CRASHED : State.SKIPPED, began ? lost : notBegun);
            drafts.add(new Event.Draft(run.id(), step.key(), step.attempts(), began ? start : cause, end));
            cause = began ? FIRST : cause;
        }
        Message reason = Message.of("run.crashed", owner);
        drafts.add(new Event.Draft(run.id(), null, 0, cause, new Fact.RunEnded(RunStatus.CRASHED, reason)));
        store.append(drafts);
    }

    /** Files of a value that is no longer the published one would replace newer ones: they are thrown away. */
    private void deliver(Event event) {
        Delivery delivery = Objects.requireNonNull(
                ((Fact.Materialized) event.fact()).value().delivery());
        AssetKey asset = Objects.requireNonNull(event.step()).asset();
        Pin now = history.published(event.run().pipeline(), asset).orElseThrow();
        try {
            if (now.materialization() != event.seq()) {
                FileValue.discard(Path.of(delivery.staging()));
                return;
            }
            FileValue.deliver(delivery);
            Fact delivered = new Fact.Delivered();
            store.append(List.of(new Event.Draft(event.run(), event.step(), event.attempt(), event.seq(), delivered)));
        } catch (IOException e) {
            leftovers.add(Message.of("run.undelivered", event.run(), asset, delivery.staging(), e));
        }
    }
}
