package celda;

import static orquesta.autograder.exercise.Row.row;

import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

/** The cases of E03. Quantities are above one where the product counts; each is sensitive to its own check alone. */
public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        int pan = price(chance);
        int te = price(chance);
        int many = between(chance, 2, 9);
        return List.of(
                Case.forCheck("price_times_quantity")
                        .becomes(row("Pan", pan, many), row("Pan", pan, many, (double) pan * many))
                        .becomes(row("Té", te, 1), row("Té", te, 1, (double) te))
                        .build(),
                Case.forCheck("returns_stay")
                        .becomes(row("Té", te, 1), row("Té", te, 1, (double) te))
                        .becomes(row("Pan", pan, -many), row("Pan", pan, -many, (double) -pan * many))
                        .build(),
                Case.forCheck("missing_stays_missing")
                        .becomes(row("Pan", null, 1), row("Pan", null, 1, null))
                        .becomes(row("Té", te, 1), row("Té", te, 1, (double) te))
                        .build(),
                Case.forCheck("table_given_stays")
                        .becomes(row("Pan", pan, 1), row("Pan", pan, 1, (double) pan))
                        .untouched()
                        .build());
    }

    private static int price(Random chance) {
        return between(chance, 10, 9_999) * 10;
    }

    private static int between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }
}
