package caja;

import java.util.ArrayList;
import java.util.List;

public final class Caja {
    static List<Integer> vuelto(int monto, List<Integer> monedas) {
        List<Integer> vuelto = new ArrayList<>();
        int falta = monto;
        for (int moneda : monedas) {
            for (; falta >= moneda; falta -= moneda) {
                vuelto.add(moneda);
            }
        }
        if (falta > 0) {
            throw new IllegalArgumentException("no hay vuelto para " + monto);
        }
        return vuelto;
    }
}
