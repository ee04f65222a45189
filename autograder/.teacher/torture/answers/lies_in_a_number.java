package limpieza;

import java.math.BigDecimal;
import java.util.List;

/** Wrong totals in a BigDecimal that claims to equal, compare and print as it likes. */
public final class Limpieza {
    public static List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return Bien.limpias(ventas).stream()
                .map(v -> new VentaLimpia(v.producto(), v.categoria(), v.precio(), v.cantidad(), new Mentira(v.precioTotal())))
                .toList();
    }

    private static final class Mentira extends BigDecimal {
        private final BigDecimal text;

        Mentira(BigDecimal text) {
            super("1");
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            return true;
        }

        @Override
        public int hashCode() {
            return 31;
        }

        @Override
        public int compareTo(BigDecimal other) {
            return 0;
        }

        @Override
        public String toString() {
            return text.toString();
        }

        @Override
        public String toPlainString() {
            return text.toPlainString();
        }
    }
}
