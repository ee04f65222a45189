package orquesta.tienda;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orquesta.asset.Relation;
import orquesta.definition.Pipeline;
import orquesta.lesson.Sandbox;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/**
 * Rosario's sales of 2025 as Java reads them: from {@code ventas.csv}, and the same from the database of her tills.
 *
 * <pre>{@code
 * Tienda tienda = Tienda.en(sandbox);
 * List<VentaCruda> crudas = tienda.ventasDelCsv();
 * List<VentaCruda> mismas = tienda.ventasDeLaCaja("select ... from caja");
 * }</pre>
 */
public final class Tienda {
    /** A line that is no sale, whatever its amounts are. The other rules of don Hernán are those of a function. */
    private static final String NO_SALE = "'fila_ilegible', 'fecha_ilegible', 'fecha_futura', 'id_nulo', 'id_repetido'";

    private final List<VentaCruda> ventas;
    private final Map<String, BigDecimal> impuestos;
    private final Caja caja;

    private Tienda(List<VentaCruda> ventas, Map<String, BigDecimal> impuestos, Caja caja) {
        this.ventas = List.copyOf(ventas);
        this.impuestos = Map.copyOf(impuestos);
        this.caja = caja;
    }

    /** Reads the shop's files in a sandbox, amounts and products by the rules of don Hernán. */
    public static Tienda en(Sandbox sandbox) {
        Pipeline pipeline = sandbox.pipeline("ventas");
        sandbox.run(pipeline);
        Relation read = Relation.with("leidas", sandbox.published(pipeline, "ventas_leidas"))
                .with("productos", sandbox.published(pipeline, "productos"))
                .sql("""
                    with escritas as (
                        select trim(id_venta) as id_venta, any_value(categoria) as categoria
                        from read_csv('%s', all_varchar = true, ignore_errors = true) group by all
                    )
                    select producto_texto as producto, categoria, precio::varchar as precio,
                        cantidad::integer::varchar as cantidad, coalesce(impuesto, 0)::varchar as impuesto
                    from leidas left join productos using (producto) left join escritas using (id_venta)
                    where regla is null or regla not in (%s)
                    order by linea
                    """.formatted(sandbox.data("ventas.csv"), NO_SALE));
        return of(sandbox.table(read), new Caja(sandbox.folder("caja").resolve("caja.duckdb")));
    }

    private static Tienda of(Table rows, Caja caja) {
        List<VentaCruda> ventas = new ArrayList<>();
        Map<String, BigDecimal> impuestos = new HashMap<>();
        for (Row row : rows) {
            Celdas celdas = new Celdas(row);
            VentaCruda venta = celdas.venta();
            ventas.add(venta);
            if (venta.producto() != null) {
                impuestos.put(venta.producto().strip(), new BigDecimal(row.getString("impuesto")));
            }
        }
        caja.fill(ventas);
        return new Tienda(ventas, impuestos, caja);
    }

    /** The lines of {@code ventas.csv} that have an id and a date, in the file's order. */
    public List<VentaCruda> ventasDelCsv() {
        return ventas;
    }

    /**
     * The same lines, asked of the database of the tills, whose table {@code caja} has the columns {@code articulo},
     * {@code rubro}, {@code precio} and {@code unidades}. The query gives producto, categoria, precio and cantidad; an empty
     * one gives nothing.
     */
    public List<VentaCruda> ventasDeLaCaja(String sql) {
        return sql.isBlank() ? List.of() : caja.ask(sql);
    }

    /** The tax of each product that was sold, as a share, by its name without blanks at the ends. */
    public Map<String, BigDecimal> impuestos() {
        return impuestos;
    }
}
