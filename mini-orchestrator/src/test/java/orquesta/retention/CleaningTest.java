package orquesta.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.run.Runs.asset;
import static orquesta.run.Runs.check;
import static orquesta.run.Runs.failing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Child;
import orquesta.Given;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.HomeId;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.run.RunListener;
import orquesta.run.Runs;
import orquesta.selection.Selection;
import orquesta.store.CleanedValues;
import orquesta.store.KeptValue;
import orquesta.store.LogQueries;
import orquesta.store.SqliteStore;
import orquesta.store.ValueQueries;
import orquesta.testkit.TestHome;
import orquesta.text.Language;
import orquesta.text.Message;

/** Values of a real home, cleaned after runs and by the command's way. */
@Tag("once")
class CleaningTest {
    private static final Retention NOTHING_MORE = new Retention(0, 0);

    @TempDir
    Path folder;

    private TestHome home;

    @BeforeEach
    void open() {
        home = TestHome.in(folder);
    }

    @AfterEach
    void close() {
        home.close();
    }

    private static AssetDefinition numbered(String key, String... reads) {
        return AssetDefinition.named(key)
                .reads(reads)
                .wantsRun()
                .computedBy(in -> Relation.rows("n", String.valueOf(in.run().number())));
    }

    private void runs(int times, Object... declarations) {
        for (int i = 0; i < times; i++) {
            Runs.of(declarations).in(home);
        }
    }

    /** {@code a/3-1}: the folders below the pipeline's that hold a value. */
    private Set<String> kept() throws IOException {
        Path data = folder.resolve("data").resolve(TestHome.PIPELINE);
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file.getParent()).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Long> numbers(Cleaning.Report report) {
        return report.going().stream().map(one -> one.value().run().number()).toList();
    }

    @Test
    void a_run_cleans_what_is_more_than_ten_runs_old() throws Exception {
        runs(12, numbered("a"), numbered("b", "a"));

        assertThat(kept()).hasSize(20).contains("a/3-1", "a/12-1", "b/3-1").doesNotContain("a/1-1", "a/2-1", "b/2-1");
        assertThat(home.lines("a")).containsExactly("12");
        assertThat(new ValueQueries(home.history()).unremoved()).isEmpty();
        assertThat(home.orchestrator().cleaning().going(Retention.USUAL)).isEmpty();
    }

    @Test
    void a_run_looks_at_what_it_wrote_alone() throws Exception {
        runs(10, numbered("a"));
        Runs.of(numbered("a"), numbered("c")).select("c").in(home);

        assertThat(kept()).hasSize(11).contains("a/1-1");
    }

    @Test
    void what_is_published_stays_though_ten_newer_runs_were_blocked() throws Exception {
        Runs.of(numbered("a")).in(home);
        runs(12, numbered("a"), check("no", "a", CheckResult.failed("no")));

        assertThat(kept()).hasSize(11).contains("a/1-1", "a/13-1").doesNotContain("a/3-1");
        assertThat(home.lines("a")).containsExactly("1");
    }

    @Test
    void by_the_command_it_says_what_goes_and_by_which_rule_and_a_dry_run_removes_nothing() throws Exception {
        runs(3, numbered("a"));
        Cleaning cleaning = home.orchestrator().cleaning();

        assertThat(cleaning.going(NOTHING_MORE))
                .extracting(one -> one.value().run().number())
                .containsExactly(1L, 2L);
        assertThat(kept()).hasSize(3);
        Cleaning.Report report = cleaning.clean(new Retention(10, 0));

        assertThat(numbers(report)).containsExactly(1L, 2L);
        assertThat(report.going()).extracting(Retention.Going::rule).containsOnly(Retention.Rule.BYTES);
        assertThat(report.removed()).isEqualTo(2);
        assertThat(report.bytes()).isPositive();
        assertThat(kept()).containsExactly("a/3-1");
    }

