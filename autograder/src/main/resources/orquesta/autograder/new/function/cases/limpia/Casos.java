package limpia;

import static orquesta.autograder.exercise.Row.row;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        BigDecimal price = BigDecimal.valueOf(10_00 + chance.nextInt(900_00), 2);
        BigDecimal twice = price.add(price);
        return List.of(
                Case.forCheck("trims").becomes(row("  pan ", price, 2), row("pan", twice)).build(),
                Case.forCheck("lower").becomes(row("TÉ LIMÓN", price, 1), row("té limón", price)).locale("tr-TR").build(),
                Case.forCheck("drops_zero").becomes(row("pan", price, 1), row("pan", price))
                        .vanishes(row("sal", new BigDecimal("0.00"), 3)).vanishes(row("sal", price, -1)).build(),
                Case.forCheck("keeps_order").becomes(row("z", price, 1), row("z", price))
                        .becomes(row("a", price, 1), row("a", price)).becomes(row("m", price, 1), row("m", price)).build(),
                Case.forCheck("keeps_twins").becomes(row("pan", price, 1), row("pan", price))
                        .becomes(row("pan", price, 1), row("pan", price)).build(),
                Case.forCheck("same_twice").becomes(row("pan", price, 1), row("pan", price)).calls(2).build(),
                Case.forCheck("untouched").becomes(row("pan", price, 2), row("pan", twice))
                        .vanishes(row("sal", price, 0)).untouched().build());
    }
}
