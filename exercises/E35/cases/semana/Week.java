package semana;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import orquesta.autograder.exercise.Scenario;

/**
 * What a shop sold in a week, each sale with its day by the shop's clock. The file holds instants; the income is summed up by
 * the days: no zone takes part in it.
 */
record Week(List<Sale> sales) {
    static final LocalDate MONDAY = LocalDate.parse("2026-08-31");
    private static final ZoneId SHOP = ZoneId.of("America/Santiago");

    /** @param time by the shop's clock */
    record Sale(LocalDate day, LocalTime time, String category, long amount) {
        String line() {
            return LocalDateTime.of(day, time).atZone(SHOP).toInstant() + "," + category + "," + amount + "\n";
        }
    }

    /** Around noon, so that each zone has the same days. */
    static Week of(long seed) {
        Random chance = new Random(seed);
        List<Sale> sales = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            for (String category : List.of("comida", "oficina")) {
                for (int left = 1 + chance.nextInt(2); left > 0; left--) {
                    LocalTime time = LocalTime.of(11 + chance.nextInt(3), chance.nextInt(60));
                    sales.add(new Sale(MONDAY.plusDays(day), time, category, 10L * (100 + chance.nextInt(9000))));
                }
            }
        }
        return new Week(sales);
    }

    static LocalDate day(int number) {
        return MONDAY.plusDays(number - 1L);
    }

    Week with(Sale... more) {
        List<Sale> all = new ArrayList<>(sales);
        all.addAll(List.of(more));
        return new Week(all);
    }

    /** Of each category, in some days. */
    Map<String, Long> income(LocalDate from, LocalDate to) {
        Map<String, Long> income = new TreeMap<>();
        for (Sale sale : sales) {
            if (!sale.day().isBefore(from) && !sale.day().isAfter(to)) {
                income.merge(sale.category(), sale.amount(), Long::sum);
            }
        }
        return income;
    }

    Map<String, Long> income(LocalDate day) {
        return income(day, day);
    }

    long total(LocalDate day) {
        return income(day).values().stream().mapToLong(Long::longValue).sum();
    }

    Scenario plant(Scenario scenario) {
        StringBuilder file = new StringBuilder();
        sales.forEach(sale -> file.append(sale.line()));
        return scenario.file("caja/ventas.csv", file.toString());
    }
}