    @Test
    void it_is_recorded_and_a_rebuilt_history_says_the_same() {
        runs(3, numbered("a"));
        List<KeptValue> before = new ValueQueries(home.history()).kept();
        home.orchestrator().cleaning().clean(NOTHING_MORE);
        home.orchestrator().rebuildHistory();

        ValueQueries queries = new ValueQueries(home.history());
        CleanedValues cleaned = new CleanedValues(home.history());
        assertThat(cleaned.of(before.get(0).seq()).orElseThrow().why()).isEqualTo(Message.of("clean.by_published"));
        assertThat(cleaned.of(before.get(2).seq())).isEmpty();
        assertThat(queries.kept()).containsExactly(before.get(2));
        assertThat(queries.unremoved()).isEmpty();
        assertThat(queries.bytes()).isEqualTo(before.get(2).bytes());
    }

    /** What a process that died between the record and the removal leaves: bytes that nobody may read. */
    @Test
    void what_a_crash_left_after_the_record_the_next_run_removes() throws Exception {
        runs(3, numbered("a"), numbered("b"));
        List<Long> first = new ValueQueries(home.history())
                .kept().stream()
                        .filter(value -> value.run().number() == 1)
                        .map(KeptValue::seq)
                        .toList();
        Fact recorded = new Fact.Cleaned(first, Message.of("clean.by_runs", 2), false);
        home.orchestrator().record(List.of(new Event.Draft(new HomeId(), null, 0, 0, recorded)));
        home.close();
        home = TestHome.in(folder);
        assertThat(kept()).contains("a/1-1", "b/1-1");

        Runs.of(numbered("a"), numbered("b")).select("a").in(home);

        assertThat(kept()).doesNotContain("a/1-1", "b/1-1").hasSize(5);
        assertThat(new ValueQueries(home.history()).unremoved()).isEmpty();
    }

    /** While a run that computes the same goes on, nothing of it is cleaned: so sixty values come together in 120 steps. */
    @Test
    void of_many_values_some_go_at_once_and_the_rest_beside_the_next_runs() throws Exception {
        List<AssetDefinition> six =
                IntStream.range(0, 6).mapToObj(i -> numbered("a" + i)).toList();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AssetDefinition last = AssetDefinition.named("ultimo")
                .reads("a0", "a1", "a2", "a3", "a4", "a5")
                .computedBy(in -> {
                    begun.countDown();
                    end.await();
                    return Relation.rows("n", "1");
                });
        Object[] seven = Stream.concat(six.stream(), Stream.of(last)).toArray();
        Thread first = new Thread(() -> Runs.of(seven).in(home));
        first.start();
        begun.await();
        runs(19, six.toArray());
        assertThat(kept()).hasSize(120);
        end.countDown();
        first.join();
        assertThat(kept()).hasSize(60 + 1 + 10);
        assertThat(new ValueQueries(home.history()).unremoved()).hasSize(10);

        Runs.of(seven).select("a0").in(home);

        assertThat(new ValueQueries(home.history()).unremoved()).isEmpty();
        assertThat(kept()).hasSize(60 + 1).contains("a5/11-1", "ultimo/1-1").doesNotContain("a5/10-1");
    }

    /** The other order: its files are gone, and nothing is recorded. The next cleaning decides the same, and records it. */
    @Test
    void what_is_gone_without_a_record_is_cleaned_like_the_rest() throws Exception {
        runs(2, numbered("a"));
        Files.delete(folder.resolve("data/test/a/1-1/value.parquet"));

        assertThat(numbers(home.orchestrator().cleaning().clean(NOTHING_MORE))).containsExactly(1L);
        assertThat(kept()).containsExactly("a/2-1");
    }

    @Test
    void what_a_run_of_another_process_pinned_stays_until_it_has_ended() throws Exception {
        Runs.of(numbered("a")).in(home);
        try (Child reader = Child.start("pruebas.Lector", folder)) {
            reader.until("ready");
            runs(3, numbered("a"));

            assertThat(numbers(home.orchestrator().cleaning().clean(NOTHING_MORE)))
                    .containsExactly(3L, 4L);
            reader.go();

            assertThat(reader.until("ended")).isEqualTo("ended ok 1");
            assertThat(reader.exit()).isZero();
        }
        assertThat(numbers(home.orchestrator().cleaning().clean(NOTHING_MORE))).containsExactly(1L);
    }

