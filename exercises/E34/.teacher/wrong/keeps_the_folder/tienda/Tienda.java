package tienda;

import almacenes.EnArchivos;
import almacenes.EnBase;
import almacenes.EnMemoria;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.asset.Run;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.resource.Profile;
import orquesta.resource.Resource;

/** The closing of each day, which the accountants read. */
public class Tienda {
    record Venta(String producto, BigDecimal monto) {}

    /** How many lines were kept. */
    record Conteo(int lineas) {}

    /** Where the closing lies. */
    record Carpeta(String ruta) {}

    @Asset
    Relation ventas() {
        return Relation.csv(
                "ventas.csv",
                "header = true, delim = ',', quote = '\"', escape = '\"', columns = {'producto': 'VARCHAR', 'monto': 'DECIMAL(30,2)'}");
    }

    @Asset
    Conteo cierre(List<Venta> ventas, Almacen almacen, Run run) throws Exception {
        Map<String, BigDecimal> before = new HashMap<>();
        for (Linea line : almacen.lee("cierre")) {
            before.put(line.producto(), line.total());
        }
        List<Linea> lines = new ArrayList<>();
        for (Map.Entry<String, List<Venta>> sold : byProduct(ventas).entrySet()) {
            String product = sold.getKey();
            lines.add(new Linea(product, run.date(), total(product, sold.getValue()), before.get(product)));
        }
        almacen.guarda("cierre", lines);
        return new Conteo(lines.size());
    }

    @Asset
    List<Linea> contabilidad(Conteo cierre, Carpeta carpeta) throws Exception {
        return new EnArchivos(carpeta.ruta()).lee("cierre");
    }

    private static Map<String, List<Venta>> byProduct(List<Venta> sales) {
        return sales.stream().collect(Collectors.groupingBy(Venta::producto, TreeMap::new, Collectors.toList()));
    }

    private static BigDecimal total(String product, List<Venta> sales) {
        BigDecimal total = BigDecimal.ZERO;
        for (Venta sale : sales) {
            if (sale.monto() == null) {
                throw new IllegalStateException("a sale of " + product + " without an amount");
            }
            total = total.add(sale.monto());
        }
        return total;
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda())
                .resource("carpeta", Resource.at("almacen", Carpeta::new))
                .resource("almacen", Resource.<Almacen>at("almacen", EnArchivos::new))
                .profile("prueba", Profile.of().resource("almacen", Resource.<Almacen>of(EnMemoria::new)))
                .profile("prod", Profile.of().resource("almacen", Resource.<Almacen>at("cierres.db", EnBase::new)))
                .job(Job.named("cierre_diario").select("*contabilidad"));
    }
}
