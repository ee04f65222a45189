package orquesta.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.MainClasses;
import orquesta.asset.AssetDefinition;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.State;
import orquesta.schedule.Schedule;
import orquesta.text.Language;

/** Fifty bad weeks, two hundred with {@code -Dorquesta.weeks=200}, in both lanes: the numbers of the verdict, and what each event says of itself. */
@Tag("once")
class CronDemoTest {
    private static final long WEEKS = Long.getLong("orquesta.weeks", 50);
    private static final CronHelp FLOCK = new CronHelp(true, false);
    private static final CronHelp CHAIN = new CronHelp(false, true);
    private static final CronHelp BOTH = new CronHelp(true, true);
    private static final List<CronHelp> ALL = List.of(CronHelp.NONE, FLOCK, CHAIN, BOTH);

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, WEEKS);
    }

    private static int cron(long seed, CronHelp help) {
        CronDemo demo = CronDemo.play(seed, help);
        return demo.falseReports(demo.cron());
    }

    @Test
    void the_dag_never_publishes_a_wrong_or_stale_report_and_cron_does_every_week() {
        seeds().forEach(seed -> {
            CronDemo demo = CronDemo.play(seed, CronHelp.NONE);

            assertThat(demo.falseReports(demo.dag())).as("seed %d", seed).isZero();
            assertThat(demo.falseReports(demo.cron())).as("seed %d", seed).isBetween(3, 5);
        });
    }

    @Test
    void what_the_dag_does_not_publish_is_the_empty_file_and_a_clean_up_that_fails_three_times() {
        seeds().forEach(seed -> {
            CronDemo demo = CronDemo.play(seed, CronHelp.NONE);
            List<Trouble> missing = demo.week().nights().stream()
                    .filter(night -> demo.finding(demo.dag(), night.day()).worth() == Reconciliation.Worth.NONE)
                    .map(Night::trouble)
                    .toList();

            assertThat(missing).as("seed %d", seed).contains(new Trouble(Trouble.Kind.EMPTY_FILE, 0));
            assertThat(missing)
                    .as("seed %d", seed)
                    .isSubsetOf(new Trouble(Trouble.Kind.EMPTY_FILE, 0), new Trouble(Trouble.Kind.FAILED_CLEANUP, 3));
        });
    }

    /** What keeps the DAG from publishing is its definitions, not its lane: without the check it publishes the empty file. */
    @Test
    void without_its_check_the_dag_publishes_the_empty_file_too() {
        Week week = Week.of(CronDemo.SEED);
        AssetDefinition ventas = AssetDefinition.named("ventas")
                .wantsRun()
                .returns(Sales.class)
                .computedBy(in -> week.after(in.run().date().minusDays(1)).delivered());
        AssetDefinition informe = AssetDefinition.named("informe")
                .reads("ventas", Sales.class)
                .wantsRun()
                .returns(Report.class)
                .computedBy(in -> in.get("ventas", Sales.class)
                        .cleaned()
                        .reportOf(in.run().date().minusDays(1)));
        Pipeline unchecked = Definitions.of(ventas, informe)
                .job(Job.named("todo").select("*"))
                .schedule(Schedule.named(NightlyAssets.SCHEDULE)
                        .cron("10 0 * * *", "America/Santiago")
                        .runs("todo"))
                .validated("noche");
        Lane lane = DagLane.of(week, unchecked);
        CronDemo demo = new CronDemo(week, CronHelp.NONE, lane, lane);

        assertThat(demo.week().nights())
                .filteredOn(night -> demo.finding(lane, night.day()).isFalse())
                .extracting(night -> night.trouble().kind())
                .containsExactly(Trouble.Kind.EMPTY_FILE);
    }

    @Test
    void a_lock_never_makes_it_worse_and_helps_in_most_weeks_but_not_in_all() {
        List<Integer> saved = seeds().mapToObj(seed -> cron(seed, CronHelp.NONE) - cron(seed, FLOCK))
                .toList();

        assertThat(saved).allMatch(reports -> reports >= 0).contains(0, 1, 2, 3);
        assertThat(saved.stream().filter(reports -> reports > 0)).hasSizeGreaterThan((int) WEEKS / 2);
    }

    @Test
    void a_chain_mends_all_but_the_empty_file_and_a_lock_around_it_changes_nothing() {
        seeds().forEach(seed -> {
            CronDemo demo = CronDemo.play(seed, CHAIN);
            List<Trouble.Kind> fooled = demo.week().nights().stream()
                    .filter(night -> demo.finding(demo.cron(), night.day()).isFalse())
                    .map(night -> night.trouble().kind())
                    .toList();

            assertThat(fooled).as("seed %d", seed).containsExactly(Trouble.Kind.EMPTY_FILE);
            assertThat(cron(seed, BOTH)).as("seed %d", seed).isEqualTo(1);
        });
    }

    @Test
    void the_chain_pays_with_a_morning_without_a_report() {
        CronDemo demo = CronDemo.play(CronDemo.SEED, CHAIN);

        assertThat(demo.count(demo.cron(), Reconciliation.Worth.NONE)).isEqualTo(1);
        assertThat(demo.count(demo.dag(), Reconciliation.Worth.NONE)).isEqualTo(1);
    }

    @Test
    void in_the_week_that_is_shown_each_of_the_five_troubles_fools_cron() {
        CronDemo demo = CronDemo.play(CronDemo.SEED, CronHelp.NONE);
        Set<Trouble.Kind> fooled = EnumSet.noneOf(Trouble.Kind.class);
        demo.week().nights().stream()
                .filter(night -> demo.finding(demo.cron(), night.day()).isFalse())
                .forEach(night -> fooled.add(night.trouble().kind()));

        assertThat(fooled)
                .containsExactlyInAnyOrder(
                        Trouble.Kind.SLOW_DOWNLOAD,
                        Trouble.Kind.FAILED_CLEANUP,
                        Trouble.Kind.EMPTY_FILE,
                        Trouble.Kind.MONTH_END,
                        Trouble.Kind.CLOCK_CHANGE);
    }

    @Test
    void the_same_seed_gives_the_same_events_and_another_seed_another_week() {
        for (CronHelp help : ALL) {
            assertThat(CronDemo.play(7, help)).isEqualTo(CronDemo.play(7, help));
        }
        assertThat(CronDemo.play(7, FLOCK).week())
                .isNotEqualTo(CronDemo.play(8, FLOCK).week());
    }

    @Test
    void every_event_says_why_in_both_languages() {
        Stream<LaneEvent> events = seeds().boxed()
                .flatMap(seed -> ALL.stream().map(help -> CronDemo.play(seed, help)))
                .flatMap(demo -> demo.lanes().stream())
                .flatMap(lane -> lane.events().stream());

        events.forEach(event -> {
            for (Language language : Language.values()) {
                assertThat(event.why().in(language)).isNotBlank().doesNotContain("{", "[", "demo.", "step.");
            }
        });
    }

    @Test
    void a_program_of_a_crontab_begins_at_its_minute_whatever_the_others_do() {
        seeds().forEach(seed -> {
            Set<Instant> begins = new TreeSet<>();
            CronDemo.play(seed, CronHelp.NONE).cron().events().stream()
                    .filter(event -> event.state() == State.RUNNING)
                    .forEach(event -> begins.add(event.at()));

            assertThat(begins).hasSize(7 * 3 - 1);
            assertThat(begins).contains(Instant.parse("2026-09-06T04:00:00Z"));
        });
    }

    @Test
    void the_judge_finds_each_kind_of_report() {
        Week week = Week.of(CronDemo.SEED);
        Night first = week.nights().get(0);
        Night second = week.nights().get(1);
        Reconciliation judge = new Reconciliation(week);
        Report right = second.sold().reportOf(second.day());
        Report stale = first.sold().reportOf(second.day());
        Report wrong = second.sold().half().reportOf(second.day());

        assertThat(worth(judge, right)).isEqualTo(Reconciliation.Worth.RIGHT);
        assertThat(worth(judge, stale)).isEqualTo(Reconciliation.Worth.STALE);
        assertThat(worth(judge, wrong)).isEqualTo(Reconciliation.Worth.WRONG);
        assertThat(worth(judge, new Report(second.day(), right.tickets(), right.pesos() + 1)))
                .isEqualTo(Reconciliation.Worth.WRONG);
        assertThat(judge.judge(LocalDate.of(2026, 8, 30), Optional.empty()).worth())
                .isEqualTo(Reconciliation.Worth.NONE);
    }

    private static Reconciliation.Worth worth(Reconciliation judge, Report report) {
        return judge.judge(report.day(), Optional.of(report)).worth();
    }

    @Test
    void the_judge_knows_nothing_of_what_it_judges() {
        noClasses()
                .that()
                .belongToAnyOf(Reconciliation.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Lane.class,
                        LaneEvent.class,
                        CronLane.class,
                        DagLane.class,
                        NightRun.class,
                        NightlyAssets.class,
                        Program.class,
                        Publication.class)
                .check(MainClasses.ALL);
    }
}
