package orquesta.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.asset.StepKey;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.explain.Why;
import orquesta.selection.Selection;
import orquesta.sensor.Sensor;
import orquesta.sensor.SensorAnswer;
import orquesta.sensor.SensorLook;
import orquesta.store.TriggerQueries;
import orquesta.testkit.TestHome;
import orquesta.text.Message;

/** Sensors in daemons: real files, real runs, several daemons on one home. */
@Tag("once")
class SensorTest {
    private static final String PERIOD = "100ms";

    @TempDir
    Path root;

    private final TestHome home = TestHome.create();
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        Collections.reverse(open); // a daemon before the home that it looks at
        for (AutoCloseable each : open) {
            each.close();
        }
        home.close();
    }

    private static Definitions shop() {
        return Definitions.of(
                        AssetDefinition.named("carga").computedBy(in -> Relation.rows("n", "1")),
                        AssetDefinition.named("reporte").computedBy(in -> Relation.rows("n", "1")))
                .job(Job.named("cargar").select("carga"))
                .job(Job.named("reportar").select("reporte"));
    }

    private Daemon daemon(Orchestrator orchestrator, Definitions definitions) {
        Pipeline pipeline = definitions.validated(TestHome.PIPELINE);
        Fact.Origin origin = new Fact.Origin(root.toString(), Map.of(), "", "");
        Daemon daemon = new Daemon(
                orchestrator,
                () -> Optional.of(pipeline),
                Clock.systemUTC(),
                () -> origin,
                line -> told.add(line.toString()));
        open.add(daemon);
        return daemon.start();
    }

    private List<RunRecord> runsOf(String job) {
        return home.history().runs(100).stream()
                .filter(run -> run.request().job().equals(job) && run.ended() != null)
                .toList();
    }

    private void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        long patience = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > patience) {
                throw new AssertionError("it never came: " + told);
            }
            Thread.sleep(20);
        }
    }

    private List<Fact.Sensed> sensed(String name) {
        return new TriggerQueries(home.history())
                .sensed(new TriggerId(TestHome.PIPELINE, name), 100).stream()
                        .map(event -> (Fact.Sensed) event.fact())
                        .toList();
    }

    @Test
    void two_daemons_run_a_job_once_for_each_file_and_the_run_says_why() throws Exception {
        Files.createDirectories(root.resolve("entrada"));
        Sensor files =
                Sensor.named("llego").files("entrada/*.csv").every(PERIOD).runs("cargar");
        Orchestrator other = Orchestrator.at(home.folder());
        open.add(other);
        daemon(home.orchestrator(), shop().sensor(files));
        daemon(
                other,
                shop().sensor(Sensor.named("llego")
                        .files("entrada/*.csv")
                        .every(PERIOD)
                        .runs("cargar")));
        await(() -> !sensed("llego").isEmpty());

        for (int i = 1; i <= 4; i++) {
            int count = i;
            Files.writeString(root.resolve("entrada/v" + i + ".csv"), "x");
            await(() -> runsOf("cargar").size() >= count);
        }

        assertThat(runsOf("cargar")).hasSize(4);
        List<Event> story = home.history().story(runsOf("cargar").get(0).id());
        assertThat(Why.of(story, StepKey.parse("carga")))
                .last()
                .hasToString("the sensor llego asked for it: 1 new or changed: v4.csv");
    }

    @Test
    void one_that_cannot_begin_says_so_and_tries_again() throws Exception {
        Sensor.Code code = new Sensor.Code() {
            private final AtomicInteger begun = new AtomicInteger();

            @Override
            public String begins(SensorLook look) {
                if (begun.incrementAndGet() <= 2) {
                    throw new IllegalStateException("sin red");
                }
                return "7";
            }

            @Override
            public SensorAnswer look(SensorLook look) {
                return SensorAnswer.waits("since " + look.cursor());
            }
        };
        daemon(
                home.orchestrator(),
                shop().sensor(Sensor.named("cola").looks(code).every(PERIOD).runs("cargar")));
        await(() -> told.size() == 2);

        assertThat(told)
                .containsExactly("cola: it could not look: java.lang.IllegalStateException: sin red", "cola: since 7");
    }

    @Test
    void a_look_that_the_end_of_the_daemon_interrupts_did_not_fail() throws Exception {
        CountDownLatch looks = new CountDownLatch(1);
        Daemon daemon = daemon(
                home.orchestrator(),
                shop().sensor(Sensor.named("lento")
                        .looks(look -> {
                            looks.countDown();
                            Thread.sleep(Long.MAX_VALUE);
                            return SensorAnswer.waits("-");
                        })
                        .every(PERIOD)
                        .runs("cargar")));
        looks.await();

        daemon.close();

        assertThat(told).isEmpty();
        assertThat(sensed("lento")).noneMatch(sensed -> sensed.state() == State.FAILED);
    }

    @Test
    void a_run_that_ended_well_starts_the_next_job_and_one_that_failed_does_not() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        Definitions definitions = Definitions.of(
                        AssetDefinition.named("carga").computedBy(in -> {
                            if (calls.getAndIncrement() == 0) {
                                throw new IllegalStateException("sin red");
                            }
                            return Relation.rows("n", "1");
                        }),
                        AssetDefinition.named("reporte").computedBy(in -> Relation.rows("n", "1")))
                .job(Job.named("cargar").select("carga"))
                .job(Job.named("reportar").select("reporte"))
                .sensor(Sensor.named("tras").after("cargar").every(PERIOD).runs("reportar"));
        daemon(home.orchestrator(), definitions);
        await(() -> !sensed("tras").isEmpty());
        Pipeline pipeline = definitions.validated(TestHome.PIPELINE);
        RunRequest load = new RunRequest(Selection.parse("carga"), "cargar", Clock.systemUTC(), 1);

        home.orchestrator().run(pipeline, load); // fails
        home.orchestrator().run(pipeline, load);
        await(() -> !runsOf("reportar").isEmpty());

        assertThat(runsOf("reportar")).hasSize(1);
        assertThat(sensed("tras").stream().filter(told -> told.state() == State.RUNNING))
                .singleElement()
                .extracting(Fact.Sensed::cursor)
                .isEqualTo("2");
    }

    @Test
    void an_asset_that_is_published_starts_what_reads_it() throws Exception {
        Definitions definitions = shop().sensor(
                        Sensor.named("nueva").published("carga").every(PERIOD).runs("reportar"));
        Pipeline pipeline = definitions.validated(TestHome.PIPELINE);
        home.orchestrator().run(pipeline, "carga"); // before the sensor was there: it does not count
        daemon(home.orchestrator(), definitions);
        await(() -> !sensed("nueva").isEmpty());

        home.orchestrator().run(pipeline, "carga");
        await(() -> !runsOf("reportar").isEmpty());

        assertThat(runsOf("reportar")).hasSize(1);
    }

    @Test
    void who_dies_while_a_sensor_begins_leaves_one_that_begins_again() throws Exception {
        Definitions definitions = shop().sensor(
                        Sensor.named("nueva").published("carga").every(PERIOD).runs("reportar"));
        TriggerId id = new TriggerId(TestHome.PIPELINE, "nueva");
        Fact.Sensed begun = new Fact.Sensed(1, "0", State.SKIPPED, Message.of("sensor.begins"));
        home.orchestrator().record(id, begun); // and no more: nobody said yet that it is watched
        daemon(home.orchestrator(), definitions);
        await(() -> new TriggerQueries(home.history())
                .newest(id).stream().anyMatch(event -> event.fact() instanceof Fact.ScheduleSet));

        home.orchestrator().run(definitions.validated(TestHome.PIPELINE), "carga");
        await(() -> !runsOf("reportar").isEmpty());

        assertThat(sensed("nueva")).noneMatch(told -> told.state() == State.FAILED);
    }

    @Test
    void code_of_ones_own_has_a_cursor_and_a_partition_and_its_failure_is_told_once() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Definitions definitions = shop().sensor(Sensor.named("cola")
                .looks(look -> {
                    if (looks.incrementAndGet() < 4) {
                        throw new IllegalStateException("no queue");
                    }
                    int seen = look.cursor().isEmpty() ? 0 : Integer.parseInt(look.cursor());
                    return seen < 2
                            ? SensorAnswer.fires(String.valueOf(seen + 1), "message " + (seen + 1))
                            : SensorAnswer.waits("empty");
                })
                .every(PERIOD)
                .runs("cargar"));
        daemon(home.orchestrator(), definitions);

        await(() -> sensed("cola").stream()
                .anyMatch(told -> told.reason().toString().equals("empty")));

        assertThat(sensed("cola"))
                .extracting(told -> told.number() + " " + told.state() + " " + told.reason())
                .containsExactly(
                        "5 SKIPPED empty",
                        "4 RUNNING message 2",
                        "3 RUNNING message 1",
                        "2 FAILED it could not look: java.lang.IllegalStateException: no queue",
                        "1 SKIPPED it is watched from now on");
        assertThat(runsOf("cargar")).hasSize(2);
    }

    @Test
    void a_run_that_cannot_begin_is_told_and_not_tried_for_ever() throws Exception {
        AtomicInteger fired = new AtomicInteger();
        Definitions definitions = shop().sensor(Sensor.named("mala")
                .looks(look -> look.cursor().isEmpty()
                        ? SensorAnswer.fires("1", "now " + fired.incrementAndGet(), "2026-11-01")
                        : SensorAnswer.waits("nothing"))
                .every(PERIOD)
                .runs("cargar"));
        daemon(home.orchestrator(), definitions);

        await(() -> sensed("mala").size() >= 3);

        assertThat(sensed("mala").get(1).reason().toString()).contains("no asset of this run has partitions");
        assertThat(fired).hasValue(1);
    }

    @Test
    void wrong_sensors_are_load_errors() {
        assertThatThrownBy(() -> shop().sensor(
                                Sensor.named("x").after("cargar").every("0s").runs("reportr"))
                        .sensor(Sensor.named("x").after("cargar").runs("reportar"))
                        .validated())
                .hasMessageContaining("a sensor cannot look every \"0s\"")
                .hasMessageContaining("there is no job \"reportr\"; did you mean")
                .hasMessageContaining("the trigger \"x\" is declared twice");
    }
}
