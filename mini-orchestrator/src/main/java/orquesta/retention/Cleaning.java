package orquesta.retention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.HomeId;
import orquesta.event.RunId;
import orquesta.retention.Retention.Going;
import orquesta.retention.Retention.Rule;
import orquesta.store.KeptValue;
import orquesta.store.SqliteStore;
import orquesta.store.ValueQueries;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.values.Removal;
import orquesta.values.Storage;
import orquesta.values.ValueId;

/**
 * Cleans values by the rule. What goes is recorded first, in one transaction with a look whether a run has begun that could
 * read it; then its bytes are removed, and that is recorded. A crash in between leaves bytes that nobody may read, and the
 * next cleaning removes them; what is published is never touched.
 */
public final class Cleaning {
    /** After a run at most so many values, or twice what it wrote: the first cleaning of an old home is spread over runs. */
    private static final int AT_ONCE = 1_000;

    /** So many are removed before a run returns: to remove a value takes a disk about as long as to write one. */
    private static final int REMOVED_AT_ONCE = 50;

    /** How often a run that begins meanwhile makes it look again. */
    private static final int LOOKS = 5;

    private final SqliteStore store;
    private final ValueQueries queries;
    private final Storage storage;

    public Cleaning(SqliteStore store, Storage storage) {
        this.store = store;
        this.queries = new ValueQueries(store.history());
        this.storage = storage;
    }

    /**
     * What a cleaning did.
     *
     * @param going the values that went, and by which rule
     * @param removed how many values have left their store, with those that an earlier cleaning had to leave
     * @param problems what stood in the way of removing others
     */
    public record Report(List<Going> going, int removed, List<Message> problems) {
        /** What they took. */
        public long bytes() {
            return going.stream().mapToLong(one -> one.value().bytes()).sum();
        }
    }

    /** What a cleaning of the whole home would clean; cleans nothing. */
    public List<Going> going(Retention rule) {
        return decide(rule, queries.kept());
    }

    /** Cleans the whole home, and removes what earlier cleanings had to leave. */
    public Report clean(Retention rule) {
        List<Going> going = record(rule, () -> decide(rule, queries.kept()));
        return removed(going, queries.unremoved());
    }

    /**
     * Cleans what a run that has ended leaves to be cleaned; of many values only the first are removed at once, the others
     * beside the next run. Trouble is left to the next cleaning: no run fails by it.
     */
    public void after(RunId run) {
        try {
            List<KeptValue> going = record(Retention.USUAL, () -> goingAfter(run)).stream()
                    .map(Going::value)
                    .limit(REMOVED_AT_ONCE)
                    .toList();
            var unused = removed(List.of(), going);
        } catch (UserException e) {
            return; // the disk of the home or a server: the command tells of it, and the next cleaning tries again
        }
    }

    /** Begins to remove what earlier cleanings of a pipeline had to leave; close it when the run has ended. */
    public Sweep beside(String pipeline) {
        List<KeptValue> left = queries.unremoved().stream()
                .filter(value -> value.run().pipeline().equals(pipeline))
                .toList();
        return new Sweep(this, left);
    }

    void remove(List<KeptValue> values) {
        try {
            var unused = removed(List.of(), values);
        } catch (UserException e) {
            return; // as after a run
        }
    }

    /** Of what the run computed; of the whole home only once too much is kept there. */
    private List<Going> goingAfter(RunId run) {
        List<KeptValue> own = queries.keptOf(run);
        if (own.isEmpty()) {
            return List.of();
        }
        boolean tooMuch = queries.bytes() > Retention.USUAL.bytes();
        int most = Math.max(AT_ONCE, 2 * tasks(own).size());
        List<Going> going = decide(Retention.USUAL, tooMuch ? queries.kept() : own);
        return going.subList(0, Math.min(most, going.size()));
    }

    private static Set<Task> tasks(List<KeptValue> values) {
        return values.stream().map(KeptValue::task).collect(Collectors.toSet());
    }

    private List<Going> decide(Retention rule, List<KeptValue> values) {
        Set<String> pipelines =
                values.stream().map(value -> value.run().pipeline()).collect(Collectors.toSet());
        return rule.decide(values, queries.readers(pipelines, rule.runs())).stream()
                .sorted(Comparator.comparingLong(one -> one.value().seq()))
                .toList();
    }

    /** Records what goes; decides again while runs begin in between. */
    private List<Going> record(Retention rule, Supplier<List<Going>> decision) {
        for (int look = 0; look < LOOKS; look++) {
            long since = store.history().lastSeq();
            List<Going> going = decision.get();
            List<Event.Draft> drafts = drafts(rule, going);
            if (drafts.isEmpty() || !store.appendUnlessChanged(since, drafts).isEmpty()) {
                return going;
            }
        }
        return List.of();
    }

    private static List<Event.Draft> drafts(Retention rule, List<Going> going) {
        List<Event.Draft> drafts = new ArrayList<>();
        for (Rule each : Rule.values()) {
            List<Long> values = going.stream()
                    .filter(one -> one.rule() == each)
                    .map(one -> one.value().seq())
                    .toList();
            if (!values.isEmpty()) {
                drafts.add(draft(new Fact.Cleaned(values, rule.why(each), false)));
            }
        }
        return drafts;
    }

    private Report removed(List<Going> going, List<KeptValue> values) {
        Removal removal = storage.removal();
        List<Long> removed = values.stream()
                .filter(value -> removal.remove(new ValueId(value.run(), value.task(), value.attempt())))
                .map(KeptValue::seq)
                .toList();
        if (!removed.isEmpty()) {
            store.append(List.of(draft(new Fact.Cleaned(removed, Message.of("clean.removed"), true))));
        }
        return new Report(going, removed.size(), removal.problems());
    }

    private static Event.Draft draft(Fact fact) {
        return new Event.Draft(new HomeId(), null, 0, 0, fact);
    }
}
