package orquesta.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.Given;
import orquesta.asset.Task;
import orquesta.event.RunId;
import orquesta.retention.Retention.Going;
import orquesta.retention.Retention.Rule;
import orquesta.store.KeptValue;
import orquesta.store.ValueReader;
import orquesta.text.Language;

@Tag("once")
class RetentionTest {
    private static final long MANY = Long.MAX_VALUE;

    /** The value that a run left of a task: materialized by event 10 x run, published by the one after it. */
    private static KeptValue published(String task, long run, long bytes) {
        return new KeptValue(10 * run, new RunId("p", run), Task.parse(task), 1, 10 * run + 1, bytes);
    }

    private static KeptValue blocked(String task, long run) {
        return new KeptValue(10 * run, new RunId("p", run), Task.parse(task), 1, 0, 1);
    }

    private static List<KeptValue> runs(String task, long last) {
        return LongStream.rangeClosed(1, last)
                .mapToObj(run -> published(task, run, 1))
                .toList();
    }

    /** {@code a 3 RUNS}: what goes, in order. */
    private static List<String> going(Retention rule, Collection<KeptValue> values, ValueReader... readers) {
        return rule.decide(values, List.of(readers)).stream()
                .map(one -> one.value().task() + " " + one.value().run() + " " + one.rule())
                .toList();
    }

    private static List<KeptValue> both(List<KeptValue> some, List<KeptValue> others) {
        List<KeptValue> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void of_each_asset_and_partition_the_last_runs_stay() {
        List<KeptValue> values = both(runs("a", 12), both(runs("b@2026-01-01", 3), runs("b@2026-01-02", 11)));

        assertThat(going(Retention.USUAL, values)).containsExactly("a 1 RUNS", "a 2 RUNS", "b@2026-01-02 1 RUNS");
        assertThat(going(new Retention(11, MANY), values)).containsExactly("a 1 RUNS");
    }

    @Test
    void what_is_published_stays_however_old_it_is() {
        List<KeptValue> values = new ArrayList<>(List.of(published("a", 1, 1)));
        LongStream.rangeClosed(2, 20).forEach(run -> values.add(blocked("a", run)));

        assertThat(going(new Retention(10, MANY), values)).hasSize(9).doesNotContain("a 1 RUNS");
        assertThat(going(new Retention(0, 0), values)).hasSize(19).doesNotContain("a 1 RUNS");
    }

    @Test
    void several_attempts_of_a_run_count_as_one_run() {
        RunId run = new RunId("p", 1);
        List<KeptValue> values = both(runs("a", 10), List.of(new KeptValue(5, run, Task.parse("a"), 1, 0, 1)));

        assertThat(going(Retention.USUAL, values)).isEmpty();
    }

    @Test
    void beside_what_is_published_the_oldest_go_first_until_the_rest_is_little_enough() {
        List<KeptValue> values = List.of(
                published("a", 1, 400),
                published("b", 2, 300),
                published("a", 3, 200),
                published("b", 4, 5_000),
                published("a", 5, 5_000));

        assertThat(going(new Retention(10, 900), values)).isEmpty();
        assertThat(going(new Retention(10, 899), values)).containsExactly("a 1 BYTES");
        assertThat(going(new Retention(10, 499), values)).containsExactly("a 1 BYTES", "b 2 BYTES");
        assertThat(going(new Retention(10, 0), values)).containsExactly("a 1 BYTES", "b 2 BYTES", "a 3 BYTES");
        assertThat(going(new Retention(2, 499), values)).containsExactly("a 1 RUNS", "b 2 BYTES");
        assertThat(going(new Retention(2, 500), values))
                .as("what goes by runs takes nothing any more")
                .containsExactly("a 1 RUNS");
    }

    @Test
    void what_a_run_pinned_stays_while_it_goes_on_and_while_it_may_be_gone_on_from() {
        List<KeptValue> values = runs("a", 5);
        ValueReader pinned = new ValueReader(new RunId("p", 9), 90, Set.of(10L, 20L), Set.of());

        assertThat(going(new Retention(0, 0), values, pinned)).containsExactly("a 3 RUNS", "a 4 RUNS");
    }

    @Test
    void of_what_a_living_run_computes_stays_whatever_was_published_since_it_began() {
        List<KeptValue> values = both(both(runs("a", 5), List.of(blocked("a", 6))), runs("b", 5));
        ValueReader living = new ValueReader(new RunId("p", 6), 35, Set.of(), Set.of(Task.parse("a")));
        ValueReader stranger =
                new ValueReader(new RunId("q", 6), 0, Set.of(), Set.of(Task.parse("a"), Task.parse("b")));

        assertThat(going(new Retention(0, 0), values, living, stranger))
                .containsExactly("a 1 RUNS", "a 2 RUNS", "b 1 RUNS", "b 2 RUNS", "b 3 RUNS", "b 4 RUNS");
    }

    @Test
    void two_pipelines_with_an_asset_of_one_name_do_not_count_for_each_other() {
        List<KeptValue> values =
                List.of(published("a", 1, 1), new KeptValue(20, new RunId("q", 2), Task.parse("a"), 1, 21, 1));

        assertThat(going(new Retention(0, 0), values)).isEmpty();
    }

    /** Whatever the home: judged by words of its own, from the values that were left. */
    @Test
    void at_random_nothing_that_is_published_or_pinned_goes_and_a_second_cleaning_finds_nothing() {
        int went = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random chance = new Random(seed);
            List<KeptValue> values = new ArrayList<>();
            int runs = 1 + chance.nextInt(30);
            for (long run = 1; run <= runs; run++) {
                String task = "a@" + chance.nextInt(3);
                values.add(chance.nextInt(4) == 0 ? blocked(task, run) : published(task, run, chance.nextInt(100)));
            }
            ValueReader reader = new ValueReader(
                    new RunId("p", runs + 1), 10L * runs + 5, Set.of(10L * (1 + chance.nextInt(runs))), Set.of());
            Retention rule = new Retention(chance.nextInt(5), chance.nextInt(300));

            List<Going> going = rule.decide(values, List.of(reader));

            Set<KeptValue> gone = going.stream().map(Going::value).collect(Collectors.toSet());
            List<KeptValue> left =
                    values.stream().filter(value -> !gone.contains(value)).toList();
            went += gone.size();
            assertThat(newest(left)).as("seed " + seed).isEqualTo(newest(values));
            assertThat(gone).noneMatch(value -> reader.pins().contains(value.seq()));
            assertThat(rule.decide(left, List.of(reader))).as("seed " + seed).isEmpty();
            long beside = left.stream()
                    .filter(value ->
                            !newest(left).containsValue(value) && !reader.pins().contains(value.seq()))
                    .mapToLong(KeptValue::bytes)
                    .sum();
            assertThat(beside).as("seed " + seed).isLessThanOrEqualTo(rule.bytes());
        }
        assertThat(went).isGreaterThan(2_000);
    }

