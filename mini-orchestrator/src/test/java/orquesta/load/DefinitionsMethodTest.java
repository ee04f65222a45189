package orquesta.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;

/** What the one method that a pipeline must have can get wrong. */
class DefinitionsMethodTest {
    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void set_up() {
        folder = temp.resolve("tienda");
    }

    private String problem() {
        return Given.problem(() -> new DefinitionLoader(temp.resolve("compiled")).load(folder));
    }

    @Test
    void a_folder_without_it_says_what_to_write() throws IOException {
        Fuentes.write(folder, "public class Una { public static String definitions() { return \"\"; } }");

        assertThat(problem()).startsWith("tienda: ").contains("public static Definitions definitions()", "add one");
    }

    @Test
    void two_of_them_are_told_by_their_classes() throws IOException {
        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));
        Fuentes.write(folder, Fuentes.oneAsset("Dos", "segunda"));

        assertThat(problem()).startsWith("tienda: ").contains("Dos, Una", "keep one");
    }

    @Test
    void one_that_throws_is_told_with_what_it_threw() throws IOException {
        Fuentes.write(
                folder,
                Fuentes.definitions("Una", "if (true) throw new IllegalStateException(\"sin red\"); return null;"));

        assertThat(problem()).startsWith("Una.definitions: ").contains("IllegalStateException", "sin red");
    }

    @Test
    void one_that_returns_null_says_so() throws IOException {
        Fuentes.write(folder, Fuentes.definitions("Una", "return null;"));

        assertThat(problem()).startsWith("Una.definitions: ").contains("null", "Definitions.of(");
    }

    @Test
    void a_static_field_that_throws_is_told_alike() throws IOException {
        Fuentes.write(
                folder,
                Fuentes.oneAsset("Una", "primera")
                        .replace("public static D", "static int x = Integer.parseInt(\"x\"); " + "public static D"));

        assertThat(problem()).startsWith("Una.definitions: ").contains("NumberFormatException");
    }

    @Test
    void what_the_definitions_themselves_get_wrong_is_told_as_it_is() throws IOException {
        Fuentes.write(
                folder,
                Fuentes.definitions(
                        "Una", "return Definitions.of(AssetDefinition.named(\"Mala\").computedBy(i -> null));"));

        assertThat(problem()).contains("\"Mala\"", "\"mala\"");
    }

    @Test
    void a_folder_whose_name_cannot_name_a_pipeline_says_which_could() throws IOException {
        folder = temp.resolve("Mi-Tienda");
        Fuentes.write(folder, Fuentes.oneAsset("Una", "primera"));

        assertThat(problem()).startsWith("Mi-Tienda: ").contains("\"mi_tienda\"");
    }
}
