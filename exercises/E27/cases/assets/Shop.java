package assets;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import orquesta.autograder.exercise.Scenario;

/** The files of a shop, and the income of each product, worked out by hand. */
record Shop(List<Sale> sales, Map<String, BigDecimal> taxes) {
    private static final List<String> NAMES = List.of("té", "pan", "libro", "café");

    record Sale(String product, BigDecimal price, int quantity) {}

    static Shop of(long seed) {
        Random chance = new Random(seed);
        List<Sale> sales = new ArrayList<>();
        Map<String, BigDecimal> taxes = new TreeMap<>();
        for (String name : NAMES) {
            taxes.put(name, name.equals("pan") ? new BigDecimal("0.1") : new BigDecimal("0.19"));
            sales.add(new Sale(name, price(chance), 1 + chance.nextInt(4)));
        }
        sales.add(new Sale("té", price(chance), 2));
        sales.add(new Sale("silla", price(chance), 1)); // nobody has put it into the catalogue
        taxes.put("mesa", new BigDecimal("0.19")); // nobody has sold it
        return new Shop(sales, taxes);
    }

    private static BigDecimal price(Random chance) {
        return BigDecimal.valueOf(100 + chance.nextInt(900)).add(new BigDecimal("0.90"));
    }

    /** The same shop a day later: a thing of the catalogue is sold, a thing that was sold is in the catalogue. */
    Shop aDayLater() {
        List<Sale> more = new ArrayList<>(sales);
        more.add(new Sale("mesa", new BigDecimal("9990"), 1));
        Map<String, BigDecimal> known = new TreeMap<>(taxes);
        known.put("silla", new BigDecimal("0.19"));
        return new Shop(more, known);
    }

    Map<String, BigDecimal> totals() {
        Map<String, BigDecimal> totals = new TreeMap<>();
        for (Sale sale :
                sales.stream().filter(each -> taxes.containsKey(each.product())).toList()) {
            BigDecimal total = sale.price()
                    .multiply(BigDecimal.valueOf(sale.quantity()))
                    .multiply(BigDecimal.ONE.add(taxes.get(sale.product())));
            totals.merge(sale.product(), total, BigDecimal::add);
        }
        return totals;
    }

    Scenario plant(Scenario scenario) {
        StringBuilder sold = new StringBuilder("producto,precio,cantidad\n");
        sales.forEach(sale -> sold.append(sale.product() + "," + sale.price() + "," + sale.quantity() + "\n"));
        StringBuilder products = new StringBuilder("producto,impuesto\n");
        taxes.forEach((product, tax) -> products.append(product + "," + tax + "\n"));
        return scenario.file("ventas.csv", sold.toString()).file("productos.csv", products.toString());
    }
}
