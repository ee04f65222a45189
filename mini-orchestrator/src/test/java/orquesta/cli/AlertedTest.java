package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.alert.Alert;
import orquesta.asset.AssetDefinition;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.event.TriggerId;
import orquesta.notify.AlertSender;
import orquesta.notify.Notifiers;
import orquesta.notify.Pace;

/** What became of alerts stands beside their runs. */
@Tag("once")
class AlertedTest {
    private static final String NAME = "onFailure: http AVISOS_URL";

    @TempDir
    Path home;

    @BeforeEach
    void two_runs_of_which_the_second_is_told() throws Exception {
        AssetDefinition asset = AssetDefinition.named("ventas")
                .returns(String.class)
                .computedBy(in -> {
                    throw new IllegalStateException("no more tea");
                });
        Pipeline pipeline = Definitions.of(asset)
                .alert(Alert.onFailure().http("AVISOS_URL"))
                .validated("tienda");
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            orchestrator.run(pipeline);
            orchestrator.record(
                    new TriggerId("tienda", NAME), new Fact.ScheduleSet(NAME, java.time.Instant.now(), true));
            orchestrator.run(pipeline);
            AlertSender.Post post = new AlertSender.Post(new Notifiers(Map.of()), Pace.AT_ONCE, line -> {});
            try (AlertSender sender = new AlertSender(orchestrator, () -> Optional.of(pipeline), post)) {
                sender.flush();
            }
        }
    }

    @Test
    void runs_and_why_say_what_became_of_alerts() {
        List<String> runs = kit("runs", "--home", home).out().lines().toList();
        assertThat(runs).filteredOn(line -> line.contains("alert not sent")).hasSize(1);
        assertThat(runs.get(runs.size() - 1)).doesNotContain("alert");
        assertThat(Console.in("es", "runs", "--home", home).out()).contains("aviso no enviado");

        String why = kit("why", "ventas", "--home", home).out();
        assertThat(why)
                .contains("no more tea")
                .endsWith(
                        "• alert " + NAME + ": not sent by http AVISOS_URL: the variable AVISOS_URL is not set; set it"
                                + " where serve or daemon is started (tried 1 times)\n");
        assertThat(kit("why", "ventas", "--run", 1, "--home", home).out()).doesNotContain("alert");
        assertThat(Console.in("es", "why", "ventas", "--home", home).out())
                .contains("• aviso " + NAME
                        + ": no se envió por http AVISOS_URL: la variable AVISOS_URL no está definida");
    }
}
