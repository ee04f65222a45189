package limpia;

import static orquesta.autograder.exercise.Row.row;

import java.math.BigDecimal;
import java.util.List;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        BigDecimal price = new BigDecimal("990.00");
        return List.of(Case.forCheck("trims").becomes(row("  pan ", price, 1), row("pan", price)).build());
    }
}
