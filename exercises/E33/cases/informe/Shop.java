package informe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import orquesta.autograder.exercise.Scenario;

/** The database of a shop as statements, and its report: both come from the same list of sales, by different ways. */
record Shop(List<Sale> sales, List<Long> hoped) {
    private static final List<String> CLIENTS = List.of("Ana", "Beto", "Carla");

    /** @param client from 1 */
    record Sale(int client, long amount) {}

    static Shop of(long seed) {
        Random chance = new Random(seed);
        List<Sale> sales = new ArrayList<>();
        List<Long> hoped = new ArrayList<>();
        for (int client = 1; client <= CLIENTS.size(); client++) {
            hoped.add(1000L * (1 + chance.nextInt(90)));
            for (int left = 1 + chance.nextInt(3); left > 0; left--) {
                sales.add(new Sale(client, 10L * (50 + chance.nextInt(4000))));
            }
        }
        return new Shop(sales, hoped);
    }

    Shop aDayLater() {
        List<Sale> more = new ArrayList<>(sales);
        more.add(new Sale(2, 7770));
        return new Shop(more, hoped);
    }

    /** Of each client: the sum of what was bought, and what was hoped for. */
    Map<String, List<Long>> report() {
        Map<String, List<Long>> report = new TreeMap<>();
        for (int client = 1; client <= CLIENTS.size(); client++) {
            long total = 0;
            for (Sale sale : sales) {
                total += sale.client() == client ? sale.amount() : 0;
            }
            report.put(CLIENTS.get(client - 1), List.of(total, hoped.get(client - 1)));
        }
        return report;
    }

    Scenario plant(Scenario scenario, int version) {
        return scenario.file("base.sql", sql(version)).file("metas.csv", goals());
    }

    /** One statement a line. */
    String sql(int version) {
        StringBuilder sql = new StringBuilder("create table esquema (version integer)\n")
                .append("insert into esquema values (")
                .append(version)
                .append(")\n")
                .append("create table cliente (cliente integer, nombre text)\n")
                .append("create table venta (cliente integer, monto integer)\n");
        for (int client = 1; client <= CLIENTS.size(); client++) {
            sql.append("insert into cliente values (" + client + ", '" + CLIENTS.get(client - 1) + "')\n");
        }
        sales.forEach(sale -> sql.append("insert into venta values (" + sale.client() + ", " + sale.amount() + ")\n"));
        return sql.toString();
    }

    String goals() {
        StringBuilder goals = new StringBuilder("cliente,meta\n");
        for (int client = 1; client <= CLIENTS.size(); client++) {
            goals.append(client).append(',').append(hoped.get(client - 1)).append('\n');
        }
        return goals.toString();
    }
}
