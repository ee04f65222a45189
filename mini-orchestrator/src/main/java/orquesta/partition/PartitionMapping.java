package orquesta.partition;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which partitions of an asset a step reads, seen from the partition that it computes. */
public sealed interface PartitionMapping {
    /**
     * The partition of the same name; of time those that share a day with it, so that a month reads its days; of a category
     * that the step does not have, all.
     */
    record Same() implements PartitionMapping {}

    /** The partition before in time. */
    record Previous() implements PartitionMapping {}

    /**
     * Some partitions in a row, the same one last; the first ones of an asset have fewer before them.
     *
     * @param count at least 1
     */
    record Last(int count) implements PartitionMapping {}

    /** All that are over. */
    record All() implements PartitionMapping {}

    /**
     * Those of these names.
     *
     * @param keys the names, for the partition that is computed
     */
    record Keys(Function<Partition, List<String>> keys) implements PartitionMapping {}

    /** What is read if nothing is said. */
    PartitionMapping SAME = new Same();

    /** Those that a function names. */
    static PartitionMapping by(Function<Partition, List<String>> keys) {
        return new Keys(keys);
    }

    /** Reads {@code same}, {@code previous}, {@code last 7}, {@code all}; empty for anything else. */
    static Optional<PartitionMapping> parse(String text) {
        Matcher last = Pattern.compile("last ([1-9]\\d{0,3})").matcher(text);
        if (last.matches()) {
            return Optional.of(new Last(Integer.parseInt(last.group(1))));
        }
        return switch (text) {
            case "same" -> Optional.of(SAME);
            case "previous" -> Optional.of(new Previous());
            case "all" -> Optional.of(new All());
            default -> Optional.empty();
        };
    }
}
