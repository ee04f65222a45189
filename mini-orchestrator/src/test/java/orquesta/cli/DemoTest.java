package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** {@code kit demo cron} as it is seen; {@code -Dgolden=write} writes the pictures anew. */
@Tag("once")
class DemoTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "orquesta", "demo");

    private static void assertLooksAs(String name, String shown) throws IOException {
        Path file = FOLDER.resolve(name);
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, shown);
        }
        assertThat(shown).isEqualTo(Files.readString(file));
    }

    private static String shown(String language, Object... words) {
        Console console = Console.in(language, words);
        assertThat(console.err()).isEmpty();
        assertThat(console.exit()).isZero();
        return console.out().replace(System.lineSeparator(), "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void both_lanes_and_every_event_as_the_terminal_shows_them(String language) throws IOException {
        String shown = shown(language, "demo", "cron", "--events");

        assertLooksAs("cron." + language + ".txt", shown);
        assertThat(shown.lines()).allMatch(line -> line.length() <= 80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void the_picture_is_xml_and_has_a_reason_on_each_stretch(String language, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("week.svg");
        shown(language, "demo", "cron", "--svg", file);
        String svg = Files.readString(file);

        assertLooksAs("cron." + language + ".svg", svg);
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg.lines().filter(line -> line.contains("height=\"11\"")))
                .hasSizeGreaterThan(40)
                .allMatch(line -> line.contains("<title>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void the_page_stands_by_itself_and_tells_every_night_of_both_lanes(String language, @TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("week.html");
        assertThat(shown(language, "demo", "cron", "--html", file)).contains(file.toString());
        String page = Files.readString(file);

        assertThat(page).contains("<html lang=\"" + language + "\">", "cron 5, DAG 0");
        assertThat(page.split("<section id=")).hasSize(8);
        assertThat(page.split("class=\"worth false\"")).hasSize(1 + 5);
        assertThat(page).doesNotContain("<script", "src=", "url(http").doesNotContainPattern("href=\"[^#]");
        JsonNode demo = new ObjectMapper().readTree(shown(language, "demo", "cron", "--json"));
        for (JsonNode event : demo.at("/cron/events")) {
            String why = event.get("why").asText().replace("&", "&amp;");
            assertThat(page).contains("<td>" + why + "</td>");
        }
    }

    @Test
    void a_page_that_cannot_be_written_names_its_option() {
        Console console = Console.kit("demo", "cron", "--html", "/nowhere/at/all/week.html");

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("--html", "/nowhere/at/all/week.html");
    }

    @ParameterizedTest
    @CsvSource({
        "'',            Wrong or stale reports published: cron 5",
        "--flock,       Wrong or stale reports published: cron",
        "--chain,       Wrong or stale reports published: cron 1",
    })
    void a_switch_changes_the_crontab_that_is_shown_and_the_number(String help, String verdict) {
        Object[] words = help.isEmpty() ? new Object[] {"demo", "cron"} : new Object[] {"demo", "cron", help};
        String shown = shown("en", words);

        assertThat(shown).contains(verdict);
        assertThat(shown.contains("flock /tmp/cron.lock")).isEqualTo(help.equals("--flock"));
        assertThat(shown.contains("descargar && limpiar && reportar")).isEqualTo(help.equals("--chain"));
    }

    @Test
    void json_has_the_verdict_and_every_event_with_its_reason() throws IOException {
        JsonNode demo = new ObjectMapper().readTree(shown("en", "demo", "cron", "--seed", 3, "--json"));

        assertThat(demo.at("/dag/false_reports").asInt()).isZero();
        assertThat(demo.at("/cron/false_reports").asInt())
                .isEqualTo(
                        demo.at("/cron/stale").asInt() + demo.at("/cron/wrong").asInt());
        for (String lane : new String[] {"cron", "dag"}) {
            assertThat(demo.at("/" + lane + "/reports")).hasSize(7);
            assertThat(demo.at("/" + lane + "/events"))
                    .hasSizeGreaterThan(40)
                    .allMatch(event -> !event.get("why").asText().isBlank());
        }
    }

    @Test
    void to_watch_it_go_tells_the_same_as_all_at_once() {
        assertThat(shown("en", "demo", "cron", "--speed", 100_000)).isEqualTo(shown("en", "demo", "cron", "--events"));
    }

    @Test
    void a_speed_that_no_clock_has_is_refused() {
        Console console = Console.kit("demo", "cron", "--speed", 0);

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("--speed", "0.0", "60");
    }

    @Test
    void a_picture_that_cannot_be_written_is_told(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("week.svg");
        Console console = Console.kit("demo", "cron", "--svg", file);

        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).contains("--svg", file.toString(), "a folder that exists");
        assertThat(Console.in("es", "demo", "cron", "--svg", file).err()).contains("una carpeta que exista");
    }

    @Test
    void its_help_has_an_example_that_is_understood() {
        String help = Console.kit("demo", "cron", "--help").out();

        assertThat(help).contains("./kit demo cron --chain --events", "--flock", "--seed");
        assertThat(Console.kit("demo", "--help").out()).contains("./kit demo cron", "Cron beside the DAG");
    }
}