    /** The published value of each task. */
    private static Map<Task, KeptValue> newest(List<KeptValue> values) {
        Map<Task, KeptValue> newest = new TreeMap<>();
        values.stream()
                .filter(value -> value.published() > 0)
                .forEach(value -> newest.merge(value.task(), value, (a, b) -> a.seq() > b.seq() ? a : b));
        return newest;
    }

    @Test
    void both_rules_are_said_in_both_languages() {
        assertThat(Retention.USUAL.why(Rule.RUNS).in(Language.EN))
                .isEqualTo(
                        "only what is published and the values of the last 10 runs of each asset and partition are kept");
        assertThat(new Retention(1, 0).why(Rule.RUNS).in(Language.ES))
                .isEqualTo("solo se guarda lo publicado y el valor de la última ejecución de cada asset y partición");
        assertThat(new Retention(0, 0).why(Rule.RUNS).in(Language.EN)).isEqualTo("only what is published is kept");
        assertThat(Retention.USUAL.why(Rule.BYTES).in(Language.ES))
                .isEqualTo("lo que se guarda además de lo publicado puede ocupar a lo más 2 GiB,"
                        + " y lo más viejo se va primero");
    }

    @ParameterizedTest
    @CsvSource({
        "2GiB, 2147483648, 2 GiB",
        "1.5 gib, 1610612736, 1.5 GiB",
        "500M, 524288000, 500 MiB",
        "2KB, 2000, 2 KiB",
        "0, 0, 0 B",
        "1023B, 1023, 1023 B",
    })
    void sizes_are_read_as_people_write_them(String written, long bytes, String said) {
        assertThat(Size.parse("--at-most", written)).isEqualTo(bytes);
        assertThat(Size.text(bytes)).isEqualTo(said);
    }

    @Test
    void what_is_no_size_is_told_with_an_example() {
        for (String wrong : List.of("", "much", "-1", "2XiB", "GiB")) {
            assertThat(Given.problem(() -> Size.parse("--at-most", wrong)))
                    .startsWith("--at-most: this is no size: " + wrong)
                    .contains("2GiB");
        }
    }
}
