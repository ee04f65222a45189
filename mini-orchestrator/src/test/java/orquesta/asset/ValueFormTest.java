package orquesta.asset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

class ValueFormTest {
    record Venta(int id) {}

    record Meta(BigDecimal total) {}

    /** A method a type: its name is the row of a table, its return type the type. */
    interface Types {
        Relation relation();

        Table table();

        List<Venta> ventas();

        List<Meta> metas();

        Path path();

        Venta venta();

        Meta meta();

        String text();

        JsonNode json();

        void nothing();

        Void afterwards();

        int number();

        Object object();

        List<String> texts();

        @SuppressWarnings("NonApiType") // what a student may write
        ArrayList<Venta> arrayList();

        List<? extends Venta> wildcard();

        Map<String, List<Venta>> map();

        Venta[] array();
    }

    private static Type type(String name) {
        return Arrays.stream(Types.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getGenericReturnType();
    }

    @ParameterizedTest
    @CsvSource({
        "relation, TABLE",
        "table, TABLE",
        "ventas, TABLE",
        "path, FILE",
        "venta, JSON",
        "text, JSON",
        "json, JSON",
        "nothing, NOTHING",
    })
    void each_type_has_one_of_three_forms_or_no_value(String name, ValueForm form) {
        assertThat(ValueForm.of(type(name))).contains(form);
    }

    @ParameterizedTest
    @CsvSource({"number", "object", "texts", "arrayList", "wildcard", "map", "array"})
    void any_other_type_has_none(String name) {
        assertThat(ValueForm.of(type(name))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "relation, table",
        "relation, ventas",
        "table, relation",
        "ventas, table",
        "ventas, metas",
        "path, path",
        "venta, venta",
        "venta, json",
        "text, text",
        "json, json",
        "nothing, afterwards",
    })
    void what_is_written_as_one_type_is_read_as_any_of_its_form(String written, String read) {
        assertThat(ValueForm.fits(type(written), type(read))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "relation, path",
        "relation, venta",
        "path, relation",
        "path, text",
        "venta, ventas",
        "venta, meta",
        "text, venta",
        "nothing, relation",
        "nothing, nothing",
        "relation, afterwards",
        "relation, number",
        "number, relation",
        "ventas, texts",
    })
    void nothing_else_fits(String written, String read) {
        assertThat(ValueForm.fits(type(written), type(read))).isFalse();
    }

    @Test
    void the_record_of_a_list_is_known() {
        assertThat(ValueForm.recordOfList(type("ventas"))).isEqualTo(Optional.of(Venta.class));
        assertThat(ValueForm.recordOfList(type("texts"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "relation, Relation",
        "ventas, List<Venta>",
        "map, 'Map<String, List<Venta>>'",
        "number, int",
        "array, Venta[]",
        "wildcard, List<? extends Venta>",
        "nothing, void",
    })
    void a_type_is_named_as_a_student_wrote_it(String name, String written) {
        assertThat(ValueForm.nameOf(type(name))).isEqualTo(written);
    }
}
