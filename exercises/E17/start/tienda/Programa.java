package tienda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The whole program, from files to a file; it is right. Given: your tests are run on it and on others. */
public final class Programa {
    private static final String INFORME = "ingresos_totales.csv";

    private Programa() {}

    /** Sums up every CSV of one folder into {@code ingresos_totales.csv} of another. */
    public static void ejecutar(Path entrada, Path salida) throws IOException {
        TreeMap<String, List<Long>> montos = new TreeMap<>();
        for (Path archivo : archivos(entrada)) {
            for (String linea : lineas(archivo)) {
                String[] campos = linea.split(",");
                montos.computeIfAbsent(campos[0], nueva -> new ArrayList<>()).add(Long.parseLong(campos[1]));
            }
        }
        escribir(salida, informe(montos));
    }

    private static List<Path> archivos(Path entrada) throws IOException {
        try (Stream<Path> todos = Files.list(entrada)) {
            return todos.filter(archivo -> archivo.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /** Without the header. */
    private static List<String> lineas(Path archivo) throws IOException {
        return Files.readAllLines(archivo).stream().skip(1).toList();
    }

    private static List<String> informe(TreeMap<String, List<Long>> montos) {
        List<String> informe = new ArrayList<>(List.of("categoria,total_ventas,n_ventas"));
        montos.forEach((categoria, suyos) -> {
            long total = suyos.stream().mapToLong(Long::longValue).sum();
            informe.add(categoria + "," + total + "," + suyos.size());
        });
        return informe;
    }

    private static void escribir(Path salida, List<String> informe) throws IOException {
        Files.createDirectories(salida);
        Files.writeString(salida.resolve(INFORME), String.join("\n", informe) + "\n");
    }
}
