package tasas;

import java.io.IOException;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.asset.Retry;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.resource.Resource;

/** The sales of a shop, in pesos at the rates of today. */
public class Tienda {
    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv");
    }

    @Asset(retries = @Retry(times = 4, delay = "10s", factor = 2, cap = "30s", never = EsquemaException.class))
    Relation tasas(Banco banco) throws IOException {
        return banco.tasas();
    }

    @Asset
    Relation ventasEnPesos(Relation ventas, Relation tasas) {
        return Relation.with("ventas", ventas).with("tasas", tasas).sql("""
                select moneda, sum(monto * tasa) as pesos from ventas join tasas using (moneda) group by moneda
                """);
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda())
                .resource("banco", Resource.with("ok", Banco::new))
                .job(Job.named("diario").select("*ventas_en_pesos"));
    }
}
