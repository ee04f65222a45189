package orquesta.retention;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import orquesta.store.KeptValue;
import orquesta.store.ValueReader;

/** All that is kept of one asset, or of one partition of it. */
final class Versions {
    private final List<KeptValue> values;
    private final TreeSet<Long> runs = new TreeSet<>();
    /** The events that published one of them. */
    private final TreeSet<Long> published = new TreeSet<>();

    Versions(List<KeptValue> values) {
        this.values =
                values.stream().sorted(Comparator.comparingLong(KeptValue::seq)).toList();
        for (KeptValue value : values) {
            runs.add(value.run().number());
            if (value.published() > 0) {
                published.add(value.published());
            }
        }
    }

    /** All but what readers see now, the oldest first. */
    List<KeptValue> beside() {
        return values.stream().filter(value -> !isPublished(value)).toList();
    }

    private boolean isPublished(KeptValue value) {
        return !published.isEmpty() && published.last() == value.published();
    }

    /** How many newer runs have left a value. */
    int newerRuns(KeptValue value) {
        return runs.tailSet(value.run().number(), false).size();
    }

    boolean isNeeded(KeptValue value, Collection<ValueReader> readers) {
        return readers.stream().anyMatch(reader -> isNeeded(value, reader));
    }

    /**
     * A run that goes on may read what it pinned, what it writes, and of what it computes whatever was published at any time
     * since it began: a check compares with the value before, and another run may do a part of its work.
     */
    private boolean isNeeded(KeptValue value, ValueReader reader) {
        boolean same = reader.run().pipeline().equals(value.run().pipeline());
        boolean computes = same && reader.tasks().contains(value.task());
        boolean seen = reader.run().equals(value.run()) || wasPublishedAfter(value, reader.began());
        return reader.pins().contains(value.seq()) || (computes && seen);
    }

    /** Whether readers saw a value later than an event. */
    private boolean wasPublishedAfter(KeptValue value, long event) {
        Long next = value.published() > 0 ? published.higher(value.published()) : null;
        return next != null && next > event;
    }
}
