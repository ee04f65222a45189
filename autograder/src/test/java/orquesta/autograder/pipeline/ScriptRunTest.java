package orquesta.autograder.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.asset.Retry;
import orquesta.asset.Run;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.partition.Partition;
import orquesta.partition.Partitions;
import orquesta.relation.Duck;
import orquesta.resource.Profile;
import orquesta.resource.Resource;
import orquesta.schedule.Schedule;

/** What a script does with definitions, and what is told of it. */
class ScriptRunTest {
    private static final String ZONE = "America/Santiago";

    @TempDir
    private static Path temporary;

    private static Duck reader = new Duck(Path.of("none"));

    @TempDir
    private Path scratch;

    @BeforeAll
    static void one_reader_for_all() {
        reader = new Duck(temporary);
    }

    @AfterAll
    static void end() {
        reader.close();
    }

    public static class Shop {
        @Asset(retries = @Retry(times = 3, delay = "1m", factor = 2, never = IllegalStateException.class))
        Relation ventas(StringBuilder dictado, Run run) {
            run.metadata("dictado", dictado.toString());
            return Relation.csv("ventas.csv");
        }

        @Asset
        Relation totales(Relation ventas) {
            return Relation.with("ventas", ventas).sql("select sum(total) as total from ventas");
        }
    }

    private ScenarioOutcome play(Scenario scenario) {
        Definitions definitions = Definitions.of(new Shop())
                .resource("dictado", Resource.with("nada", StringBuilder::new))
                .job(Job.named("todo").select("*totales"))
                .schedule(Schedule.named("temprano").cron("30 7 * * *", ZONE).runs("todo"));
        Map<String, Object> told =
                new ScriptRun(scenario.script(), scratch, reader, ScriptRunTest.class.getClassLoader()).of(definitions);
        return ScenarioOutcome.of(new Outcome.Returned(told));
    }

    private static Scenario scenario() {
        return Scenario.at("2026-11-20T07:00", ZONE).file("ventas.csv", "producto,total\nPan,990\nTé,10\n");
    }

    @Test
    void attempts_are_as_far_apart_on_the_virtual_clock_as_the_definitions_say() throws IOException {
        RunStory run = play(scenario()
                        .fails("ventas", 2, "java.io.IOException", "no hay red")
                        .runsJob("todo"))
                .run(0);

        Instant seven = Instant.parse("2026-11-20T10:00:00Z");
        assertThat(run.attempts("ventas")).containsExactly(seven, seven.plusSeconds(60), seven.plusSeconds(180));
        assertThat(run.status()).isEqualTo("ok");
        assertThat(run.began()).containsExactly("ventas", "totales");
        assertThat(run.events().get(0).what()).isEqualTo("planned");
    }

    @Test
    void a_failure_that_is_named_permanent_is_tried_once() {
        ScenarioOutcome outcome = play(scenario()
                .fails("ventas", 9, "java.lang.IllegalStateException", "no column total")
                .runs("*totales"));
        RunStory run = outcome.run(0);

        assertThatThrownBy(() -> outcome.rows("ventas"))
                .isInstanceOfSatisfying(
                        Complaint.Raised.class,
                        raised -> assertThat(raised.complaint().toString())
                                .contains("nothing is published; ventas ended failed: ", "no column total"));
        assertThat(run.attempts("ventas")).hasSize(1);
        assertThat(run.states()).isEqualTo("ventas failed, totales upstream_failed");
        assertThat(run.why("ventas").en()).contains("no column total");
    }

    @Test
    void rows_metadata_settings_resources_and_declarations_are_told() {
        ScenarioOutcome outcome = play(scenario().set("dictado", "hola").runs("*totales"));

        assertThat(outcome.rows("totales").get(0)).containsOnlyKeys("total");
        assertThat(outcome.rows("ventas")).hasSize(2);
        assertThat(outcome.run(0).metadata("ventas")).isEqualTo(Map.of("dictado", "hola"));
        assertThat(outcome.resource("dictado").values())
                .containsEntry("opened", 1)
                .containsEntry("closed", 1);
        assertThat(outcome.reads("totales")).containsExactly("ventas");
        assertThat(outcome.asset("ventas").values()).containsEntry("never", List.of("IllegalStateException"));
        assertThat(outcome.schedule("temprano").values()).containsEntry("expression", "30 7 * * *");
        assertThat(outcome.job("todo").values()).containsEntry("selections", List.of("*totales"));
    }

    @Test
    void a_file_that_changes_behind_a_run_is_read_by_the_next() {
        ScenarioOutcome outcome = play(scenario()
                .runs("*totales")
                .file("ventas.csv", "producto,total\nPan,1\n")
                .runs("*totales"));

        assertThat(outcome.runs()).isEqualTo(2);
        assertThat(outcome.rows("ventas")).hasSize(1);
    }

    @Test
    void the_clock_goes_on_to_ticks_and_the_first_of_them_run_with_their_date() {
        ScenarioOutcome outcome = play(scenario().goesOnTo("2026-11-23T07:30", 2));

        assertThat(outcome.ticks("temprano"))
                .containsExactly(
                        Instant.parse("2026-11-20T10:30:00Z"),
                        Instant.parse("2026-11-21T10:30:00Z"),
                        Instant.parse("2026-11-22T10:30:00Z"),
                        Instant.parse("2026-11-23T10:30:00Z"));
        assertThat(outcome.runs()).isEqualTo(2);
        assertThat(outcome.run(1).date()).isEqualTo(LocalDate.parse("2026-11-21"));
        assertThat(outcome.run(1).attempts("ventas")).containsExactly(Instant.parse("2026-11-21T10:30:00Z"));
    }

