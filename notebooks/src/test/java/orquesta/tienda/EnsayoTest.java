package orquesta.tienda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.RunResult;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.lesson.Sandbox;
import orquesta.text.UserException;

/** A rehearsal keeps the arrows, and a Gantt chart shows what ran. */
class EnsayoTest {
    private static final AssetGraph TE = new AssetGraph(List.of(
            AssetDefinition.named("agua").computedBy(inputs -> null),
            AssetDefinition.named("hojas").computedBy(inputs -> null),
            AssetDefinition.named("te").reads("agua", "hojas").computedBy(inputs -> null),
            AssetDefinition.named("taza").reads("te").computedBy(inputs -> null)));

    private final Sandbox sandbox = Sandbox.open();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void keeps_the_arrows_and_runs_every_step() {
        RunResult run = sandbox.run(Ensayo.de(TE, Map.of("agua", 2, "hojas", 0)).pipeline(), 2);

        assertThat(Flechas.necesita(run.pipeline().graph())).isEqualTo(Flechas.necesita(TE));
        assertThat(run.steps())
                .allSatisfy(step -> assertThat(step.state().text()).isEqualTo("ok"));
        assertThat(run.step("agua").times().millis()).isGreaterThanOrEqualTo(2L * Ensayo.MINUTO);
        assertThat(run.step("te").times().started())
                .isAfterOrEqualTo(run.step("agua").times().ended());
    }

    @Test
    void one_worker_runs_one_step_at_a_time() {
        RunResult run = sandbox.run(Ensayo.de(TE, Map.of()).pipeline(), 1);

        assertThat(Gantt.de(run).minutos()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void a_step_that_fails_leaves_out_what_is_below_it_and_the_chart_says_so() {
        RunResult run = sandbox.run(
                Ensayo.de(TE, Map.of("agua", 0, "hojas", 0)).falla("agua").pipeline(), 2);

        assertThat(run.step("te").state().text()).isEqualTo("upstream_failed");
        assertThat(Gantt.de(run).toString())
                .containsPattern("agua \\d+[.]\\d-\\d+[.]\\d failed")
                .containsPattern("hojas \\d+[.]\\d-\\d+[.]\\d ok")
                .doesNotContain("te ", "taza");
        assertThat(Gantt.de(run).svg()).contains("class=\"bar failed\"", ">agua</text>", ">✗ failed</text>", "minut");
    }

    @Test
    void a_step_that_is_not_there_cannot_fail() {
        assertThatThrownBy(() -> Ensayo.de(TE, Map.of()).falla("cafe")).hasMessageContaining("cafe");
    }

    @Test
    void minutes_of_a_step_that_is_not_there_name_the_nearest() {
        Map<String, Integer> minutos = Map.of("hoja", 2);

        assertThatThrownBy(() -> Ensayo.de(TE, minutos))
                .isInstanceOf(UserException.class)
                .hasMessageContainingAll("hoja", "hojas");
    }

    @Test
    void arrows_that_point_backwards_are_counted() {
        assertThat(Flechas.alReves(TE, List.of("hojas", "agua", "te", "taza"))).isZero();
        assertThat(Flechas.alReves(TE, List.of("taza", "te", "hojas", "agua"))).isEqualTo(3);
        assertThat(Flechas.alReves(TE, List.of("te", "hojas", "agua", "taza"))).isEqualTo(2);
        assertThat(Flechas.alReves(TE, List.of("hojas", "agua", "te"))).isEqualTo(-1);
        assertThat(Flechas.alReves(TE, List.of("hojas", "agua", "te", "te"))).isEqualTo(-1);
    }
}
