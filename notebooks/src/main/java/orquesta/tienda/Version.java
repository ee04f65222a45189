package orquesta.tienda;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A version of limpiar: the right one, or one with one mistake in it, on which tests are tried. */
enum Version {
    CORRECTA,
    /** Counts returns as sales. */
    SUMA_DEVOLUCIONES {
        @Override
        boolean counts(BigDecimal total) {
            return total.signum() != 0;
        }
    },
    /** Keeps what was given away. */
    DEJA_CEROS {
        @Override
        boolean counts(BigDecimal total) {
            return total.signum() >= 0;
        }
    },
    /** Leaves the category as it was typed, but for the blanks. */
    OLVIDA_MINUSCULAS {
        @Override
        String category(String categoria) {
            return categoria.strip();
        }
    },
    /** Drops a sale that has no category. */
    BOTA_SIN_CATEGORIA {
        @Override
        Predicate<VentaCruda> present() {
            return super.present().and(venta -> venta.categoria() != null);
        }
    };

    List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        return ventas.stream()
                .filter(present())
                .map(this::limpia)
                .filter(venta -> counts(venta.precioTotal()))
                .toList();
    }

    Predicate<VentaCruda> present() {
        return venta -> venta.precio() != null && venta.cantidad() != null;
    }

    boolean counts(BigDecimal total) {
        return total.signum() > 0;
    }

    String category(String categoria) {
        return categoria.strip().toLowerCase(Locale.ROOT);
    }

    private VentaLimpia limpia(VentaCruda venta) {
        BigDecimal precio = Objects.requireNonNull(venta.precio());
        int cantidad = Objects.requireNonNull(venta.cantidad());
        return new VentaLimpia(
                stripped(venta.producto()),
                venta.categoria() == null ? null : category(venta.categoria()),
                precio,
                cantidad,
                precio.multiply(BigDecimal.valueOf(cantidad)));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
