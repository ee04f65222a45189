package orquesta.partition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One piece of an asset, as the step that computes it sees it: {@code 2026-11-28}, {@code norte}, or by both
 * {@code 2026-11-28/norte}.
 */
public final class Partition {
    private final String key;
    private final @Nullable Days days;
    private final @Nullable TimeAxis time;
    private final String category;

    Partition(@Nullable TimeAxis time, @Nullable Days days, String category) {
        this.days = days;
        this.time = time;
        this.category = category;
        String first = time == null || days == null ? "" : time.grain().key(days.from());
        this.key = first.isEmpty() || category.isEmpty() ? first + category : first + "/" + category;
    }

    /** Its name, as commands and pages write it. */
    public String key() {
        return key;
    }

    /**
     * The first day.
     *
     * @throws NoSuchElementException if the asset has no partitions of time
     */
    public LocalDate from() {
        return days().from();
    }

    /** The day after the last, see {@link #from}. */
    public LocalDate to() {
        return days().to();
    }

    /** The instant in which the first day begins in the partitions' zone, see {@link #from}. */
    public Instant start() {
        return days().from().atStartOfDay(zone()).toInstant();
    }

    /** The instant in which the last day is over in the partitions' zone, see {@link #from}. */
    public Instant end() {
        return days().to().atStartOfDay(zone()).toInstant();
    }

    /**
     * The category.
     *
     * @throws NoSuchElementException if the asset has no partitions by category
     */
    public String category() {
        if (category.isEmpty()) {
            throw new NoSuchElementException("the partition " + key + " has no category: use from() and to()");
        }
        return category;
    }

    Days days() {
        if (days == null) {
            throw new NoSuchElementException("the partition " + key + " has no days: use category()");
        }
        return days;
    }

    boolean isOfTime() {
        return days != null;
    }

    boolean isOf(String other) {
        return category.equals(other);
    }

    boolean hasCategory() {
        return !category.isEmpty();
    }

    private ZoneId zone() {
        if (time == null) {
            throw new NoSuchElementException("the partition " + key + " has no days: use category()");
        }
        return time.zoneId();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Partition partition && key.equals(partition.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
