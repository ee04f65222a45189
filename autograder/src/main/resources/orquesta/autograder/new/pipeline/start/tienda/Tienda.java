package tienda;

import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;

public class Tienda {
    @Asset
    Relation ventas() {
        return Relation.csv("ventas.csv");
    }

    // Declare totales and its check here, and the job below.

    static Definitions definiciones() {
        return Definitions.of(new Tienda());
    }
}
