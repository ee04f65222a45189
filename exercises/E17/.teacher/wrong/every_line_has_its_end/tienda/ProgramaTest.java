package tienda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the whole program. */
class ProgramaTest {
    @TempDir
    Path carpeta;

    private Path entrada;
    private Path salida;

    @BeforeEach
    void two_shops() throws IOException {
        entrada = carpeta.resolve("entrada");
        Files.createDirectory(entrada);
        salida = carpeta.resolve("salida");
        Files.writeString(entrada.resolve("arica.csv"), "categoria,monto\nbebidas,1000\naseo,300\n");
        Files.writeString(entrada.resolve("iquique.csv"), "categoria,monto\nbebidas,500\n");
    }

    @Test
    void sums_up_all_shops() throws IOException {
        Files.createDirectory(salida);

        assertThat(informe()).containsExactly("categoria,total_ventas,n_ventas", "aseo,300,1", "bebidas,1500,2");
    }

    @Test
    void makes_the_folder_of_the_report() throws IOException {
        assertThat(informe()).hasSize(3);
    }

    @Test
    void replaces_the_report_of_yesterday() throws IOException {
        Files.createDirectory(salida);
        Files.writeString(salida.resolve("ingresos_totales.csv"), "categoria,total_ventas,n_ventas\nayer,1,1\n");

        assertThat(informe()).doesNotContain("ayer,1,1");
    }

    @Test
    void reads_a_last_line_that_nobody_ended() throws IOException {
        Files.writeString(entrada.resolve("talca.csv"), "categoria,monto\nvelas,70\n");

        assertThat(informe()).contains("velas,70,1");
    }

    @Test
    void writes_nothing_else() throws IOException {
        informe();

        assertThat(nombres(entrada)).containsExactly("arica.csv", "iquique.csv");
        assertThat(nombres(salida)).containsExactly("ingresos_totales.csv");
        assertThat(nombres(carpeta)).containsExactly("entrada", "salida");
    }

    private List<String> informe() throws IOException {
        Programa.ejecutar(entrada, salida);
        return Files.readAllLines(salida.resolve("ingresos_totales.csv"));
    }

    private static List<String> nombres(Path lugar) throws IOException {
        try (Stream<Path> hijos = Files.list(lugar)) {
            return hijos.map(hijo -> hijo.getFileName().toString()).sorted().toList();
        }
    }
}
