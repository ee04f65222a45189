package caja;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

public final class Casos implements TrialSource {
    @Override
    public List<Trial> trials(long seed) {
        int unit = 10 * (1 + new Random(seed).nextInt(9));
        List<Integer> coins = List.of(10 * unit, unit);
        int trap = 6 * unit;
        return List.of(
                Trial.forCheck("adds_up").with(23 * unit, coins).judged(outcome -> adds(outcome, 23 * unit, coins)).build(),
                Trial.forCheck("not_greedy").with(trap, List.of(4 * unit, 3 * unit))
                        .judged(outcome -> adds(outcome, trap, List.of(4 * unit, 3 * unit))).build(),
                Trial.forCheck("impossible").with(unit + 1, List.of(unit))
                        .throwsLike("IllegalArgumentException", String.valueOf(unit + 1)).build(),
                Trial.forCheck("untouched").with(unit, new ArrayList<>(coins)).gives(List.of(unit)).untouched().build());
    }

    /** The validator: it sees copies of what was returned, and never an object of the answer's. */
    private static Optional<Complaint> adds(Outcome outcome, int amount, List<Integer> coins) {
        int sum = 0;
        for (int coin : outcome.list(Integer.class)) {
            if (!coins.contains(coin)) {
                return Optional.of(Complaint.value("coins of " + coins, "monedas de " + coins));
            }
            sum += coin;
        }
        return sum == amount
                ? Optional.empty()
                : Optional.of(Complaint.value("coins that add up to " + amount, "monedas que sumen " + amount));
    }
}
