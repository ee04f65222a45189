package orquesta.partition;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orquesta.text.Nearest;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * The partitions of an asset: by day, week or month in a zone, by category, or by both.
 *
 * <pre>{@code
 * Partitions.daily("2026-11-01", "America/Santiago")
 * Partitions.of("norte", "sur")
 * Partitions.monthly("2026-01-01", "America/Santiago").by("norte", "sur")
 * }</pre>
 */
public final class Partitions {
    /** What an asset without partitions has: one value. */
    public static final Partitions NONE = new Partitions("", null, List.of());

    private static final Pattern CATEGORY = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_. -]{0,99}");

    private final String name;
    private final @Nullable TimeAxis time;
    private final List<String> categories;

    private Partitions(String name, @Nullable TimeAxis time, List<String> categories) {
        this.name = name;
        this.time = time;
        this.categories = categories;
    }

    /**
     * One for each day.
     *
     * @param since the first day, such as {@code 2026-11-01}
     * @param zone the zone in which a day begins and ends, such as {@code America/Santiago}
     */
    public static Partitions daily(String since, String zone) {
        return new Partitions("", new TimeAxis(TimeGrain.DAY, since, zone), List.of());
    }

    /** One for each week from Monday to Sunday, see {@link #daily}; {@code since} is a day of the first. */
    public static Partitions weekly(String since, String zone) {
        return new Partitions("", new TimeAxis(TimeGrain.WEEK, since, zone), List.of());
    }

    /** One for each month, see {@link #daily}; {@code since} is a day of the first. */
    public static Partitions monthly(String since, String zone) {
        return new Partitions("", new TimeAxis(TimeGrain.MONTH, since, zone), List.of());
    }

    /** One for each category. */
    public static Partitions of(String... categories) {
        return new Partitions("", null, List.of(categories));
    }

    /** One for each of these and each category. */
    public Partitions by(String... others) {
        return new Partitions(name, time, List.of(others));
    }

    /** Those that are declared under a name, whatever they are. */
    public static Partitions named(String name) {
        return name.isEmpty() ? NONE : new Partitions(name, null, List.of());
    }

    /** The same, declared under a name. */
    public Partitions as(String declared) {
        return new Partitions(declared, time, categories);
    }

    /** The name that they are declared under; empty if the asset has none. */
    public String name() {
        return name;
    }

    /** Whether an asset has one value only. */
    public boolean isNone() {
        return time == null && categories.isEmpty();
    }

    /** What is wrong with them; empty if nothing is. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (isNone()) {
            problems.add(Problem.at(name, "partition.empty", name));
        }
        if (time != null) {
            try {
                requireNonNull(time.first());
                requireNonNull(time.zoneId());
            } catch (UserException e) {
                e.problems().forEach(problem -> problems.add(new Problem(name, problem.message())));
            }
        }
        Set<String> seen = new TreeSet<>(); // a folder of some systems does not tell Norte from norte
        for (String category : categories) {
            boolean named = CATEGORY.matcher(category).matches()
                    && TimeGrain.parseAny(category).isEmpty();
            if (!named) {
                problems.add(Problem.at(name, "partition.category", category));
            } else if (!seen.add(category.toLowerCase(Locale.ROOT))) {
                problems.add(Problem.at(name, "partition.category_twice", category));
            }
        }
        return problems;
    }

    /** Those that are over, in order: a category has no end, so it always counts. */
    public List<Partition> over(Instant now) {
        return crossed(time == null ? List.of() : time.over(now), categories);
    }

    /** The partition of a name; empty if it has none of it. */
    public Optional<Partition> find(String key) {
        String[] parts = key.split("/", 2);
        String first = time == null ? "" : parts[0];
        String second = parts.length > 1 ? parts[1] : "";
        String category = time == null ? key : second;
        boolean known = categories.isEmpty() ? category.isEmpty() : categories.contains(category);
        if (!known || isNone()) {
            return Optional.empty();
        }
        if (time == null) {
            return Optional.of(new Partition(null, null, category));
        }
        return time.grain()
                .parse(first)
                .filter(days -> time.first().isBefore(days.to()))
                .map(days -> new Partition(time, days, category));
    }

    /** The newest that is over, as a choice for a run that is due; empty if none is, or if time plays no part. */
    public Optional<String> lastOver(Instant now) {
        if (time == null) {
            return Optional.empty();
        }
        List<Days> over = time.over(now);
        return over.isEmpty()
                ? Optional.empty()
                : Optional.of(time.grain().key(over.get(over.size() - 1).from()));
    }

    /** The order of what is shorter, for finding the finest among some. */
    public static Comparator<Partitions> finestFirst() {
        return Comparator.comparing(
                partitions -> partitions.time == null ? null : partitions.time.grain(),
                Comparator.nullsLast(Comparator.naturalOrder()));
    }

    /**
     * Those that a run was asked to compute, in order.
     *
     * @param asset for messages
     * @throws UserException if nothing was said of time where there are partitions of it, or if there are none of what was
     */
    public List<Partition> chosen(PartitionChoice choice, String asset) {
        String category = choice.category();
        if (!category.isEmpty() && !categories.isEmpty() && !categories.contains(category)) {
            throw new UserException(asset, "partition.unknown", category, Nearest.clue(category, categories));
        }
        List<String> wanted = category.isEmpty() || categories.isEmpty() ? categories : List.of(category);
        if (time == null) {
            return crossed(List.of(), wanted);
        }
        String example = lastOver(choice.now()).orElse(time.grain().key(time.first()));
        Days days = choice.days().orElseThrow(() -> new UserException(asset, refusal(choice), choice.text(), example));
        LocalDate today = time.today(choice.now());
        List<Days> begun = time.within(days).stream()
                .filter(found -> !found.from().isAfter(today))
                .toList();
        if (begun.isEmpty()) {
            throw new UserException(asset, "partition.outside", choice.text(), time.first(), today);
        }
        return crossed(begun, wanted);
    }

    private static String refusal(PartitionChoice choice) {
        String unsaid = choice.onlyNeeded() ? "partition.choose_ends" : "partition.choose";
        return choice.isNone() ? unsaid : "partition.no_time";
    }

    /**
     * Those that a step reads, in order.
     *
     * @param reader the partition that it computes; null if it has none
     */
    public List<Partition> readBy(@Nullable Partition reader, PartitionMapping mapping, Instant now) {
        if (mapping instanceof PartitionMapping.Keys by && reader != null) {
            return by.keys().apply(reader).stream().map(this::required).toList();
        }
        boolean all = mapping instanceof PartitionMapping.All || reader == null || !reader.hasCategory();
        List<String> read = all
                ? categories
                : categories.stream().filter(requireNonNull(reader)::isOf).toList();
        return time == null ? crossed(List.of(), read) : crossed(daysReadBy(time, reader, mapping, now), read);
    }

    private static List<Days> daysReadBy(
            TimeAxis time, @Nullable Partition reader, PartitionMapping mapping, Instant now) {
        if (reader == null || !reader.isOfTime() || mapping instanceof PartitionMapping.All) {
            List<Days> over = time.over(now);
            return mapping instanceof PartitionMapping.Last last
                    ? over.subList(Math.max(0, over.size() - last.count()), over.size())
                    : over;
        }
        List<Days> same = time.within(reader.days());
        if (mapping instanceof PartitionMapping.Same || same.isEmpty()) {
            return same;
        }
        TimeGrain grain = time.grain();
        if (mapping instanceof PartitionMapping.Previous) {
            Days before = grain.before(same.get(0));
            return time.first().isBefore(before.to()) ? List.of(before) : List.of();
        }
        Days first = same.get(same.size() - 1);
        Days wanted = first;
        for (int i = 1; i < ((PartitionMapping.Last) mapping).count(); i++) {
            wanted = grain.before(wanted);
        }
        return time.within(wanted.upTo(first));
    }

    private Partition required(String key) {
        return find(key)
                .orElseThrow(() -> new UserException(name, "partition.unknown", key, Nearest.clue(key, categories)));
    }

    /** Whether a step with other partitions may read more than one of these at once. */
    public boolean areManyFor(Partitions reader, PartitionMapping mapping) {
        boolean everyCategory = !categories.isEmpty() && reader.categories.isEmpty();
        boolean several = mapping instanceof PartitionMapping.All
                || mapping instanceof PartitionMapping.Keys
                || mapping instanceof PartitionMapping.Last;
        boolean days = time != null
                && (reader.time == null
                        || (reader.time.grain() != time.grain() && reader.time.grain() != TimeGrain.DAY));
        return !isNone() && (everyCategory || several || days);
    }

    private List<Partition> crossed(List<Days> days, List<String> wanted) {
        List<Partition> found = new ArrayList<>();
        List<String> ofCategory = categories.isEmpty() ? List.of("") : wanted;
        if (time == null) {
            ofCategory.stream()
                    .filter(category -> !category.isEmpty())
                    .forEach(category -> found.add(new Partition(null, null, category)));
        }
        for (Days each : days) {
            ofCategory.forEach(category -> found.add(new Partition(time, each, category)));
        }
        return found;
    }

    @Override
    public String toString() {
        String text = time == null ? "" : time.grain().name().toLowerCase(Locale.ROOT) + " since " + time.since();
        String joined = String.join(", ", categories);
        return text.isEmpty() || joined.isEmpty() ? text + joined : text + " by " + joined;
    }
}
