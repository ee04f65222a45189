package resumen;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;

/** The cases of E14. Each is sensitive to its own check alone, so that one misconception loses one check. */
public final class Casos implements CaseSource {
    @Override
    public List<Case> cases(long seed) {
        Shop shop = new Shop(new Random(seed));
        return Stream.of(new AmountCases(shop).all(), new ReportCases(shop).all())
                .flatMap(List::stream)
                .toList();
    }
}
