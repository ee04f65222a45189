package caja;

import java.util.ArrayList;
import java.util.List;

/** The receipts of a shop, read as pesos. */
public final class Caja {
    private Caja() {}

    /** The pesos of each receipt, in the order of the receipts. */
    public static List<Monto> leer(List<Boleta> boletas) {
        List<Monto> leidos = new ArrayList<>();
        boletas.forEach(boleta -> leidos.add(new Monto(pesos(boleta.texto()))));
        return leidos;
    }

    private static Integer pesos(String texto) {
        if (texto == null || texto.isBlank()) {
            return null;
        }
        return Integer.valueOf(texto.strip().replace(".", ""));
    }
}
