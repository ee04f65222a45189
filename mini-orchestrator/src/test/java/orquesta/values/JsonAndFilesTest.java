package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.ValueForm;
import orquesta.event.Materialization;
import orquesta.event.Materialization.StoredFile;
import orquesta.text.UserException;

class JsonAndFilesTest {
    enum Nivel {
        BAJO,
        ALTO
    }

    record Resumen(
            String mes,
            BigDecimal total,
            LocalDate dia,
            LocalDateTime cuando,
            Nivel nivel,
            List<Integer> n,
            Resumen otro) {}

    @TempDir
    Path folder;

    private Stored stored;

    @BeforeEach
    void open() {
        stored = new Stored(folder);
    }

    @AfterEach
    void close() {
        stored.close();
    }

    @Test
    void a_record_comes_back_equal() throws Exception {
        Resumen inner = new Resumen(null, null, null, null, null, null, null);
        Resumen resumen = new Resumen(
                "enero ñ 🦙",
                new BigDecimal("123456789012345678901234.90"),
                LocalDate.of(2025, 12, 31),
                LocalDateTime.of(2025, 12, 31, 23, 59, 59, 123_456_789),
                Nivel.ALTO,
                Arrays.asList(1, null),
                inner);

        Materialization value = stored.write(resumen, Resumen.class);

        assertThat(value.form()).isEqualTo(ValueForm.JSON);
        assertThat(stored.readAs(value, Resumen.class)).isEqualTo(resumen);
    }

    @Test
    void a_record_read_as_json_keeps_its_decimals_exact_and_its_dates_readable() throws Exception {
        Resumen resumen = new Resumen(
                "x", new BigDecimal("123456789012345678901234.90"), LocalDate.of(2025, 12, 31), null, null, null, null);

        JsonNode read = stored.json(stored.write(resumen, Resumen.class));

        assertThat(read.get("total").decimalValue()).isEqualTo(new BigDecimal("123456789012345678901234.90"));
        assertThat(read.get("dia").asText()).isEqualTo("2025-12-31");
    }

    @Test
    void text_comes_back_equal() throws Exception {
        for (String text : List.of("", "ñandú\n\"x\" 🦙", " ")) {
            assertThat(stored.readAs(stored.write(text, String.class), String.class))
                    .isEqualTo(text);
        }
    }

    @Test
    void json_comes_back_equal() throws Exception {
        JsonNode json = JsonMapper.builder().build().readTree("{\"a\": [1, null, {\"b\": \"ñ\"}], \"c\": true}");

        assertThat(stored.json(stored.write(json, JsonNode.class))).isEqualTo(json);
    }

    @Test
    void nothing_has_no_place() throws Exception {
        Materialization value = stored.write(null, void.class);

        assertThat(value.form()).isEqualTo(ValueForm.NOTHING);
        assertThat(value.location()).isEmpty();
    }

    @Test
    void a_folder_is_described_by_names_sizes_and_hashes_and_read_as_itself() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("reports/sub"));
        Files.writeString(reports.resolve("b.csv"), "1\n");
        Files.writeString(reports.getParent().resolve("a.csv"), "");

        Materialization value = stored.write(reports.getParent(), Path.class);

        assertThat(value.contents().files())
                .containsExactly(
                        new StoredFile("a.csv", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                        new StoredFile(
                                "sub/b.csv", 2, "4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865"));
        assertThat(value.contents().bytes()).isEqualTo(2);
        assertThat(stored.readAs(value, Path.class)).isEqualTo(reports.getParent());
    }

    @Test
    void a_single_file_is_a_value_too() throws Exception {
        Path file = Files.writeString(folder.resolve("modelo.bin"), "x");

        Materialization value = stored.write(file, Path.class);

        assertThat(value.contents().files()).extracting(StoredFile::name).containsExactly("modelo.bin");
        assertThat(stored.readAs(value, Path.class)).isEqualTo(file);
    }

    @Test
    void a_path_where_nothing_is_is_refused() {
        assertThatThrownBy(() -> stored.write(folder.resolve("nada.csv"), Path.class))
                .isInstanceOf(UserException.class)
                .hasMessageEndingWith("nada.csv, where there is nothing; write the file before you return it.");
    }

    @Test
    void a_value_that_is_no_longer_there_says_what_to_do() throws Exception {
        Path file = Files.writeString(folder.resolve("modelo.bin"), "x");
        Materialization path = stored.write(file, Path.class);
        Materialization json = stored.write("x", String.class);
        Files.delete(file);
        Files.delete(folder.resolve("data").resolve(json.location()));

        for (var gone : Map.of(path, Path.class, json, String.class).entrySet()) {
            assertThatThrownBy(() -> stored.readAs(gone.getKey(), gone.getValue()))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining(
                            "is no longer there; compute the asset again. If another machine computed it");
        }
    }
}
