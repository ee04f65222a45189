package caja;

import java.util.ArrayList;
import java.util.List;

public final class Caja {
    static List<Integer> vuelto(int monto, List<Integer> monedas) {
        monedas.removeIf(moneda -> moneda > monto);
        List<List<Integer>> vueltos = new ArrayList<>(List.of(List.of()));
        for (int suma = 1; suma <= monto; suma++) {
            vueltos.add(null);
            for (int moneda : monedas) {
                if (moneda <= suma && vueltos.get(suma - moneda) != null) {
                    List<Integer> mas = new ArrayList<>(vueltos.get(suma - moneda));
                    mas.add(moneda);
                    vueltos.set(suma, mas);
                    break;
                }
            }
        }
        if (vueltos.get(monto) == null) {
            throw new IllegalArgumentException("no hay vuelto para " + monto);
        }
        return vueltos.get(monto);
    }
}
