package orquesta.tienda;

import java.math.BigDecimal;

/** One sale with the tax of its product, as a share: 0.19. */
public record VentaConImpuesto(VentaLimpia venta, BigDecimal impuesto) {
    /** In pesos with tax, exact. */
    public BigDecimal total() {
        return venta.precioTotal().multiply(BigDecimal.ONE.add(impuesto));
    }
}
