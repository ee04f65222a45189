package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.load.Fuentes;
import orquesta.store.LongHistory;
import orquesta.store.Questions;

/** What each command asks of its home, taken from the home itself while the command is at work. */
@Tag("once")
class QuestionsOfCommandsTest {
    private static final String JOB = ".job(Job.named(\"diario\").select(\"*ingresos_totales\"))";
    private static final String TRIGGERS = """
            .schedule(orquesta.schedule.Schedule.named("noche").cron("0 0 * * *", "America/Santiago").runs("diario"))
            .sensor(orquesta.sensor.Sensor.named("llego").files("entrada/*.csv").every("30s").runs("diario"))
            """;
    private static final List<String> COMMANDS = List.of(
            "runs",
            "runs --json",
            "why ventas",
            "why ventas --run 2",
            "why sin_negativos",
            "show ventas",
            "logs",
            "logs ventas",
            "logs 2",
            "report 2 --out REPORT",
            "run PIPELINE",
            "rerun 2",
            "rerun 3 --from-failure",
            "plan PIPELINE",
            "plan PIPELINE --select ventas",
            "schedule ls PIPELINE",
            "schedule why PIPELINE noche",
            "schedule pause PIPELINE noche",
            "schedule resume PIPELINE noche",
            "sensor ls PIPELINE",
            "sensor pause PIPELINE llego");

    @TempDir
    Path temp;

    private Path pipeline;
    private Path home;
    private Questions questions;

    @BeforeEach
    void three_runs() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        pipeline = temp.resolve("tienda");
        home = temp.resolve("home");
        Fuentes.write(pipeline, Fuentes.TIENDA.replace(JOB, JOB + TRIGGERS));
        kit("run", pipeline, "--home", home);
        kit("run", pipeline, "--home", home, "--job", "diario");
        kit("run", pipeline, "--home", home, "--chaos", "fail:ventas");
        questions = Questions.of(home);
    }

    @AfterEach
    void put_back() {
        questions.close();
        System.clearProperty("orquesta.root");
    }

    /** The run after them cleans the values of all these, as each would have done of the one before it. */
    private void remember(int runs) {
        LongHistory.make(home, "noche", "llego", runs);
        kit("run", pipeline, "--home", home);
        kit("clean", "--home", home); // a run removes only the first of many at once
    }

    private void askAll() {
        questions.beginAnew();
        for (String command : COMMANDS) {
            String words = command.replace("PIPELINE", pipeline.toString())
                    .replace("REPORT", temp.resolve("2.html").toString());
            Console said = kit((Object[]) (words + " --home " + home).split(" "));
            assertThat(said.exit()).as(command + ": " + said.err()).isNotEqualTo(2);
        }
    }

    @Test
    void none_reads_a_whole_table_and_none_costs_more_with_ten_times_as_many_runs() {
        questions.uncounted(() -> remember(40));
        askAll();
        assertThat(questions.whole()).isEmpty();
        Map<String, Long> few = questions.asked();
        assertThat(few).hasSizeGreaterThan(15);
        questions.uncounted(() -> remember(400));

        askAll();

        assertThat(questions.whole()).isEmpty();
        assertThat(questions.asked()).hasSizeGreaterThan(15);
        assertThat(questions.dearer(few)).isEmpty();
    }
}