    @Test
    void what_a_failed_run_pinned_stays_while_it_is_one_of_the_last() {
        Runs.of(numbered("a")).in(home);
        Runs.of(numbered("a"), failing("b", "a")).select("b").in(home);
        runs(1, numbered("a"));
        Cleaning cleaning = home.orchestrator().cleaning();

        assertThat(cleaning.clean(new Retention(2, 0)).going())
                .as("run 2 is one of the last two")
                .isEmpty();
        assertThat(numbers(cleaning.clean(new Retention(1, 0)))).containsExactly(1L);
    }

    @Test
    void what_was_decided_before_a_run_began_is_decided_again() {
        try (SqliteStore store = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC())) {
            runs(2, numbered("a"));
            long since = store.history().lastSeq();
            Fact cleaned = new Fact.Cleaned(List.of(1L), Message.of("clean.by_runs", 0), false);
            List<Event.Draft> drafts = List.of(new Event.Draft(new HomeId(), null, 0, 0, cleaned));

            Runs.of(asset("z")).in(home);

            assertThat(store.appendUnlessChanged(since, drafts)).isEmpty();
            assertThat(store.appendUnlessChanged(store.history().lastSeq(), drafts))
                    .hasSize(1);
            assertThat(store.appendUnlessChanged(since, drafts))
                    .as("cleaned meanwhile")
                    .isEmpty();
        }
    }

    @Test
    void who_reads_what_was_cleaned_is_told_when_why_and_what_to_do() {
        runs(2, numbered("a"));
        Pin old = home.history()
                .publishedBy(new RunId(TestHome.PIPELINE, 1), Task.parse("a"))
                .orElseThrow();
        home.orchestrator().cleaning().clean(NOTHING_MORE);

        assertThat(Given.problem(() -> home.orchestrator().value(old, Relation.class)))
                .matches("test/a/1-1/value.parquet: its value was cleaned on 20\\d\\d-\\S+[+-]\\d\\d:\\d\\d:"
                        + " only what is published is kept\\."
                        + " To see it again, compute it again\\.");
        assertThat(new CleanedValues(home.history())
                        .of(new RunId(TestHome.PIPELINE, 1))
                        .get(Task.parse("a"))
                        .said()
                        .in(Language.ES))
                .startsWith("su valor se limpió el 20")
                .contains("solo se guarda lo publicado.")
                .endsWith("Para verlo de nuevo, calcúlalo de nuevo.");
    }

    /** a -> b -> c, where c fails once; a's value of that run is cleaned before the run is gone on from. */
    @Test
    void a_run_that_is_gone_on_from_computes_again_what_was_cleaned_and_says_so() {
        Object[] failing = {numbered("a"), numbered("b", "a"), failing("c", "b")};
        Runs.of(failing).in(home);
        runs(1, numbered("a"), numbered("b", "a"));
        home.orchestrator().cleaning().clean(NOTHING_MORE);
        Pipeline pipeline = home.pipeline(Definitions.of(numbered("a"), numbered("b", "a"), numbered("c", "b")));
        RunRequest request = home.orchestrator().again(pipeline, 1, true, Clock.systemUTC());

        assertThat(home.orchestrator().plan(pipeline, request).tasks())
                .filteredOn(planned -> planned.why().key().equals("plan.cleaned"))
                .extracting(planned -> planned.task().text() + " " + planned.reused())
                .containsExactly("a null", "b null");
        RunResult again = home.orchestrator().run(pipeline, request);

        assertThat(again.run().status().text()).isEqualTo("ok");
        assertThat(home.lines("c")).containsExactly("3");
        assertThat(home.history().events(again.run().id()))
                .filteredOn(
                        event -> event.fact() instanceof Fact.StepChanged changed && changed.state() == State.PLANNED)
                .extracting(event -> ((Fact.StepChanged) event.fact()).reason().in(Language.EN))
                .first()
                .asString()
                .startsWith("computed again: run 1 had done it, but its value was cleaned on 20");
    }

    /** The date of a run is asked for between its planning and its beginning: then something happens, so many times. */
    private final class Meanwhile extends Clock {
        private int times = 0;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }

        @Override
        public Instant instant() {
            if (times > 0) {
                times--;
                runs(1, numbered("a"));
                home.orchestrator().cleaning().clean(NOTHING_MORE);
            }
            return Clock.systemUTC().instant();
        }
    }

    /** Runs b, which reads a; between planning and beginning a newer a is published and the one that is planned for is cleaned. */
    private RunResult runWhilePinsAreCleaned(int times, StringBuilder printed) {
        runs(1, numbered("a"));
        Meanwhile meanwhile = new Meanwhile();
        RunRequest request = new RunRequest(Selection.parse("b"), "", meanwhile, 2);
        meanwhile.times = times;
        return home.orchestrator()
                .run(home.pipeline(Definitions.of(numbered("a"), copy())), request, new RunListener() {
                    @Override
                    public void happened(Event event) {}

                    @Override
                    public void printed(String step, String text) {
                        printed.append(step).append(text);
                    }
                });
    }

    private static AssetDefinition copy() {
        return AssetDefinition.named("b").reads("a").computedBy(in -> in.relation("a"));
    }

    @Test
    void a_run_whose_pins_are_cleaned_before_it_begins_is_planned_anew_and_says_so() {
        StringBuilder printed = new StringBuilder();
        RunResult run = runWhilePinsAreCleaned(1, printed);

        assertThat(run.run().status().text()).isEqualTo("ok");
        assertThat(home.lines("b")).isEqualTo(home.lines("a")).containsExactly("3");
        assertThat(printed)
                .hasToString("planned anew: values that this run was to read were cleaned before it began\n");
        assertThat(new LogQueries(home.history()).of(run.run().id(), null))
                .extracting(LogQueries.Chunk::text)
                .containsExactly(printed.toString());
        assertThat(Message.of("run.anew").in(Language.ES))
                .isEqualTo("planificada de nuevo: se limpiaron valores que esta ejecución iba a leer antes de que"
                        + " comenzara");
    }

    @Test
    void if_they_are_cleaned_a_second_time_its_step_says_so() {
        RunResult run = runWhilePinsAreCleaned(2, new StringBuilder());

        assertThat(run.run().status().text()).isEqualTo("failed");
        assertThat(run.step("b").reason().in(Language.EN))
                .contains("its value was cleaned on 20")
                .endsWith("To see it again, compute it again.");
    }

    @Test
    void a_tick_whose_run_would_read_what_was_cleaned_is_not_recorded_yet() {
        runs(2, numbered("a"));
        home.orchestrator().cleaning().clean(NOTHING_MORE);
        long gone = home.history()
                .publishedBy(new RunId(TestHome.PIPELINE, 1), Task.parse("a"))
                .orElseThrow()
                .materialization();
        LocalDateTime asked = LocalDateTime.of(2026, 11, 30, 7, 30);
        Fact ticked =
                new Fact.Ticked(asked.toInstant(ZoneOffset.UTC), List.of(asked), State.RUNNING, Message.of("tick.due"));
        List<Event.Draft> tick = List.of(new Event.Draft(new TriggerId("test", "diario"), null, 0, 0, ticked));

        try (SqliteStore store = new SqliteStore(folder.resolve("orquesta.db"), Clock.systemUTC())) {
            assertThat(store.appendBeginning(tick, List.of(gone))).isEmpty();
            assertThat(store.appendBeginning(tick, List.of(gone + 1))).hasSize(1);
            assertThat(store.appendBeginning(tick, List.of())).as("recorded").isEmpty();
        }
    }

    @Test
    void a_home_without_values_has_nothing_to_clean() {
        Cleaning.Report report = home.orchestrator().cleaning().clean(NOTHING_MORE);

        assertThat(report.going()).isEmpty();
        home.orchestrator().cleaning().after(new RunId("p", 1));
        assertThat(home.history().lastSeq()).isZero();
    }
}
