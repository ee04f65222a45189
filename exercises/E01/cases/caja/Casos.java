package caja;

import static orquesta.autograder.exercise.Row.row;

import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

/** The cases of E01: amounts are invented as numbers and then written down. Each is sensitive to its own check alone. */
public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        return List.of(thousands(chance), millions(chance), blanks(chance), missing(chance));
    }

    private static Case thousands(Random chance) {
        Case.Builder thousands = plain(Case.forCheck("dot_separates_thousands"), chance);
        for (int row = 0; row < 3; row++) {
            int before = between(chance, 1, 999);
            int after = between(chance, 0, 999);
            thousands.becomes(row("%d.%03d".formatted(before, after)), row(before * 1_000 + after));
        }
        int back = between(chance, 1_000, 99_999);
        thousands.becomes(row("-%d.%03d".formatted(back / 1_000, back % 1_000)), row(-back));
        return plain(thousands, chance).build();
    }

    private static Case millions(Random chance) {
        Case.Builder millions = plain(Case.forCheck("every_dot_goes"), chance);
        for (int row = 0; row < 2; row++) {
            int first = between(chance, 1, 99);
            int second = between(chance, 0, 999);
            int third = between(chance, 0, 999);
            String written = "%d.%03d.%03d".formatted(first, second, third);
            millions.becomes(row(written), row(first * 1_000_000 + second * 1_000 + third));
        }
        return plain(millions, chance).build();
    }

    private static Case blanks(Random chance) {
        Case.Builder blanks = plain(Case.forCheck("blanks_at_the_ends_go"), chance);
        for (String frame : List.of(" %d", "%d ", "  %d  ", "\t%d")) {
            int pesos = between(chance, 100, 999);
            blanks.becomes(row(frame.formatted(pesos)), row(pesos));
        }
        return blanks.build();
    }

    private static Case missing(Random chance) {
        Case.Builder missing = plain(Case.forCheck("missing_stays_missing"), chance);
        missing.becomes(row((Object) null), row((Object) null));
        plain(missing, chance).becomes(row(""), row((Object) null));
        missing.becomes(row(" ".repeat(between(chance, 1, 3))), row((Object) null));
        return plain(missing, chance).build();
    }

    /** One amount that needs no repair. */
    private static Case.Builder plain(Case.Builder rows, Random chance) {
        int pesos = between(chance, 100, 999);
        return rows.becomes(row(String.valueOf(pesos)), row(pesos));
    }

    private static int between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }
}
