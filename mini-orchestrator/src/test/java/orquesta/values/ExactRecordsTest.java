package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orquesta.values.Stored.listOf;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.Relation;
import orquesta.text.UserException;

/** What a record of a list cannot hold, or a column cannot give back, is refused; nothing is taken for something else. */
class ExactRecordsTest {
    record Verdad(boolean v) {}

    record Real(double v) {}

    record Corto(float v) {}

    record Dia(LocalDate v) {}

    record Hora(LocalDateTime v) {}

    record Texto(String v) {}

    record Exacto(BigDecimal v) {}

    record Reloj(LocalTime v) {}

    record Instante(Instant v) {}

    record Letra(char v) {}

    record Octeto(byte v) {}

    record Clave(UUID v) {}

    record Dos(int aB, int a_b) {}

    @SuppressWarnings("UnicodeInCode") // what is to be refused
    record Anual(int año) {}

    record Positivo(int v) {
        Positivo {
            if (v < 0) {
                throw new IllegalArgumentException("v < 0");
            }
        }
    }

    record Rota(int v) {
        @Override
        public int v() {
            throw new IllegalStateException("roto");
        }
    }

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

    private Object read(String sql, Class<?> record) throws Exception {
        return stored.readAs(stored.write(Relation.rows("v", sql)), listOf(record));
    }

    private void isRefused(String sql, Class<?> record, String words) {
        assertThatThrownBy(() -> read(sql, record), sql)
                .isInstanceOf(UserException.class)
                .hasMessageContaining(words);
    }

    @Test
    void only_a_boolean_is_read_as_boolean() throws Exception {
        assertThat(read("true", Verdad.class)).isEqualTo(List.of(new Verdad(true)));
        isRefused("2", Verdad.class, "Verdad: the column of v holds 2, which a boolean cannot hold exactly");
        isRefused("'yes'", Verdad.class, "the column of v holds yes, which a boolean cannot hold exactly");
        isRefused("0", Verdad.class, "holds 0");
        isRefused("1.0::double", Verdad.class, "holds 1.0");
    }

    @Test
    void a_number_is_read_as_double_if_it_stays_the_same() throws Exception {
        assertThat(read("0.1::decimal(18,4)", Real.class)).isEqualTo(List.of(new Real(0.1)));
        assertThat(read("9007199254740992::hugeint", Real.class)).isEqualTo(List.of(new Real(9007199254740992.0)));
        isRefused("9007199254740993", Real.class, "holds 9007199254740993, which a double cannot hold exactly");
        isRefused("9007199254740993::hugeint", Real.class, "which a double cannot hold exactly");
        isRefused("12345678901234567.89::decimal(38,2)", Real.class, "which a double cannot hold exactly");
        isRefused("'1.5'", Real.class, "which a double cannot hold exactly");
        isRefused("true", Real.class, "which a double cannot hold exactly");
        isRefused("0.1::double", Corto.class, "which a float cannot hold exactly");
        assertThat(read("0.5::double", Corto.class)).isEqualTo(List.of(new Corto(0.5f)));
    }

    @Test
    void dates_and_times_are_read_from_their_own_type() throws Exception {
        assertThat(read("timestamp '2026-09-06 00:30:00'", Hora.class))
                .isEqualTo(List.of(new Hora(LocalDateTime.of(2026, 9, 6, 0, 30))));
        isRefused("timestamp '2026-01-01 10:00:00'", Dia.class, "which a LocalDate cannot hold exactly");
        isRefused("'2026-01-01'", Dia.class, "which a LocalDate cannot hold exactly");
        isRefused("date 'infinity'", Dia.class, "which a LocalDate cannot hold exactly");
        isRefused("timestamp '-infinity'", Hora.class, "which a LocalDateTime cannot hold exactly");
    }

    @Test
    void a_text_is_what_duckdb_makes_of_a_value() throws Exception {
        assertThat(read("timestamp '2026-01-01 10:00:00'", Texto.class))
                .isEqualTo(List.of(new Texto("2026-01-01 10:00:00")));
        assertThat(read("true", Texto.class)).isEqualTo(List.of(new Texto("true")));
    }

    @ParameterizedTest
    @ValueSource(classes = {Reloj.class, Instante.class, Letra.class, Octeto.class, Clave.class})
    void types_that_no_column_has_are_refused_when_read_too(Class<?> record) {
        isRefused("1", record, record.getSimpleName() + ": the component v has the type ");
    }

    @Test
    @SuppressWarnings("BigDecimalLiteralDouble") // the mistake that is refused
    void what_a_list_of_records_cannot_store_is_refused_by_its_component() {
        isRefusedWhenWritten(Arrays.asList(new Texto("a"), null), Texto.class, "the element 2 of the list is null");
        isRefusedWhenWritten(List.of(new Exacto(new BigDecimal(0.1))), Exacto.class, "the component v holds 0.1000000");
        isRefusedWhenWritten(List.of(new Exacto(new BigDecimal("1e38"))), Exacto.class, "39 before the point");
        isRefusedWhenWritten(List.of(new Texto("\ud83e")), Texto.class, "half of a letter");
        isRefusedWhenWritten(
                List.of(new Hora(LocalDateTime.of(2026, 1, 1, 0, 0, 0, 1))), Hora.class, "a column keeps microseconds");
        isRefusedWhenWritten(List.of(new Dos(1, 2)), Dos.class, "Dos: the name \"a_b\" changes");
        isRefusedWhenWritten(List.of(new Anual(1)), Anual.class, "name it \"anio\"");
        isRefusedWhenWritten(List.of(new Rota(1)), Rota.class, "its method v threw IllegalStateException: roto");
    }

    @Test
    void a_row_that_the_constructor_refuses_says_what_it_said() {
        isRefused("-1", Positivo.class, "its constructor refused a row of the table: IllegalArgumentException: v < 0");
    }

    private void isRefusedWhenWritten(List<?> records, Class<?> type, String words) {
        assertThatThrownBy(() -> stored.write(records, listOf(type)))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("RecordSource@");
    }
}
