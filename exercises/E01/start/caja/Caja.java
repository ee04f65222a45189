package caja;

import java.util.ArrayList;
import java.util.List;

/** The receipts of a shop, read as pesos. */
public final class Caja {
    private Caja() {}

    /** The pesos of each receipt, in the order of the receipts. */
    public static List<Monto> leer(List<Boleta> boletas) {
        List<Monto> montos = new ArrayList<>();
        for (Boleta boleta : boletas) {
            montos.add(new Monto(pesos(boleta.texto())));
        }
        return montos;
    }

    /** The pesos of one text. TODO E01: repair this method (instructions.en.md, instructions.es.md). */
    private static Integer pesos(String texto) {
        return Integer.valueOf(texto);
    }
}
