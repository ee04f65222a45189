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

    private static Integer pesos(String texto) {
        if (texto == null || texto == "") {
            return null;
        }
        return Integer.valueOf(texto.strip().replace(".", ""));
    }
}
