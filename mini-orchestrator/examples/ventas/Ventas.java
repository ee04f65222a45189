package ventas;

import static orquesta.text.Message.either;

import java.nio.file.Path;
import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.asset.Run;
import orquesta.datasets.Datasets;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.reports.Reports;

/**
 * The sales of a shop, from a CSV file as people write it to a report that is right to the cent. No row is lost without a
 * word: each is used, or refused by the first rule that it breaks.
 */
public class Ventas {
    private static final String SIN_CATEGORIA = "sin_categoria";

    @Asset(description = "Every row of ventas.csv, with the rule that refuses it", kind = "table")
    Relation ventasLeidas(Datasets datasets, Run run) {
        Relation filas = datasets.records("ventas.csv", "id_venta", "fecha", "producto", "precio", "cantidad");
        return Reglas.aplicar(filas, run.date());
    }

    @Asset(description = "The rows that are used", kind = "table")
    Relation ventas(Relation ventasLeidas) {
        return ventasLeidas
                .where("regla is null")
                .select("linea, id_venta, fecha, producto, precio, cantidad");
    }

    @Asset(description = "The rows that a rule refuses", kind = "table")
    Relation ventasRechazadas(Relation ventasLeidas) {
        return ventasLeidas.where("regla is not null");
    }

    @Asset(description = "Category and tax of each product", kind = "table")
    Relation productos(Datasets datasets) {
        return Relation.with("catalogo", Catalogo.filas(datasets))
                .sql("""
                    select producto, categoria_norm, impuesto
                    from catalogo
                    qualify row_number() over (partition by producto order by linea desc) = 1
                    order by producto
                    """);
    }

    @Asset(description = "Income by category", kind = "table")
    Relation ingresosTotales(Relation ventas, Relation productos) {
        return Relation.with("ventas", ventas)
                .with("productos", productos)
                .macro("mitad_arriba(centavos, n)", "((2 * centavos + n) // (2 * n))::decimal(36, 0) * 0.01::decimal(2, 2)")
                .sql("""
                    with vendidas as (
                        select
                            coalesce(categoria_norm, '%s') as categoria_norm,
                            precio,
                            cantidad,
                            precio::decimal(19, 2) * cantidad * (1 + coalesce(impuesto, 0))::decimal(5, 4) as total
                        from ventas left join productos using (producto)
                    )
                    select
                        categoria_norm,
                        round(sum(total), 2)::decimal(38, 2) as total_ventas,
                        sum(cantidad)::bigint as n_items,
                        mitad_arriba((sum(precio) * 100)::hugeint, count(*)::hugeint)::decimal(38, 2) as precio_promedio
                    from vendidas
                    group by categoria_norm
                    order by total_ventas desc, categoria_norm
                    """.formatted(SIN_CATEGORIA));
    }

    @Asset(description = "The files that people read", kind = "report")
    Path publicarReporte(Relation ingresosTotales, Relation ventasRechazadas, Reports reports) {
        Relation rechazadas = Relation.with("ventas_rechazadas", ventasRechazadas)
                .sql("""
                    select regla, id_venta_texto as id_venta, fecha_texto as fecha, producto_texto as producto,
                        precio_texto as precio, cantidad_texto as cantidad
                    from ventas_rechazadas order by linea
                    """);
        return reports.newFolder()
                .csv("ingresos_totales.csv", ingresosTotales)
                .parquet("ingresos_totales.parquet", ingresosTotales)
                .csv("ventas_rechazadas.csv", rechazadas)
                .path();
    }

    @Check(description = "Rows in the file = rows used + rows refused")
    CheckResult ningunaFilaPerdida(
            Relation ventas, Relation ventasLeidas, Relation ventasRechazadas, Datasets datasets) {
        long enElArchivo = datasets.rowCount("ventas.csv");
        Relation diferencia = Relation.with("ventas", ventas)
                .with("ventas_leidas", ventasLeidas)
                .with("ventas_rechazadas", ventasRechazadas)
                .sql("""
                    with filas as (
                        select
                            %d as en_el_archivo,
                            (select count(*) from ventas_leidas) as leidas,
                            (select count(*) from ventas) as usadas,
                            (select count(*) from ventas_rechazadas) as rechazadas
                    )
                    from filas where en_el_archivo <> usadas + rechazadas or leidas <> usadas + rechazadas
                    """.formatted(enElArchivo));
        return CheckResult.noRows(
                        either("a row that is neither used nor refused", "una fila que no se usó ni se rechazó"),
                        diferencia)
                .with("en_el_archivo", enElArchivo);
    }

