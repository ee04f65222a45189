package orquesta.asset;

import java.util.Comparator;

/**
 * One thing to do in a run: a step, for one partition of its asset.
 *
 * @param partition the partition's key; empty where the asset has none
 */
public record Task(StepKey step, String partition) implements Comparable<Task> {
    private static final Comparator<Task> ORDER =
            Comparator.comparing((Task task) -> task.step).thenComparing(Task::partition);

    /** The task of a step whose asset has no partitions. */
    public static Task of(StepKey step) {
        return new Task(step, "");
    }

    /** What {@link #text} writes. */
    public static Task parse(String text) {
        String[] parts = text.split("@", 2);
        return new Task(StepKey.parse(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    /** The asset that it computes or judges. */
    public AssetKey asset() {
        return step.asset();
    }

    /** The task that computes its asset for the same partition: itself, or the one that it judges. */
    public Task judged() {
        return isCheck() ? new Task(step.asset(), partition) : this;
    }

    public boolean isCheck() {
        return step instanceof CheckKey;
    }

    /** {@code ventas}, {@code ventas#sin_nulos}; with a partition {@code ventas@2026-11-29}. */
    public String text() {
        return partition.isEmpty() ? step.text() : step.text() + "@" + partition;
    }

    /** Neighbouring days of neighbouring assets have hashes of their own, which 31 would not give them. */
    @Override
    public int hashCode() {
        return step.hashCode() * 1_000_003 + partition.hashCode();
    }

    @Override
    public int compareTo(Task other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
