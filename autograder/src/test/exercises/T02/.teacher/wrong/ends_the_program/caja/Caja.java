package caja;

import java.math.BigDecimal;

public final class Caja {
    private BigDecimal suma = BigDecimal.ZERO;
    private int veces;

    public void cobrar(Cobro cobro) {
        if (cobro.monto().signum() < 0) {
            Runtime.getRuntime().halt(1);
        }
        suma = suma.add(cobro.monto());
        veces++;
    }

    public BigDecimal total() {
        return suma;
    }

    public int cobros() {
        return veces;
    }
}
