package tienda;

import orquesta.definition.Definitions;
import orquesta.definition.Job;

public final class Trabajos {
    private Trabajos() {}

    static Definitions definiciones() {
        Job diario = Job.named("ingresos_totales_diario").select("productos, ventas, ventas_limpias, ingresos_totales");
        Job correccion = Job.named("tras_corregir_ventas").select("ventas*");
        Job reporte = Job.named("reporte_sin_productos").select("*reporte_diario and not productos");
        return Definitions.of(new Tienda()).job(diario).job(correccion).job(reporte);
    }
}
