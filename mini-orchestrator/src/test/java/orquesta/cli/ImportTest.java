package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A crontab becomes a pipeline that does the same, and a list of what it left open. */
@DisabledOnOs(OS.WINDOWS)
@Tag("once")
class ImportTest {
    @TempDir
    Path temp;

    private Path file;
    private Path made;

    @BeforeEach
    void set_up() throws IOException {
        temp = temp.toRealPath();
        Path checkout = Files.createDirectories(temp.resolve("orquesta"));
        Files.writeString(checkout.resolve("kit"), "#!/bin/sh\n");
        System.setProperty("orquesta.root", checkout.toString());
        file = temp.resolve("crontab.txt");
        made = temp.resolve("own/mi_crontab");
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
        System.clearProperty("orquesta.pipeline");
    }

    private Console imported(String language, Object... more) {
        Object[] words = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("import", "crontab", file, "--at", temp.resolve("own")),
                        java.util.stream.Stream.of(more))
                .toArray();
        return Console.in(language, words);
    }

    private String home() {
        return "HOME=" + temp;
    }

    @Test
    void its_pipeline_loads_and_runs_the_commands_of_the_lines() throws IOException {
        Files.writeString(temp.resolve("limpiar.sh"), "echo \"limpio: $SABOR\"; cat > leido.txt\n");
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "# the shop's mornings",
                        home(),
                        "SABOR = \"té \\ con 'menta'\"",
                        "MAILTO=ana@tienda.cl",
                        "CRON_TZ=America/Santiago",
                        "",
                        "30 7 * * 1-5   echo \"uno \\% dos\" > descargado.txt",
                        "40 7 * * 1-5\tsh ./limpiar.sh --todo%primera%segunda",
                        "@daily false 2>/dev/null",
                        "CRON_TZ=Asia/Tokyo",
                        "0 6 1 * * cd / && sh " + temp + "/limpiar.sh >> /dev/null"));
        Console console = imported("en");

        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(console.out())
                .contains(
                        "Made " + made,
                        "limpiar  40 7 * * 1-5 America/Santiago  sh ./limpiar.sh --todo",
                        "limpiar2  0 6 1 * * Asia/Tokyo",
                        "1. the order: ",
                        "2. what comes after a failure",
                        "3. who is told: cron mails whatever is printed to ana@tienda.cl",
                        "./kit schedule ls " + made);
        assertThat(kit("ls", made).exit()).isZero();
        assertThat(kit("schedule", "ls", made).out()).contains("@daily America/Santiago", "0 6 1 * * Asia/Tokyo");

        Console run = kit("run", made, "--job", "limpiar");
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(Files.readString(temp.resolve("leido.txt"))).isEqualTo("primera\nsegunda\n");
        assertThat(kit("logs", 1, "limpiar", "--home", made.resolve(".orquesta"))
                        .out())
                .contains("limpio: té \\ con 'menta'");
        assertThat(kit("run", made, "--job", "echo").exit()).isZero();
        assertThat(Files.readString(temp.resolve("descargado.txt"))).isEqualTo("uno % dos\n");
        Console failed = kit("run", made, "--job", "linea9");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.out()).contains("ended with 1: false 2>/dev/null");
    }

    @Test
    void each_line_that_cannot_be_read_is_told_by_its_number_and_nothing_is_made() throws IOException {
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "30 7 * * * ./bien.sh",
                        "30 25 * * * ./mal.sh",
                        "@reboot ./mal.sh",
                        "30 7 * * ./mal.sh",
                        "17 * * * * root cd / && run-parts /etc/cron.hourly"));
        Console console = imported("en", "--zone", "America/Santiago");

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err())
                .contains("line 2: ", "line 3: ", "line 4: ", "line 5: \"root\" looks like the column of users")
                .doesNotContain("line 1");
        assertThat(imported("es", "--zone", "America/Santiago").err())
                .contains("línea 5: \"root\" parece la columna de usuarios");
        assertThat(made).doesNotExist();
    }

    @Test
    void the_zone_is_asked_for_where_nobody_says_it() throws IOException {
        Files.writeString(file, "30 7 * * * ./bien.sh\n");

        assertThat(imported("en").err()).contains("line 1: ", "--zone America/Santiago", "CRON_TZ=");
        assertThat(imported("en", "--zone", "America/Santiag").err()).contains("America/Santiago");
        assertThat(imported("en", "--zone", "America/Santiago").exit()).isZero();
        assertThat(imported("en", "--zone", "America/Santiago").err()).contains("is there already");
    }

    @Test
    void a_file_that_is_empty_or_not_there_is_told() throws IOException {
        assertThat(imported("en", "--zone", "UTC").err()).contains("crontab.txt cannot be read", "crontab -l");
        Files.writeString(file, "# nothing\n\nMAILTO=\n");
        assertThat(imported("en", "--zone", "UTC").err()).contains("no line of the crontab runs anything");
    }

    @Test
    void a_mark_at_the_beginning_is_no_part_of_it_and_other_letters_than_utf_8_are_told() throws IOException {
        Files.write(file, "# la mañana\n0 1 * * * echo hola\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(imported("en", "--zone", "UTC").err()).contains("crontab.txt is not UTF-8", "iconv -f latin1");
        assertThat(imported("es", "--zone", "UTC").err()).contains("crontab.txt no está en UTF-8");
        Files.writeString(file, "\uFEFF0 1 * * * echo hola\n");
        assertThat(imported("en", "--zone", "UTC").exit()).isZero();
    }
}
