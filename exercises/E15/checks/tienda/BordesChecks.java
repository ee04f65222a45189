package tienda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tienda.cargar.InformeCsv;
import tienda.extraer.VentasCsv;

/** The two edges of E15, each on a file of its own. */
class BordesChecks {
    @TempDir
    Path carpeta;

    @Test
    void reads_a_file() throws IOException {
        Path archivo = carpeta.resolve("ventas.csv");
        Files.writeString(archivo, "categoria,monto\naseo,700\nbebidas,1000\naseo,50\n");

        List<Venta> read = new ArrayList<>();
        for (Venta each : new VentasCsv(archivo).ventas()) { // its own list may lie in all but this
            read.add(each);
        }
        assertThat(read).containsExactly(new Venta("aseo", 700), new Venta("bebidas", 1000), new Venta("aseo", 50));
    }

    @Test
    void writes_a_file() throws IOException {
        Path archivo = carpeta.resolve("informe.csv");
        Files.writeString(archivo, "yesterday\n");

        new InformeCsv(archivo).publicar(List.of(new Linea("aseo", 750), new Linea("bebidas", 1000)));

        assertThat(Files.readAllLines(archivo)).containsExactly("categoria,total", "aseo,750", "bebidas,1000");
    }
}
