package orquesta.tienda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.Workplace;
import orquesta.text.UserException;

class TuLimpiarTest {
    private static final Path E12 = Workplace.here().root().resolve("exercises/E12");
    private static final List<VentaCruda> SALES =
            List.of(Prueba.venta(" Té ", "BEBIDAS", "1990", 2), Prueba.venta("Pan", null, null, 1));

    @TempDir
    private Path folder;

    private TuLimpiar limpiar;

    @BeforeEach
    void prepare() throws IOException {
        copy("start/limpieza", "start/limpieza");
        limpiar = new TuLimpiar(folder, Files.createDirectories(folder.resolve("classes")));
    }

    @Test
    void calls_the_answer_on_other_sales() throws IOException {
        copy(".teacher/solution/limpieza", "answer/limpieza");

        assertThat(limpiar.limpiar(SALES))
                .singleElement()
                .satisfies(limpia -> assertThat(limpia.categoria()).isEqualTo("bebidas"));
    }

    @Test
    void gives_nothing_as_long_as_it_is_not_written() throws IOException {
        assertThat(limpiar.limpiar(SALES)).isEmpty();
        copy("start/limpieza", "answer/limpieza");
        assertThat(limpiar.limpiar(SALES)).isEmpty();
    }

    @Test
    void an_answer_that_does_not_compile_is_sent_to_the_grader() throws IOException {
        answer("return ;");

        assertThatThrownBy(() -> limpiar.limpiar(SALES))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("Grader.check(\"E12\")");
    }

    @Test
    void what_it_throws_and_what_is_no_list_of_sales_is_told() throws IOException {
        answer("throw new IllegalStateException(\"sin pan\");");
        assertThatThrownBy(() -> limpiar.limpiar(SALES))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("sin pan");

        answer("return java.util.Collections.singletonList(null);");
        assertThatThrownBy(() -> limpiar.limpiar(SALES))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("VentaLimpia");
    }

    private void answer(String body) throws IOException {
        Files.createDirectories(folder.resolve("answer/limpieza"));
        Files.writeString(folder.resolve("answer/limpieza/Limpieza.java"), """
                package limpieza;
                import java.util.List;
                public final class Limpieza {
                    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) { %s }
                }
                """.formatted(body));
    }

    private void copy(String from, String to) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to));
        try (var files = Files.list(E12.resolve(from))) {
            files.forEach(file -> {
                try {
                    Files.copy(file, target.resolve(file.getFileName()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
