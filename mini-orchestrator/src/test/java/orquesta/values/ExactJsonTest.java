package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Relation;
import orquesta.event.Materialization;
import orquesta.text.UserException;

/** A record comes back from JSON as it was written, or is refused when it is written. */
class ExactJsonTest {
    @SuppressWarnings("ArrayRecordComponent") // a user may declare one
    record Momento(OffsetDateTime con, ZonedDateTime zona, Instant ya, byte[] bytes, Map<LocalDate, BigDecimal> m) {}

    record Totales(int a, int b) {
        public int getTotal() {
            return a + b;
        }

        public boolean isVacio() {
            return a == 0;
        }
    }

    record Antes(int a) {}

    record Despues(int a, int nuevo, String texto) {}

    record Nulo(Integer a) {}

    record Coma(double a) {}

    record Cierto(boolean a) {}

    sealed interface Forma permits Circulo {}

    record Circulo(int radio) implements Forma {}

    record Dibujo(String nombre, List<Forma> formas) {}

    record Quizas(Optional<String> o) {}

    record Cosa(Object o) {}

    record Caja(Cosa dentro) {}

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

    private void isRefused(Object value, String words) {
        Class<?> type = value instanceof JsonNode ? JsonNode.class : value.getClass();
        assertThatThrownBy(() -> stored.write(value, type))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(words);
    }

    @Test
    void a_time_keeps_its_offset_and_its_zone() throws Exception {
        Momento written = new Momento(
                OffsetDateTime.parse("2026-01-01T23:30-03:00"),
                ZonedDateTime.of(2026, 1, 1, 23, 30, 0, 0, ZoneId.of("America/Santiago")),
                Instant.EPOCH,
                new byte[] {1, 2},
                Map.of(LocalDate.EPOCH, new BigDecimal("1.10")));

        Momento read = (Momento) stored.readAs(stored.write(written, Momento.class), Momento.class);

        assertThat(read).usingRecursiveComparison().isEqualTo(written);
        assertThat(read.con().getOffset()).isEqualTo(written.con().getOffset());
    }

    @Test
    void methods_that_look_like_getters_are_no_components() throws Exception {
        Materialization value = stored.write(new Totales(1, 2), Totales.class);

        assertThat(stored.readAs(value, Totales.class)).isEqualTo(new Totales(1, 2));
        assertThat(stored.json(value).size()).isEqualTo(2);
    }

    @Test
    void what_json_does_not_give_back_is_refused_when_written_by_component_and_type() {
        isRefused(new Dibujo("x", List.of(new Circulo(1))), "the component formas.0 of type Forma");
        isRefused(new Quizas(Optional.of("a")), "the component o of type Optional");
        isRefused(new Quizas(Optional.empty()), "the component o of type Optional");
        isRefused(
                new Caja(new Cosa(LocalDate.EPOCH)),
                "Caja: JSON would not give back the component dentro.o of type LocalDate");
        isRefused(new Cosa(2L), "the component o of type Long");
    }

    @Test
    void a_tree_of_json_keeps_its_numbers_or_is_refused() throws Exception {
        ObjectNode tree =
                JsonNodeFactory.instance.objectNode().put("a", 0.1).put("b", 2L).put("c", 1.5f);

        assertThat(stored.json(stored.write(tree, JsonNode.class)).get("a").decimalValue())
                .isEqualTo(new BigDecimal("0.1"));
        isRefused(JsonNodeFactory.instance.objectNode().put("a", Double.NaN), "JSON would not give back");
    }

    @Test
    void a_record_that_has_changed_since_says_to_compute_it_again() throws Exception {
        Materialization one = stored.write(new Antes(1), Antes.class);

        for (Class<?> changed : List.of(Despues.class, Cierto.class, String.class, Quizas.class)) {
            assertThatThrownBy(() -> stored.readAs(one, changed))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("the type has changed since it was written; compute the asset again.");
        }
        assertThatThrownBy(() -> stored.readAs(stored.write(new Nulo(null), Nulo.class), Antes.class))
                .hasMessageContaining("no longer fits at a:");
        assertThatThrownBy(() -> stored.readAs(stored.write(new Coma(2.5), Coma.class), Antes.class))
                .hasMessageContaining("no longer fits at a:");
    }

    @Test
    void an_asset_that_has_become_a_table_or_a_file_since_says_so() throws Exception {
        Materialization one = stored.write(new Antes(1), Antes.class);
        Materialization rows = stored.write(Relation.rows("a", "1"));

        assertThatThrownBy(() -> stored.readAs(one, Relation.class))
                .hasMessageContaining("the stored value is of another kind than Relation");
        assertThatThrownBy(() -> stored.readAs(rows, Antes.class)).hasMessageContaining("of another kind than ");
        assertThatThrownBy(() -> stored.readAs(rows, Path.class)).hasMessageContaining("of another kind than Path");
    }
}
