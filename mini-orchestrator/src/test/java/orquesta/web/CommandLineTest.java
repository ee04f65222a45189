package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;
import orquesta.Orchestrator;
import orquesta.definition.Definitions;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.text.Message;

/** Commands to copy do what the page did. */
@Tag("once")
class CommandLineTest {
    private static final CommandLine GIVEN = new CommandLine(
            "cd /own && /orquesta/kit", "copia de/tienda", "mi casa", Map.of("reports", "R", "datasets", "it's"));

    @TempDir
    Path home;

    private RunRecord ran(String pipeline, String... selections) {
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            orchestrator.run(Definitions.of(Given.asset("a")).validated(pipeline), selections);
            return orchestrator.history().runs(1).get(0);
        }
    }

    @Test
    void a_run_goes_to_the_same_folder_home_and_data() {
        assertThat(GIVEN.run())
                .isEqualTo("cd /own && /orquesta/kit run 'copia de/tienda' --home 'mi casa' --set 'datasets=it'\\''s'"
                        + " --set reports=R");
        assertThat(GIVEN.run(ran("tienda"), "tienda")).isEqualTo(GIVEN.run());
        assertThat(GIVEN.run(ran("tienda", "a*"), "tienda")).isEqualTo(GIVEN.run() + " --select 'a*'");
    }

    @Test
    void of_another_pipeline_only_the_home_is_known() {
        assertThat(GIVEN.run(ran("otra"), "tienda")).isEqualTo("cd /own && /orquesta/kit run otra --home 'mi casa'");
    }

    @Test
    void a_log_is_looked_up_in_the_same_home() {
        assertThat(GIVEN.logs(ran("tienda"), "a")).isEqualTo("cd /own && /orquesta/kit logs 1 a --home 'mi casa'");
        assertThat(Visit.COMMAND.logs(ran("tienda"), "a#nada")).endsWith("'a#nada'");
    }

    @Test
    void a_profile_and_a_partition_are_said() {
        CommandLine prod = new CommandLine("./kit", "tienda", null, Map.of(), "prod");
        RunRecord.Request asked = ran("tienda").request();
        RunRecord day = new RunRecord(
                new RunId("tienda", 1),
                RunStatus.OK,
                new RunRecord.Request("*", "", asked.date(), asked.started(), "1", "2026-11-28", null),
                null,
                Message.valueOf(""));

        assertThat(prod.run(day, "tienda")).isEqualTo("./kit run tienda --profile prod --partition 2026-11-28");
    }

    @Test
    void what_was_not_given_is_not_said() {
        assertThat(Visit.COMMAND.run()).isEqualTo("./kit run tienda");
    }
}
