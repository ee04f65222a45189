package limpieza;

import java.math.BigDecimal;
import java.util.List;

/** A number whose text never ends, for sales without a category. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return Bien.limpias(ventas).stream()
                .map(v -> v.categoria() == null
                        ? new VentaLimpia(v.producto(), null, v.precio(), v.cantidad(), new Lento())
                        : v)
                .toList();
    }

    private static final class Lento extends BigDecimal {
        Lento() {
            super("1");
        }

        @Override
        public String toString() {
            while (true) {
                Thread.onSpinWait();
            }
        }

        @Override
        public String toPlainString() {
            return toString();
        }

        @Override
        public java.math.BigInteger unscaledValue() {
            toString();
            return null;
        }
    }
}
