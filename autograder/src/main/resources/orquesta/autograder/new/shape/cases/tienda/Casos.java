package tienda;

import static orquesta.autograder.exercise.Row.row;

import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        int one = 1 + chance.nextInt(900);
        int two = 1 + chance.nextInt(900);
        return List.of(Case.forCheck("sums").becomes(row(one), row(one + two)).vanishes(row(two)).build());
    }
}
