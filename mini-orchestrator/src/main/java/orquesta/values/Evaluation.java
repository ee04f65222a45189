package orquesta.values;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orquesta.asset.CheckResult;
import orquesta.event.Fact;
import orquesta.relation.Duck;
import orquesta.relation.Session;

/** What a check returned becomes what is kept of it: its verdict, the number of failing rows and the first of them. */
public final class Evaluation {
    private static final int SAMPLE = 100;
    private static final Set<Class<?>> KEPT =
            Set.of(Boolean.class, Integer.class, Long.class, Double.class, BigInteger.class, BigDecimal.class);

    private Evaluation() {}

    /**
     * Judges.
     *
     * @param blocking whether the check blocks its asset when it fails
     */
    public static Fact.CheckEvaluated of(CheckResult result, boolean blocking, Duck duck) {
        Map<String, Object> facts = new LinkedHashMap<>();
        result.facts().forEach((name, value) -> facts.put(name, kept(value)));
        if (result instanceof CheckResult.NoRows noRows) {
            try (Session session = duck.session()) {
                Session.Sample sample = session.sample(noRows.failing(), SAMPLE);
                boolean blocks = blocking && sample.count() > noRows.tolerated();
                Fact.Verdict verdict = new Fact.Verdict(sample.count() == 0, blocks, noRows.description(), facts);
                return new Fact.CheckEvaluated(verdict, sample.count(), sample.columns(), sample.rows());
            }
        }
        CheckResult.Known known = (CheckResult.Known) result;
        boolean blocks = blocking && known.tolerated() == 0;
        Fact.Verdict verdict = new Fact.Verdict(known.passed(), blocks, known.description(), facts);
        return new Fact.CheckEvaluated(verdict, -1, List.of(), List.of());
    }

    /** Numbers and truths stay what they are; all else is kept as its text, so that the log can hold it. */
    public static Object kept(Object value) {
        return value != null && KEPT.contains(value.getClass()) ? value : String.valueOf(value);
    }
}