    @Check(description = "If rows came in, some were used")
    CheckResult algunaFilaUsada(Relation ventas, Relation ventasLeidas) {
        Relation todasRechazadas = Relation.with("ventas", ventas)
                .with("ventas_leidas", ventasLeidas)
                .sql("""
                    select regla, count(*) as filas from ventas_leidas
                    where not exists (from ventas)
                    group by regla order by filas desc, regla
                    """);
        return CheckResult.noRows(
                either(
                        "a rule that, alone or with others, refused every row",
                        "una regla que, sola o junto con otras, rechazó todas las filas"),
                todasRechazadas);
    }

    @Check(description = "No negative income")
    CheckResult checkIngresos(Relation ingresosTotales) {
        return CheckResult.noRows(
                either("a negative income", "un ingreso negativo"), ingresosTotales.where("total_ventas < 0"));
    }

    @Check(description = "The file of sales is UTF-8", blocking = false)
    CheckResult codificacionVentas(Relation ventasLeidas, Datasets datasets) {
        String codificacion = datasets.encoding("ventas.csv").name();
        return CheckResult.of(
                codificacion.equals("UTF-8"),
                either("ventas.csv is read as " + codificacion, "ventas.csv se lee como " + codificacion));
    }

    @Check(description = "The catalogue is UTF-8", blocking = false)
    CheckResult codificacionCatalogo(Relation productos, Datasets datasets) {
        String codificacion = Catalogo.codificacion(datasets);
        String archivo = Catalogo.archivo(datasets);
        return CheckResult.of(
                codificacion.equals("UTF-8"),
                either(archivo + " is read as " + codificacion, archivo + " se lee como " + codificacion));
    }

    @Check(description = "The rows of a product agree", blocking = false)
    CheckResult catalogoSinConflictos(Relation productos, Datasets datasets) {
        Relation conflictos = Relation.with("catalogo", Catalogo.filas(datasets))
                .sql("""
                    select * from catalogo
                    where producto in (
                        select producto from catalogo group by producto
                        having count(distinct (categoria_norm, impuesto)) > 1
                    )
                    order by producto, linea
                    """);
        return CheckResult.noRows(
                either(
                        "a row that disagrees with another of its product in category or tax (the last one counts)",
                        "una fila que no coincide con otra de su producto en categoría o impuesto (vale la última)"),
                conflictos);
    }

    @Check(description = "Every row of the catalogue has a tax", blocking = false)
    CheckResult impuestosPresentes(Relation productos, Datasets datasets) {
        return CheckResult.noRows(
                either(
                        "a row of the catalogue without a tax, which is read as 0",
                        "una fila del catálogo sin impuesto, que se lee como 0"),
                Catalogo.filas(datasets).where("impuesto_vacio"));
    }

    @Check(description = "The catalogue knows every product sold", blocking = false)
    CheckResult productosConocidos(Relation ingresosTotales, Relation ventas, Relation productos) {
        Relation desconocidos = Relation.with("ventas", ventas)
                .with("productos", productos)
                .sql("""
                    select producto, count(*) as filas, sum(precio::decimal(19, 2) * cantidad) as dinero
                    from ventas anti join productos using (producto)
                    group by producto order by dinero desc, producto
                    """);
        return CheckResult.noRows(
                either(
                        "a product sold that the catalogue does not know",
                        "un producto vendido que no está en el catálogo"),
                desconocidos);
    }

    @Check(description = "At most a tenth of the rows is refused", blocking = false)
    CheckResult pocasRechazadas(Relation ventasRechazadas, Relation ventasLeidas) {
        Relation demasiadas = Relation.with("ventas_rechazadas", ventasRechazadas)
                .with("ventas_leidas", ventasLeidas)
                .sql("""
                    with filas as (
                        select
                            (select count(*) from ventas_rechazadas) as rechazadas,
                            (select count(*) from ventas_leidas) as leidas
                    )
                    from filas where rechazadas * 10 > leidas
                    """);
        return CheckResult.noRows(
                either(
                        "a file with more than a tenth of its rows refused",
                        "un archivo con más de un décimo de sus filas rechazadas"),
                demasiadas);
    }

    public static Definitions definitions() {
        return Definitions.of(new Ventas())
                .resource("datasets", Datasets.in("datasets"))
                .resource("reports", Reports.in(".orquesta/reports"))
                .job(Job.named("ingresos_totales_diario").select("*ingresos_totales"))
                .job(Job.named("reporte_diario").select("*publicar_reporte"));
    }
}
