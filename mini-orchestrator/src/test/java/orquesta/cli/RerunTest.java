package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Orchestrator;
import orquesta.event.RunRecord;
import orquesta.load.Fuentes;

/** {@code kit rerun}, {@code kit cancel}, {@code kit logs --follow}: what comes after a run that was not well. */
@Tag("once")
class RerunTest {
    @TempDir
    Path temp;

    @BeforeEach
    void a_checkout() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        write("if (true) throw new IllegalStateException(\"sin red\"); ");
        assertThat(kit("run", temp.resolve("tienda"), "--home", home()).exit()).isEqualTo(1);
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
    }

    private Path home() {
        return temp.resolve("home");
    }

    private void write(String trouble) throws IOException {
        Fuentes.write(
                temp.resolve("tienda"),
                "import orquesta.asset.*; import orquesta.definition.*; public class Tienda { "
                        + "public static Definitions definitions() { return Definitions.of(new Tienda()); } "
                        + "@Asset Relation productos() { System.out.println(\"leo\"); return Relation.rows(\"n\", \"1\"); } "
                        + "@Asset Relation ventas(Relation productos) { "
                        + trouble
                        + "return productos; } }");
    }

    @Test
    void from_the_failure_with_mended_code_what_was_well_is_reused_and_says_from_where() throws IOException {
        write("");

        Console console = kit("rerun", 1, "--from-failure", "--home", home());

        assertThat(console.exit()).isZero();
        assertThat(console.out())
                .containsPattern("productos +↺ reused +\\S* +\\S* *not computed again: run 1 had done it")
                .contains("Run 2 ✓ ok");
    }

    @Test
    void without_the_option_all_is_computed_again() throws IOException {
        write("");

        Console console = kit("rerun", 1, "--json", "--home", home());

        assertThat(console.out()).contains("\"run\":2", "\"status\":\"ok\"").doesNotContain("reused");
    }

    /** Who does the run again may stand in another folder: there the path that was typed is another one. */
    @Test
    void a_relative_setting_starts_where_you_stand_and_a_rerun_gets_what_it_was_then() throws IOException {
        Path conf = temp.resolve("conf");
        Fuentes.write(
                conf,
                "import orquesta.asset.*; import orquesta.definition.*; import orquesta.resource.*; public class Conf { "
                        + "record Base(String donde) {} "
                        + "public static Definitions definitions() { return Definitions.of(new Conf())"
                        + ".resource(\"base\", Resource.at(\"a.db\", Base::new))"
                        + ".resource(\"tasa\", Resource.with(\"0.19\", t -> t)); } "
                        + "@Asset Relation total(Base base, String tasa) { "
                        + "return Relation.rows(\"v\", \"'\" + base.donde() + \"'\"); } }");
        String here = Path.of("out/b.db").toAbsolutePath().toString();

        assertThat(kit("run", conf, "--set", "base=out/b.db", "--set", "tasa=0.1", "--home", home())
                        .exit())
                .isZero();
        assertThat(kit("rerun", 2, "--home", home()).exit()).isZero();

        assertThat(kit("show", "total", "--home", home()).out()).contains(here);
        try (Orchestrator orchestrator = Orchestrator.at(home())) {
            for (RunRecord run : orchestrator.history().runs(2)) {
                assertThat(orchestrator.originOf(run.id()).settings())
                        .containsExactlyInAnyOrderEntriesOf(Map.of("base", here, "tasa", "0.1"));
            }
        }
    }

    @Test
    void a_run_that_is_not_there_is_told_with_the_newest() {
        Console console = kit("rerun", 9, "--home", home());

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("9").contains("1");
    }

    @Test
    void a_run_that_has_ended_cannot_be_cancelled() {
        Console console = kit("cancel", 1, "--home", home());

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("run 1 has ended already: it is failed");
    }

    @Test
    void who_follows_the_output_of_a_run_that_has_ended_sees_it_and_is_done() {
        Console console = kit("logs", 1, "productos", "--follow", "--home", home());

        assertThat(console.exit()).isZero();
        assertThat(console.out()).isEqualTo("leo\n");
        assertThat(Files.exists(home())).isTrue();
    }
}
