package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.asset.RowSource;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Each variant is read as its line of the manifest says. */
class VariantsTest {
    private static final Path COMMITTED = Path.of("").toAbsolutePath();
    private static final List<String> SALES = List.of("id_venta", "fecha", "producto", "precio", "cantidad");
    private static final List<String> CATALOGUE = List.of("producto", "categoria_norm", "impuesto");

    static Stream<String> variants() throws IOException {
        return Stream.of(manifest()).flatMap(all -> all.findValuesAsText("variant").stream());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void is_read_as_the_manifest_says(String variant) throws IOException {
        JsonNode said = said(variant);
        String file = said.path("file").asText();
        Path folder = COMMITTED.resolve("variants").resolve(variant);

        if (file.equals("ventas.csv")) {
            assertThat(read(folder.resolve(file), SALES)).isEqualTo(problem(said));
            return;
        }
        assertThat(read(folder.resolve("ventas.csv"), SALES)).isEqualTo(expectedRows(said));
        String catalogue = switch (said.path("problem").asText()) {
            case "ragged_row" -> "rows 6, illegible [3]";
            case "no_file" -> "no_file";
            default -> variant.equals("catalogue_conflict") ? "rows 7" : "rows 6";
        };
        assertThat(read(folder.resolve("catalogo.csv"), CATALOGUE)).isEqualTo(catalogue);
    }

    private static String expectedRows(JsonNode said) {
        int illegible = said.path("refused").path("fila_ilegible").asInt();
        String rows = "rows " + said.path("rows").asInt(6);
        return illegible == 0
                ? rows
                : rows + ", illegible "
                        + (said.path("variant").asText().equals("blank_lines") ? "[7, 9]" : "[2, 6, 7]");
    }

    private static String problem(JsonNode said) {
        String key = said.path("problem").asText();
        return switch (key) {
            case "missing_columns" -> "missing_columns precio, cantidad";
            case "repeated_column" -> "repeated_columns precio";
            default -> (key + " " + said.path("line").asText()).strip();
        };
    }

    private static String read(Path file, List<String> columns) throws IOException {
        long rows = 0;
        List<Object> illegible = new ArrayList<>();
        try (RowSource.Cursor cursor = new Records(new FileFormats(), file, columns).open()) {
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                rows++;
                if (Boolean.FALSE.equals(row[1])) {
                    illegible.add(row[0]);
                }
            }
        } catch (UserException e) {
            Problem problem = e.problems().get(0);
            String key = problem.message().key().replaceAll("data\\.(csv\\.)?", "");
            List<String> args = problem.message().args();
            return args.isEmpty() || key.equals("no_file") ? key : key + " " + args.get(0);
        }
        assertThat(RowCount.of(file)).isEqualTo(rows);
        return illegible.isEmpty() ? "rows " + rows : "rows " + rows + ", illegible " + illegible;
    }

    private static JsonNode said(String variant) throws IOException {
        for (JsonNode node : manifest()) {
            if (node.path("variant").asText().equals(variant)) {
                return node;
            }
        }
        throw new AssertionError(variant);
    }

    private static JsonNode manifest() throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(COMMITTED.resolve("manifest.json")))
                .path("variants");
    }
}
