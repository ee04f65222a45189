package caja;

import java.math.BigDecimal;

public final class Caja {
    private double suma;
    private int veces;

    public void cobrar(Cobro cobro) {
        if (cobro.monto().signum() < 0) {
            throw new IllegalArgumentException("un monto negativo: " + cobro.monto());
        }
        suma += cobro.monto().doubleValue();
        veces++;
    }

    public BigDecimal total() {
        return BigDecimal.valueOf(suma);
    }

    public int cobros() {
        return veces;
    }
}