    /** Sales of a day, in a file of that day. */
    public static class Days {
        @Asset(partitions = "dia")
        Relation ventas(Partition dia) {
            return Relation.csv("ventas/" + dia.key() + ".csv");
        }
    }

    private ScenarioOutcome playDays(Scenario scenario) {
        Definitions definitions =
                Definitions.of(new Days()).partitions("dia", Partitions.daily("2026-11-16", "America/Santiago"));
        Map<String, Object> told =
                new ScriptRun(scenario.script(), scratch, reader, ScriptRunTest.class.getClassLoader()).of(definitions);
        return ScenarioOutcome.of(new Outcome.Returned(told));
    }

    @Test
    void a_backfill_computes_what_is_missing_and_each_partition_has_its_rows() {
        ScenarioOutcome outcome = playDays(Scenario.at("2026-11-20T07:00", ZONE)
                .file("ventas/2026-11-16.csv", "total\n16\n")
                .file("ventas/2026-11-17.csv", "total\n17\n")
                .runsPartition("ventas", "2026-11-16")
                .backfills("ventas", "2026-11-16", "2026-11-17")
                .backfills("ventas", "2026-11-16", "2026-11-17"));

        assertThat(outcome.run(0).began()).containsExactly("ventas@2026-11-16");
        assertThat(outcome.run(1).began()).containsExactly("ventas@2026-11-17");
        assertThat(outcome.run(2).status()).isEqualTo("nothing");
        assertThat(outcome.run(2).began()).isEmpty();
        assertThat(outcome.rows("ventas@2026-11-17").get(0)).containsEntry("total", 17L);
        assertThat(outcome.isPublished("ventas@2026-11-18")).isFalse();
        assertThat(outcome.asset("ventas").get("partitions", String.class)).isEqualTo("day since 2026-11-16");
        assertThat(outcome.files()).containsExactly("ventas/2026-11-16.csv", "ventas/2026-11-17.csv");
    }

    @Test
    void a_partition_that_is_no_day_is_refused_with_the_orchestrators_words() {
        ScenarioOutcome outcome = playDays(Scenario.at("2026-11-20T07:00", ZONE).runsPartition("ventas", "2027-01-01"));

        assertThatThrownBy(() -> outcome.run(0)).hasMessageContaining("a run that can begin");
    }

    @Test
    void a_profile_changes_what_it_says_and_one_that_is_not_there_is_told() {
        Definitions definitions = Definitions.of(new Shop())
                .resource("dictado", Resource.with("nada", StringBuilder::new))
                .profile("prod", Profile.of().resource("dictado", Resource.with("hola", StringBuilder::new)));
        Map<String, Object> told = new ScriptRun(
                        scenario().profile("prod").runs("*totales").script(),
                        scratch,
                        reader,
                        ScriptRunTest.class.getClassLoader())
                .of(definitions);

        ScenarioOutcome outcome = ScenarioOutcome.of(new Outcome.Returned(told));
        assertThat(outcome.run(0).metadata("ventas")).isEqualTo(Map.of("dictado", "hola"));
        assertThatThrownBy(() -> play(scenario().profile("prod").runs("*totales")))
                .hasMessageContaining("definitions that load");
    }

    @Test
    void a_path_in_the_profile_of_a_job_starts_at_the_root_and_one_that_was_set_wins() {
        Definitions definitions = Definitions.of(new Shop())
                .resource("dictado", Resource.at("nada.txt", path -> new StringBuilder(path)))
                .profile(
                        "prod",
                        Profile.of().resource("dictado", Resource.at("hola.txt", path -> new StringBuilder(path))))
                .job(Job.named("todo").select("*totales").profile("prod"));

        assertThat(dictation(definitions, scenario())).isAbsolute().hasFileName("hola.txt");
        assertThat(dictation(definitions, scenario().set("dictado", "otra.txt")))
                .isAbsolute()
                .hasFileName("otra.txt");
    }

    @Test
    void a_resource_that_the_profile_of_a_job_sets_is_counted_under_its_name() {
        Definitions definitions = Definitions.of(new Shop())
                .resource("dictado", Resource.with("nada", StringBuilder::new))
                .profile("prod", Profile.of().resource("dictado", Resource.with("hola", StringBuilder::new)))
                .job(Job.named("todo").select("*totales").profile("prod"));
        Scenario scenario = scenario().runsJob("todo").runs("*totales").runsJob("todo");
        Map<String, Object> told =
                new ScriptRun(scenario.script(), scratch, reader, ScriptRunTest.class.getClassLoader()).of(definitions);

        ScenarioOutcome outcome = ScenarioOutcome.of(new Outcome.Returned(told));
        assertThat(List.of(0, 1, 2))
                .extracting(run -> outcome.run(run).metadata("ventas").get("dictado"))
                .containsExactly("hola", "nada", "hola");
        assertThat(outcome.resource("dictado").values())
                .containsEntry("opened", 3)
                .containsEntry("closed", 3);
    }

    private Path dictation(Definitions definitions, Scenario scenario) {
        Map<String, Object> told = new ScriptRun(
                        scenario.runsJob("todo").script(), scratch, reader, ScriptRunTest.class.getClassLoader())
                .of(definitions);
        RunStory run = ScenarioOutcome.of(new Outcome.Returned(told)).run(0);
        return Path.of(run.metadata("ventas").get("dictado").toString());
    }
}
