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

/** What you can see of the checks. The rules about packages are read from your classes, and no test here asks them. */
class TiendaTest {
    private static final List<Venta> VENTAS =
            List.of(new Venta("bebidas", 1000), new Venta("aseo", 300), new Venta("bebidas", 500));

    @TempDir
    Path carpeta;

    @Test
    void sums_up_without_a_file() {
        List<Linea> publicado = new ArrayList<>();

        Tienda.ejecutar(() -> VENTAS, publicado::addAll);

        assertThat(publicado).containsExactly(new Linea("aseo", 300), new Linea("bebidas", 1500));
    }

    @Test
    void gives_the_same_report_twice() {
        List<Linea> first = new ArrayList<>();
        List<Linea> second = new ArrayList<>();

        Tienda.ejecutar(() -> VENTAS, first::addAll);
        Tienda.ejecutar(() -> VENTAS, second::addAll);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void reads_sales_from_a_file() throws IOException {
        Path archivo = carpeta.resolve("ventas.csv");
        Files.writeString(archivo, "categoria,monto\nvelas,70\n");

        assertThat(new VentasCsv(archivo).ventas()).containsExactly(new Venta("velas", 70));
    }

    @Test
    void writes_the_report_into_a_file() throws IOException {
        Path archivo = carpeta.resolve("informe.csv");

        new InformeCsv(archivo).publicar(List.of(new Linea("velas", 70)));

        assertThat(Files.readAllLines(archivo)).containsExactly("categoria,total", "velas,70");
    }
}
