package ventas;

import static orquesta.autograder.exercise.Row.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

public final class Casos implements CaseSource {
    private static final String HEAD = "cliente;monto\n";
    private static final String COLUMNS = "id INTEGER, ciudad VARCHAR";

    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        int one = 100 + chance.nextInt(900);
        int two = 100 + chance.nextInt(900);
        BigDecimal sum = new BigDecimal(one + two + ".50");
        return List.of(
                Case.forCheck("sums")
                        .text("datasets/ventas.csv", HEAD + "1;" + one + ".25\n2;" + two + ".25\n")
                        .parquet("datasets/clientes.parquet", COLUMNS, row(1, "Arica"), row(2, "Arica"))
                        .gives(row("Arica", sum, 2))
                        .build(),
                Case.forCheck("no_client")
                        .text("datasets/ventas.csv", HEAD + "1;9000\n8;" + one + "\n")
                        .parquet("datasets/clientes.parquet", COLUMNS, row(1, "Arica"))
                        .gives(row("Arica", new BigDecimal("9000"), 1))
                        .gives(row(null, new BigDecimal(one), 1))
                        .build(),
                Case.forCheck("biggest_first")
                        .text("datasets/ventas.csv", HEAD + "1;" + one + "\n2;" + (one + 5000) + "\n3;" + (one + 900) + "\n")
                        .parquet("datasets/clientes.parquet", COLUMNS, row(1, "Arica"), row(2, "Lota"), row(3, "Buin"))
                        .gives(row("Lota", new BigDecimal(one + 5000), 1))
                        .gives(row("Buin", new BigDecimal(one + 900), 1))
                        .gives(row("Arica", new BigDecimal(one), 1))
                        .build());
    }
}
