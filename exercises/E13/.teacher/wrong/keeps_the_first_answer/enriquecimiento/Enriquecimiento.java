package enriquecimiento;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import limpieza.VentaLimpia;

/** The step of the shop's pipeline that asks the catalogue. */
public final class Enriquecimiento {
    private static final Producto DESCONOCIDO = new Producto("", "sin_categoria", BigDecimal.ZERO);

    private static List<VentaEnriquecida> primera;

    private Enriquecimiento() {}

    /** Each sale with what the catalogue knows, in their order. */
    public static List<VentaEnriquecida> enriquecer(List<VentaLimpia> ventas, List<Producto> catalogo) {
        if (primera == null) {
            Map<String, Producto> porClave = new HashMap<>();
            for (Producto producto : catalogo) {
                porClave.put(clave(producto.producto()), producto);
            }
            porClave.remove("");
            primera = ventas.stream()
                    .map(venta -> enriquecida(venta, porClave.getOrDefault(clave(venta.producto()), DESCONOCIDO)))
                    .toList();
        }
        return primera;
    }

    private static VentaEnriquecida enriquecida(VentaLimpia venta, Producto producto) {
        String categoria = clave(producto.categoriaNorm());
        BigDecimal impuesto = producto.impuesto() == null ? BigDecimal.ZERO : producto.impuesto();
        return new VentaEnriquecida(
                clave(venta.producto()),
                categoria.isEmpty() ? "sin_categoria" : categoria,
                venta.precio(),
                venta.cantidad(),
                impuesto,
                venta.precioTotal().multiply(BigDecimal.ONE.add(impuesto)));
    }

    private static String clave(String texto) {
        if (texto == null) {
            return "";
        }
        String sinMarcas = Normalizer.normalize(texto.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{Mn}", "");
        return sinMarcas.replaceAll("\\s+", " ").strip();
    }
}
