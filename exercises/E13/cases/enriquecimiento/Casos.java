package enriquecimiento;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

/** The cases of E13. Each is sensitive to its own check alone, so that one misconception loses one check. */
public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Shop shop = new Shop(new Random(seed));
        return Stream.of(new CatalogueCases(shop).all(), new KeyCases(shop).all())
                .flatMap(List::stream)
                .toList();
    }
}
