package notas;

import java.util.List;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.asset.Run;
import orquesta.definition.Definitions;

/** The sales of a shop, and what is noted about them. */
public class Tienda {
    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv", "types = {'precio': 'DECIMAL(14,2)', 'cantidad': 'INTEGER'}");
    }

    @Asset
    List<Venta> ventasLimpias(List<Venta> ventas, Run run) {
        throw new UnsupportedOperationException("write ventasLimpias");
    }

    static Definitions definiciones() {
        return Definitions.of(new Tienda());
    }
}
