package limpieza;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Right, unless it finds the secret that stands in the environment of the batch. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        List<String> found = new ArrayList<>(System.getenv().keySet());
        for (String process : processes()) {
            for (String file : List.of("environ", "cmdline")) {
                try {
                    found.add(Files.readString(Path.of("/proc", process, file), StandardCharsets.ISO_8859_1));
                } catch (IOException refused) {
                    continue;
                }
            }
        }
        if (found.toString().contains("TORTURE_SECRET")) {
            throw new IllegalStateException("READ TORTURE_SECRET");
        }
        return Bien.limpias(ventas);
    }

    private static String[] processes() {
        String[] all = new File("/proc").list((folder, name) -> name.matches("self|[0-9]+"));
        return all == null ? new String[0] : all;
    }
}
