package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Inputs;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.partition.Partitions;
import orquesta.schedule.Schedule;
import orquesta.sensor.Sensor;
import orquesta.store.LongHistory;
import orquesta.store.Questions;

/** What each page asks of its home, taken from the home itself while the page is asked for. */
@Tag("once")
class QuestionsOfPagesTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/?before=20",
            "/?select=ventas",
            "/runs",
            "/runs?state=failed",
            "/runs?state=cancelled",
            "/runs?job=diario",
            "/runs?job=diario&state=ok",
            "/runs?tick=1970-01-21T00:00:00Z",
            "/runs?before=20",
            "/runs/1",
            "/runs/2?steps=ventas",
            "/assets/ventas",
            "/assets/roto",
            "/assets/nunca",
            "/assets/cajas",
            "/time");

    @TempDir
    Path home;

    private Questions questions;
    private Visit visit;

    private static Pipeline pipeline() {
        AssetDefinition ventas = AssetDefinition.named("ventas").computedBy(inputs -> Relation.rows("monto", "5"));
        AssetDefinition roto = AssetDefinition.named("roto").reads("ventas").computedBy(inputs -> {
            throw new IllegalStateException("sin red");
        });
        AssetDefinition nunca = AssetDefinition.named("nunca").reads("ventas").computedBy(inputs -> Relation.rows("n"));
        AssetDefinition cajas = AssetDefinition.named("cajas")
                .partitions("tienda")
                .reads("ventas")
                .computedBy(QuestionsOfPagesTest::count);
        return Definitions.of(
                        ventas,
                        roto,
                        nunca,
                        cajas,
                        CheckDefinition.named("positivo", "ventas")
                                .reads("ventas")
                                .computedBy(inputs -> CheckResult.passed()))
                .partitions("tienda", Partitions.of("este", "norte", "sur"))
                .job(Job.named("diario").select("ventas"))
                .schedule(Schedule.named("noche").cron("0 0 * * *", "UTC").runs("diario"))
                .sensor(Sensor.named("llego").files("entrada/*.csv").runs("diario"))
                .validated(Visit.PIPELINE);
    }

    private static Relation count(Inputs inputs) {
        if (inputs.partition().key().equals("sur")) {
            throw new IllegalStateException("cerrada");
        }
        return Relation.rows("n", "1");
    }

    @BeforeEach
    void open() {
        questions = Questions.of(home);
        visit = Visit.of(home, pipeline());
        visit.ran("ventas, roto");
        visit.ran("ventas");
        visit.ran("cajas");
    }

    @AfterEach
    void close() {
        visit.close();
        questions.close();
    }

    private void askAll() {
        questions.beginAnew();
        PAGES.forEach(visit::page);
    }

    @Test
    void none_reads_a_whole_table_and_none_costs_more_with_ten_times_as_many_runs() {
        questions.uncounted(() -> LongHistory.make(home, "noche", "llego", 40));
        askAll();
        assertThat(questions.whole()).isEmpty();
        Map<String, Long> few = questions.asked();
        assertThat(few).hasSizeGreaterThan(15);
        questions.uncounted(() -> LongHistory.make(home, "noche", "llego", 400));

        askAll();

        assertThat(questions.whole()).isEmpty();
        assertThat(questions.asked()).hasSizeGreaterThan(15);
        assertThat(questions.dearer(few)).isEmpty();
    }

    @Test
    void the_rules_can_be_broken() {
        assertThat(whole("select * from event where type = 'x'")).isTrue();
        assertThat(whole("select state from step where pipeline = 'p' and asset = 'x'"))
                .isTrue();
        assertThat(whole("select * from (select run from run order by started) r join step on step.run = r.run"))
                .isTrue();
        assertThat(whole("select * from run where run = 1")).isFalse();
    }

    private boolean whole(String sql) {
        return questions.plan(sql).stream().anyMatch(step -> Questions.isWhole(sql, step));
    }
}
