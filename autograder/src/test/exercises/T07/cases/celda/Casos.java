package celda;

import static orquesta.autograder.exercise.Row.row;

import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        double price = 100 + chance.nextInt(900) + 0.1;
        return List.of(
                Case.forCheck("totals")
                        .becomes(row("Té", price, 3), row("Té", price, 3, price * 3))
                        .becomes(row("Pan", 0.1, 3), row("Pan", 0.1, 3, 0.3))
                        .build(),
                Case.forCheck("missing").becomes(row("Té", null, 3), row("Té", null, 3, null)).build());
    }
}
