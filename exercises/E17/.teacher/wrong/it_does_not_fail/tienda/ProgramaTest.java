package tienda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void makes_the_folder_of_the_report() throws IOException {
        assertThat(informe()).isNotEmpty();
    }

    private List<String> informe() throws IOException {
        Programa.ejecutar(entrada, salida);
        return Files.readAllLines(salida.resolve("ingresos_totales.csv"));
    }
}
