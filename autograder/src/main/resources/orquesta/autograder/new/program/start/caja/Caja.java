package caja;

import java.util.List;

public final class Caja {
    static List<Integer> vuelto(int monto, List<Integer> monedas) {
        throw new UnsupportedOperationException("TODO");
    }
}
