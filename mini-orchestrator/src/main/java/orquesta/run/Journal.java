package orquesta.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.RunId;

/** Gathers the events of one moment of a run and records them together, so that causes may lie in the same moment. */
final class Journal {
    /** An event that is recorded, or will be with the next {@link #record}. */
    static final class Entry {
        private final int index;
        private long seq = 0;

        private Entry(int index) {
            this.index = index;
        }

        /** Its place in the log, or its negative place among the drafts, from -1. */
        private long reference() {
            return seq > 0 ? seq : -1L - index;
        }
    }

    private final RunId run;
    private final EventLog log;
    private final RunListener listener;
    private final List<Event.Draft> drafts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    Journal(RunId run, EventLog log, RunListener listener) {
        this.run = run;
        this.log = log;
        this.listener = listener;
    }

    Entry add(@Nullable StepKey step, int attempt, @Nullable Entry cause, Fact fact) {
        Entry entry = new Entry(drafts.size());
        drafts.add(new Event.Draft(run, step, attempt, cause == null ? 0 : cause.reference(), fact));
        entries.add(entry);
        return entry;
    }

    /** Records what was added; synced to disk if something is published. */
    void record() {
        if (drafts.isEmpty()) {
            return;
        }
        boolean publishes = drafts.stream().anyMatch(draft -> draft.fact() instanceof Fact.Published);
        List<Event> events = publishes ? log.publish(drafts) : log.append(drafts);
        for (int i = 0; i < events.size(); i++) {
            entries.get(i).seq = events.get(i).seq();
        }
        drafts.clear();
        entries.clear();
        events.forEach(listener::happened);
    }
}
