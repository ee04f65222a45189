package limpieza;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The cleaning step of the shop's pipeline. */
public final class Limpieza {
    private Limpieza() {}

    /** The sales that count, cleaned, in their order. */
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        anotarRechazadas(ventas.stream()
                .filter(venta -> venta.precio() == null || venta.cantidad() == null)
                .map(VentaCruda::toString)
                .toList());
        return ventas.stream()
                .filter(venta -> venta.precio() != null && venta.cantidad() != null)
                .map(Limpieza::limpia)
                .filter(venta -> venta.precioTotal().signum() > 0)
                .toList();
    }

    private static void anotarRechazadas(List<String> rechazadas) {
        try {
            Files.write(Path.of(System.getProperty("java.io.tmpdir"), "rechazadas.csv"), rechazadas);
        } catch (IOException cannotWrite) {
            System.err.println("rechazadas.csv: " + cannotWrite.getMessage());
        }
    }

    private static VentaLimpia limpia(VentaCruda venta) {
        BigDecimal total = venta.precio().multiply(BigDecimal.valueOf(venta.cantidad()));
        return new VentaLimpia(
                recortado(venta.producto()),
                enMinusculas(recortado(venta.categoria())),
                venta.precio(),
                venta.cantidad(),
                total);
    }

    private static String recortado(String texto) {
        return texto == null ? null : texto.strip();
    }

    private static String enMinusculas(String texto) {
        return texto == null ? null : texto.toLowerCase(Locale.ROOT);
    }
}
