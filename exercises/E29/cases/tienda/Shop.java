package tienda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import orquesta.autograder.exercise.Scenario;

/** The files of a shop, and the income of each category: both come from the same lists, by different ways. */
record Shop(List<Sale> sales, Map<String, String> categories) {
    private static final List<String> NAMES = List.of("té", "pan", "café", "libro", "lápiz");

    /** Sold to a client; a quantity below 1 is a return, which is no sale. */
    record Sale(String product, long price, long quantity, int client) {
        long amount() {
            return quantity > 0 ? price * quantity : 0;
        }
    }

    static Shop of(long seed) {
        Random chance = new Random(seed);
        List<Sale> sales = new ArrayList<>();
        for (String name : NAMES) {
            sales.add(new Sale(name, 10L * (50 + chance.nextInt(400)), 1 + chance.nextInt(5), 1 + chance.nextInt(2)));
        }
        sales.add(new Sale("té", 1990, -1, 1));
        Map<String, String> categories = new TreeMap<>();
        NAMES.forEach(name -> categories.put(name, List.of("té", "pan", "café").contains(name) ? "comida" : "oficina"));
        return new Shop(sales, categories);
    }

    /** A sale more, and a product in another category. */
    Shop aDayLater() {
        List<Sale> more = new ArrayList<>(sales);
        more.add(new Sale("café", 3490, 2, 2));
        Map<String, String> changed = new TreeMap<>(categories);
        changed.put("libro", "lectura");
        return new Shop(more, changed);
    }

    Map<String, Long> income() {
        Map<String, Long> income = new TreeMap<>();
        sales.forEach(sale -> income.merge(categories.get(sale.product()), sale.amount(), Long::sum));
        return income;
    }

    Scenario plant(Scenario scenario) {
        StringBuilder sold = new StringBuilder("producto,precio,cantidad,cliente\n");
        for (Sale sale : sales) {
            sold.append(String.join(",", sale.product(), "" + sale.price(), "" + sale.quantity(), "" + sale.client()))
                    .append('\n');
        }
        StringBuilder products = new StringBuilder("producto,categoria\n");
        categories.forEach((product, category) ->
                products.append(product).append(',').append(category).append('\n'));
        return scenario.file("ventas.csv", sold.toString())
                .file("productos.csv", products.toString())
                .file("clientes.csv", "cliente,nombre\n1,Ana\n2,Beto\n");
    }
}
