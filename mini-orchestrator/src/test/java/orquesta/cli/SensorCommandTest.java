package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.load.Fuentes;
import orquesta.text.Message;

/** What {@code kit sensor} says and does. */
@Tag("once")
class SensorCommandTest {
    @TempDir
    Path temp;

    private Path pipeline;
    private Path home;

    @BeforeEach
    void a_pipeline_with_a_sensor() throws IOException {
        pipeline = temp.resolve("tienda");
        home = temp.resolve("home");
        String job = ".job(Job.named(\"diario\").select(\"*ingresos_totales\"))";
        Fuentes.write(
                pipeline,
                Fuentes.TIENDA.replace(
                        job,
                        job + ".sensor(orquesta.sensor.Sensor.named(\"llego\")"
                                + ".files(\"entrada/*.csv\").every(\"30s\").runs(\"diario\"))"));
    }

    private void told() {
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            orchestrator.record(
                    new TriggerId("tienda", "llego"),
                    new Fact.Sensed(1, "c", State.SKIPPED, Message.of("sensor.no_file", "entrada/*.csv")));
        }
    }

    private JsonNode listed() throws IOException {
        return new ObjectMapper()
                .readTree(
                        kit("sensor", "ls", pipeline, "--home", home, "--json").out())
                .at("/sensors/0");
    }

    @Test
    void sensors_are_listed_with_what_they_told_last() throws IOException {
        Console before = kit("sensor", "ls", pipeline, "--home", home);
        assertThat(before.out()).contains("llego", "files entrada/*.csv", "30s", "diario", "on");
        assertThat(home).as("who only looks makes nothing").doesNotExist();

        told();

        assertThat(kit("sensor", "ls", pipeline, "--home", home).out()).contains("no file of entrada/*.csv is new");
        assertThat(listed().get("cursor").asText()).isEqualTo("c");
        assertThat(listed().get("every").asText()).isEqualTo("30s");
    }

    @Test
    void a_sensor_is_switched_off_and_on_again_and_keeps_its_cursor() throws IOException {
        told();

        assertThat(kit("sensor", "pause", pipeline, "llego", "--home", home).out())
                .startsWith("llego is paused: it does not look");
        assertThat(listed().get("on").asBoolean()).isFalse();
        assertThat(kit("sensor", "resume", pipeline, "llego", "--home", home).out())
                .startsWith("llego looks again");
        assertThat(listed().get("on").asBoolean()).isTrue();
        assertThat(listed().get("cursor").asText()).isEqualTo("c");
    }

    @Test
    void an_unknown_sensor_gets_the_nearest_name_and_a_pipeline_without_any_a_remedy() throws IOException {
        Console wrong = kit("sensor", "pause", pipeline, "lego", "--home", home);
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no sensor \"lego\"; did you mean \"llego\"?");

        Path other = temp.resolve("sola");
        Fuentes.write(other, Fuentes.TIENDA);
        assertThat(kit("sensor", "ls", other, "--home", home).out())
                .contains("declares no sensor: Definitions.of(...).sensor(Sensor.named(");
    }
}
