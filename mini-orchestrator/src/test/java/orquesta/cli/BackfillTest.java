package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.load.Fuentes;

/** Partitions from the command line: {@code --partition}, {@code backfill}, and what {@code why}, {@code show}, {@code logs} say of one. */
@Tag("once")
class BackfillTest {
    @TempDir
    Path temp;

    @BeforeEach
    void a_shop_with_a_bad_day() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        write("2026-11-02");
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
    }

    private void write(String bad) throws IOException {
        Fuentes.write(
                temp.resolve("tienda"),
                "import orquesta.asset.*; import orquesta.definition.*; import orquesta.partition.*; public class Tienda { "
                        + "public static Definitions definitions() { return Definitions.of(new Tienda())"
                        + ".partitions(\"dia\", Partitions.daily(\"2026-11-01\", \"America/Santiago\")); } "
                        + "@Asset(partitions = \"dia\") Relation ventas(Partition dia) { System.out.println(\"leo \" + dia.key()); "
                        + "if (dia.key().equals(\"" + bad + "\")) throw new IllegalStateException(\"sin archivo\"); "
                        + "return Relation.rows(\"monto int\", String.valueOf(dia.from().getDayOfMonth())); } "
                        + "@Asset Relation total(Relation ventas) { return ventas.select(\"sum(monto)::int as total\"); } }");
    }

    private Console shop(String command, Object... words) {
        Object[] all = new Object[words.length + 6];
        System.arraycopy(
                new Object[] {
                    command, temp.resolve("tienda"), "--home", temp.resolve("home"), "--clock", "2026-11-05T12:00"
                },
                0,
                all,
                0,
                6);
        System.arraycopy(words, 0, all, 6, words.length);
        return kit(all);
    }

    private Console home(Object... words) {
        Object[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--home";
        all[words.length + 1] = temp.resolve("home");
        return kit(all);
    }

    @Test
    void a_plan_is_made_at_the_time_that_its_clock_shows() {
        assertThat(shop("plan", "--select", "ventas", "--partition", "2026-11-05")
                        .out())
                .contains("ventas@2026-11-05");

        Console tomorrow = shop("plan", "--select", "ventas", "--partition", "2026-11-06");
        assertThat(tomorrow.exit()).isEqualTo(2);
        assertThat(tomorrow.err()).contains("2026-11-06");
    }

    @Test
    void what_is_missing_is_named_with_a_remedy_that_can_be_pasted() {
        Console partial = shop("run", "--select", "total");

        assertThat(partial.err())
                .contains("backfill " + temp.resolve("tienda")
                        + " --select \"*ventas\" --from 2026-11-01 --to 2026-11-04")
                .doesNotContain("PIPELINE");
    }

    @Test
    void show_says_which_partition_it_shows_and_how_a_missing_one_is_computed() {
        assertThat(shop("backfill", "--select", "ventas", "--from", "2026-11-01", "--to", "2026-11-03")
                        .exit())
                .isEqualTo(1);

        assertThat(home("show", "ventas").out()).matches("(?s)ventas@2026-11-0[13], published by run 1.*");
        assertThat(home("show", "ventas", "--json").out()).containsPattern("\"partition\":\"2026-11-0[13]\"");
        Console missing = home("show", "ventas@2026-11-02");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("run PIPELINE --select \"*ventas\" --partition 2026-11-02 computes it.");
    }

    @Test
    void who_asks_the_wrong_home_reads_which_one_was_asked() {
        assertThat(shop("run", "--select", "ventas", "--partition", "2026-11-01")
                        .exit())
                .isZero();
        String home = temp.resolve("home").toString();

        assertThat(home("why", "clientes").err())
                .contains("no run in the home " + home + " had a step \"clientes\"; there are: ventas.", "--home DIR");
        assertThat(home("logs", 7).err()).contains("there is no run 7 in the home " + home + " (newest: 1)");
        assertThat(home("cancel", 7).err()).contains("there is no run 7 in the home " + home + " (newest: 1)");
    }

    @Test
    void one_end_alone_is_refused_and_none_wants_every_category() throws IOException {
        assertThat(shop("backfill", "--from", "2026-11-01").err())
                .contains("--to: \"2026-11-01\" is one end alone; give both --from and --to");
        assertThat(shop("backfill").err())
                .contains("none were asked for; say from which to which: --from 2026-11-04 --to 2026-11-04");
        Fuentes.write(
                temp.resolve("tienda"),
                "import orquesta.asset.*; import orquesta.definition.*; import orquesta.partition.*; public class Tienda { "
                        + "public static Definitions definitions() { return Definitions.of(new Tienda())"
                        + ".partitions(\"tienda\", Partitions.of(\"norte\", \"sur\")); } "
                        + "@Asset(partitions = \"tienda\") Relation cajas(Partition tienda) { "
                        + "return Relation.rows(\"n int\", \"1\"); } }");

        assertThat(shop("run", "--select", "cajas", "--partition", "sur").exit())
                .isZero();
        assertThat(shop("backfill").out()).contains("cajas@norte").doesNotContain("cajas@sur");
        assertThat(shop("backfill").out()).startsWith("Nothing to do: all that was asked for in * is published");
    }

    @Test
    void the_bad_day_alone_is_left_and_done_by_the_same_command() throws IOException {
        Console first = shop("backfill", "--from", "2026-11-01", "--to", "2026-11-04", "--select", "ventas");
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.out())
                .containsPattern("ventas@2026-11-02 +✗ failed")
                .containsPattern("ventas@2026-11-04 +✓ ok");
        assertThat(home("why", "ventas").out()).contains("ventas@2026-11-02").contains("sin archivo");
        assertThat(home("logs", 1, "ventas@2026-11-03").out()).isEqualTo("leo 2026-11-03\n");
        assertThat(home("logs", 1).out()).contains("ventas@2026-11-03 | leo 2026-11-03");

        write("");
        Console second = shop("backfill", "--from", "2026-11-01", "--to", "2026-11-04", "--json");

        assertThat(second.exit()).isZero();
        assertThat(second.out())
                .contains("\"key\":\"ventas@2026-11-02\"", "\"key\":\"total\"")
                .doesNotContain("ventas@2026-11-03");
        assertThat(home("show", "total").out()).contains("10");
        assertThat(home("show", "ventas@2026-11-03").out()).containsPattern("(?m)^3 *$");
        assertThat(home("runs", "--json").out()).contains("\"partition\":\"2026-11-01..2026-11-04\"");
        assertThat(shop("backfill", "--from", "2026-11-01", "--to", "2026-11-04")
                        .out())
                .isEqualTo(
                        "Nothing to do: all that was asked for in 2026-11-01..2026-11-04 is published, and nothing that it"
                                + " reads is newer.\n");
    }

    @Test
    void one_day_is_run_and_what_is_no_day_is_refused_with_exit_2() {
        assertThat(shop("run", "--partition", "2026-11-03", "--select", "ventas")
                        .exit())
                .isZero();

        Console none = shop("run", "--select", "ventas");
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("ventas: it is computed by partitions of time, and none was asked for;");

        Console late = shop("backfill", "--from", "2026-12-01", "--to", "2026-12-02");
        assertThat(late.exit()).isEqualTo(2);
        assertThat(late.err()).contains("there is no partition in 2026-12-01..2026-12-02");
    }

    @Test
    void a_plan_shows_each_task() {
        Console plan = kit(
                "plan",
                temp.resolve("tienda"),
                "--home",
                temp.resolve("home"),
                "--select",
                "ventas",
                "--partition",
                "2026-11-01..2026-11-02");

        assertThat(plan.out())
                .contains("ventas@2026-11-01", "ventas@2026-11-02")
                .doesNotContain("2026-11-03");
    }
}
