package enriquecimiento;

import java.util.List;
import orquesta.autograder.exercise.Case;

/** A case under way: first the catalogue, then the sales with their answers. */
final class Join {
    private final Case.Builder rows;

    Join(String check) {
        rows = Case.forCheck(check);
    }

    /** A row of the catalogue for each of these. */
    Join knows(List<Sale> sales) {
        sales.forEach(sale -> rows.vanishes(sale.listed()));
        return this;
    }

    /** The catalogue writes product and category of this one in its own way. */
    Join knows(Sale sale, String producto, String categoria) {
        rows.vanishes(sale.listed(producto, categoria));
        return this;
    }

    Join sells(List<Sale> sales) {
        sales.forEach(sale -> rows.becomes(sale.sold(), sale.enriched()));
        return this;
    }

    /** The shop writes the product of this one in its own way. */
    Join sells(Sale sale, String producto) {
        return sells(sale, producto, sale.categoria());
    }

    Join sells(Sale sale, String producto, String categoria) {
        rows.becomes(sale.sold(producto, categoria), sale.enriched());
        return this;
    }

    Case.Builder rows() {
        return rows;
    }

    Case build() {
        return rows.build();
    }
}
