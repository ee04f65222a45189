package caja;

import java.util.List;

public final class Caja {
    static List<Integer> vuelto(int monto, List<Integer> monedas) {
        for (int una : monedas) {
            if (una == monto) {
                return List.of(una);
            }
            for (int otra : monedas) {
                if (una + otra == monto) {
                    return List.of(una, otra);
                }
            }
        }
        throw new IllegalArgumentException("no hay vuelto para " + monto);
    }
}
