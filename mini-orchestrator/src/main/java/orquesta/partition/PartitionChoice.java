package orquesta.partition;

import java.time.Instant;
import java.util.Optional;
import orquesta.text.UserException;

/**
 * The partitions that a run is asked to compute: a day, a week or a month, a row of them, a category, or of both.
 *
 * @param text as it was written: {@code 2026-11-28}, {@code 2026-11-01..2026-11-07}, {@code norte}, {@code 2026-11/norte};
 *     empty if nothing was said
 * @param onlyNeeded whether only what is missing or out of date is computed
 * @param now the moment that says which partitions are over
 */
public record PartitionChoice(String text, boolean onlyNeeded, Instant now) {
    private static final String RANGE = "..";

    /** Nothing was said. */
    public static PartitionChoice none(Instant now) {
        return new PartitionChoice("", false, now);
    }

    /** The partition of this name, or a row of them, computed whatever is there. */
    public static PartitionChoice of(String text, Instant now) {
        return new PartitionChoice(text, false, now);
    }

    /** What is missing or out of date, from one partition to another. */
    public static PartitionChoice backfill(String from, String to, Instant now) {
        return new PartitionChoice(from.equals(to) ? from : from + RANGE + to, true, now);
    }

    public boolean isNone() {
        return text.isEmpty();
    }

    /** As it was written; this where nothing was said. */
    public String textOr(String otherwise) {
        return isNone() ? otherwise : text;
    }

    /** The days that are asked for; empty if only a category is. */
    Optional<Days> days() {
        String time = text.split("/", 2)[0];
        int range = time.indexOf(RANGE);
        if (range < 0) {
            return TimeGrain.parseAny(time);
        }
        Days from = bound(time.substring(0, range));
        Days to = bound(time.substring(range + RANGE.length()));
        if (!from.from().isBefore(to.to())) {
            throw new UserException(text, "partition.backwards", from.from(), to.from());
        }
        return Optional.of(from.upTo(to));
    }

    private static Days bound(String key) {
        return TimeGrain.parseAny(key)
                .orElseThrow(() -> new UserException(key, "partition.no_time", key, "2026-11-28"));
    }

    /** The category that is asked for; empty for all. */
    String category() {
        String[] parts = text.split("/", 2);
        if (parts.length > 1) {
            return parts[1];
        }
        return days().isPresent() ? "" : text;
    }
}
