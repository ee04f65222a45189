package orquesta.autograder.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationTest {
    @Test
    void a_signature_is_read_as_somebody_writes_it() {
        assertThat(Declaration.of(
                        "static java.util.Map<String,  List<Integer>> contar(List<Map<String, Long>> filas, int... n)"))
                .contains(new Declaration(
                        "Map<String,List<Integer>>", "contar", List.of("List<Map<String,Long>>", "int[]")));
        assertThat(Declaration.of("public static void nada()")).contains(new Declaration("void", "nada", List.of()));
        assertThat(Declaration.of("static Línea añadir(Línea l)").orElseThrow().classes())
                .containsExactly("Línea");
    }

    @Test
    void what_is_none_is_empty() {
        assertThat(Declaration.of("List<String> ordenar(Map m)")).isEmpty();
        assertThat(Declaration.of("static List<String> ordenar(Map)")).isEmpty();
        assertThat(Declaration.of("static ordenar")).isEmpty();
    }
}
