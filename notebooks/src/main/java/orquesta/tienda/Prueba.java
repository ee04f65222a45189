package orquesta.tienda;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A unit test of limpiar, and which of its versions pass it: sales that go in, and what has to come out of each that stays,
 * in their order, written as {@code "Té | bebidas | 3980"}.
 *
 * <pre>{@code
 * Prueba prueba = new Prueba(List.of(Prueba.venta("Té", "bebidas", "1990", 2)), List.of("Té | bebidas | 3980"));
 * prueba.resultados()
 * prueba.atrapados()
 * }</pre>
 */
public record Prueba(List<VentaCruda> casos, List<String> esperadas) {
    /** Not to be given to a list that refuses null, but to a record whose values may be null. */
    public static VentaCruda venta(
            @Nullable String producto,
            @Nullable String categoria,
            @Nullable String precio,
            @Nullable Integer cantidad) {
        return new VentaCruda(producto, categoria, precio == null ? null : new BigDecimal(precio), cantidad);
    }

    /** Each version of limpiar, and whether it passes. */
    public Table resultados() {
        Version[] versions = Version.values();
        return Table.create(
                "prueba",
                StringColumn.create("version", Arrays.stream(versions).map(Version::toString)),
                BooleanColumn.create(
                        "pasa", Arrays.stream(versions).map(this::passes).toList()));
    }

    /** How many of the wrong versions do not pass; -1 if the right one does not pass either. */
    public int atrapados() {
        long failing = Arrays.stream(Version.values())
                .filter(version -> !passes(version))
                .count();
        return passes(Version.CORRECTA) ? (int) failing : -1;
    }

    private boolean passes(Version version) {
        return version.limpiar(casos).stream().map(Prueba::written).toList().equals(esperadas);
    }

    private static String written(VentaLimpia venta) {
        String total = venta.precioTotal().stripTrailingZeros().toPlainString();
        return venta.producto() + " | " + venta.categoria() + " | " + total;
    }
}
