package notas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Scenario;

/** The lines of a file of one day: those that count, and those that do not, known by how they were made. */
record Day(List<String> kept, List<String> lines, int rejected, BigDecimal rejectedAmount) {
    static Day of(Random chance) {
        List<String> kept = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        int count = 3 + chance.nextInt(4);
        for (int i = 0; i < count; i++) {
            String price = price(chance).toPlainString();
            int quantity = 1 + chance.nextInt(5);
            kept.add("té" + i + " " + price + " " + quantity);
            lines.add("té" + i + "," + price + "," + quantity);
        }
        BigDecimal returned = price(chance);
        BigDecimal nothing = price(chance);
        lines.add(1, "pan,," + (1 + chance.nextInt(3)));
        lines.add("libro," + returned.toPlainString() + ",-" + (1 + count));
        lines.add("lápiz," + nothing.toPlainString() + ",0");
        lines.add("café," + price(chance).toPlainString() + ",");
        BigDecimal amount = returned.multiply(BigDecimal.valueOf(-(1 + count)));
        return new Day(kept, lines, 4, amount);
    }

    private static BigDecimal price(Random chance) {
        return BigDecimal.valueOf(100 + chance.nextInt(900)).add(new BigDecimal("0.10"));
    }

    int read() {
        return lines.size();
    }

    Scenario plant(Scenario scenario) {
        return scenario.file("ventas.csv", "producto,precio,cantidad\n" + String.join("\n", lines) + "\n");
    }
}
