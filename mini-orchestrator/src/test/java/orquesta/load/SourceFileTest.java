package orquesta.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;
import orquesta.definition.Pipeline;

/** A source is read as what it says that it is, or refused by name: never with other letters. */
class SourceFileTest {
    private static final String SOURCE = Fuentes.definitions(
            "Mía",
            "\n  // año\n  return Definitions.of(AssetDefinition.named(\"una\").description(\"señal\").computedBy(inputs -> null));");

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void set_up() throws IOException {
        folder = Files.createDirectory(temp.resolve("tienda"));
    }

    private Path write(String text, Charset encoding) throws IOException {
        return Files.write(folder.resolve("Mía.java"), text.getBytes(encoding));
    }

    private Pipeline load() {
        return new DefinitionLoader(temp.resolve("compiled")).load(folder);
    }

    private String description() {
        return load().graph().definition(Given.key("una")).labels().description();
    }

    @Test
    void a_mark_at_the_beginning_is_no_part_of_the_text() throws IOException {
        write("\uFEFF" + SOURCE, StandardCharsets.UTF_8);
        assertThat(description()).isEqualTo("señal");
    }

    @Test
    void utf_16_is_known_by_its_mark() throws IOException {
        write(SOURCE, StandardCharsets.UTF_16);
        assertThat(description()).isEqualTo("señal");

        write("\uFEFF" + SOURCE, StandardCharsets.UTF_16LE);
        assertThat(description()).isEqualTo("señal");
    }

    @Test
    void latin_1_is_refused_by_file_and_line_with_what_to_do() throws IOException {
        write(SOURCE.replace('í', 'i'), StandardCharsets.ISO_8859_1);

        assertThat(Given.problem(this::load))
                .startsWith("Mía.java:2: ")
                .contains("not UTF-8", "F1", "\"// año\"", "Save with Encoding");
    }

    @Test
    void utf_16_without_its_mark_is_refused_too() throws IOException {
        write(SOURCE, StandardCharsets.UTF_16LE);

        assertThat(Given.problem(this::load)).startsWith("Mía.java:1: ").contains("00", "import orquesta");
    }

    @Test
    void the_compilers_places_are_right_below_a_mark() throws IOException {
        write("\uFEFFclass Mía { int ñ = \"no\"; }", StandardCharsets.UTF_8);

        assertThat(Given.problem(this::load))
                .startsWith("Mía.java:1: ")
                .contains("\n    class Mía { int ñ = \"no\"; }\n                        ^");
    }

    @Test
    void whoever_only_looks_for_places_reads_what_can_be_read() throws IOException {
        write(
                "class Mia {\n  int uno() {\n    return 1; // año\n  }\n}\n".replace("Mia", "Mía"),
                StandardCharsets.ISO_8859_1);

        assertThat(SourcePlaces.in(folder).methods().values())
                .singleElement()
                .satisfies(place -> assertThat(place.line()).isEqualTo(2));
    }
}
