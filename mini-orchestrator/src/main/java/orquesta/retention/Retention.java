package orquesta.retention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orquesta.asset.Task;
import orquesta.store.KeptValue;
import orquesta.store.ValueReader;
import orquesta.text.Message;

/**
 * The rule of what is kept: what is published, and beside it the values of the last runs of each (asset, partition), as long
 * as they take no more than so many bytes in the whole home. What a run may still read stays in any case.
 *
 * @param runs how many runs of each (asset, partition); 0 keeps only what is published
 * @param bytes what may be kept beside what is published
 */
public record Retention(int runs, long bytes) {
    /** Ten runs, 2 GiB. */
    public static final Retention USUAL = new Retention(10, 2L << 30);

    /** Why a value goes. */
    public enum Rule {
        /** Enough newer runs computed the same. */
        RUNS,
        /** All that is kept beside what is published takes too much, and this is of the oldest. */
        BYTES
    }

    /** A value that goes, and why. */
    public record Going(KeptValue value, Rule rule) {}

    /** The rule, as it is said of the values that go by it. */
    public Message why(Rule rule) {
        if (rule == Rule.BYTES) {
            return Message.of("clean.by_bytes", Size.text(bytes));
        }
        return switch (runs) {
            case 0 -> Message.of("clean.by_published");
            case 1 -> Message.of("clean.by_last");
            default -> Message.of("clean.by_runs", runs);
        };
    }

    /**
     * Decides which values go; changes nothing.
     *
     * @param values all that is kept of each (asset, partition) that any of them is of
     * @param readers the runs that may still read what is no longer published
     */
    public List<Going> decide(Collection<KeptValue> values, Collection<ValueReader> readers) {
        List<Going> going = new ArrayList<>();
        List<KeptValue> free = new ArrayList<>();
        long beside = 0;
        for (Versions versions : byAsset(values)) {
            for (KeptValue value : versions.beside()) {
                boolean needed = versions.isNeeded(value, readers);
                if (!needed && versions.newerRuns(value) >= runs) {
                    going.add(new Going(value, Rule.RUNS));
                    continue;
                }
                beside += value.bytes();
                if (!needed) {
                    free.add(value);
                }
            }
        }
        going.addAll(tooMuch(free, beside));
        return going;
    }

    /** Of what nobody needs the oldest, until the rest is little enough. */
    private List<Going> tooMuch(List<KeptValue> free, long beside) {
        List<Going> going = new ArrayList<>();
        long left = beside;
        free.sort(Comparator.comparingLong(KeptValue::seq));
        for (KeptValue value : free) {
            if (left <= bytes) {
                break;
            }
            left -= value.bytes();
            going.add(new Going(value, Rule.BYTES));
        }
        return going;
    }

    private record Same(String pipeline, Task task) {}

    private static List<Versions> byAsset(Collection<KeptValue> values) {
        Map<Same, List<KeptValue>> same = new LinkedHashMap<>();
        for (KeptValue value : values) {
            same.computeIfAbsent(new Same(value.run().pipeline(), value.task()), key -> new ArrayList<>())
                    .add(value);
        }
        return same.values().stream().map(Versions::new).toList();
    }
}
