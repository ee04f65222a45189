package tienda;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was sold of a product on a day. Leave it as it is.
 *
 * @param anterior what the closing before says; null if it does not know the product
 */
public record Linea(String producto, LocalDate dia, BigDecimal total, BigDecimal anterior) {}
