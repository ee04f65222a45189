package tienda;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

/** Right, too: it reads line by line, and its lines end as on Windows. */
public final class Programa {
    private final TreeMap<String, Long> totales = new TreeMap<>();
    private final TreeMap<String, Integer> ventas = new TreeMap<>();

    private Programa() {}

    /** Sums up every CSV of one folder into {@code ingresos_totales.csv} of another. */
    public static void ejecutar(Path entrada, Path salida) throws IOException {
        Programa programa = new Programa();
        try (DirectoryStream<Path> archivos = Files.newDirectoryStream(entrada, "*.csv")) {
            for (Path archivo : archivos) {
                programa.leer(archivo);
            }
        }
        Files.createDirectories(salida);
        Files.writeString(salida.resolve("ingresos_totales.csv"), programa.informe());
    }

    private void leer(Path archivo) throws IOException {
        try (BufferedReader lector = Files.newBufferedReader(archivo)) {
            lector.readLine();
            for (String linea = lector.readLine(); linea != null; linea = lector.readLine()) {
                int coma = linea.indexOf(',');
                String categoria = linea.substring(0, coma);
                totales.merge(categoria, Long.valueOf(linea.substring(coma + 1)), Long::sum);
                ventas.merge(categoria, 1, Integer::sum);
            }
        }
    }

    private String informe() {
        StringBuilder informe = new StringBuilder("categoria,total_ventas,n_ventas\r\n");
        totales.forEach((categoria, total) -> informe.append(categoria)
                .append(',')
                .append(total)
                .append(',')
                .append(ventas.get(categoria))
                .append("\r\n"));
        return informe.toString();
    }
}
