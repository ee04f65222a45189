package caja;

import java.util.ArrayList;
import java.util.List;

/** The receipts of a shop, read as pesos. */
public final class Caja {
    private Caja() {}

    /** The pesos of each receipt, in the order of the receipts. TODO E01: repair it (instructions.en.md, instructions.es.md). */
    public static List<Monto> leer(List<Boleta> boletas) {
        List<Monto> montos = new ArrayList<>();
        for (Boleta boleta : boletas) {
            montos.add(new Monto(Integer.valueOf(boleta.texto())));
        }
        return montos;
    }
}
