package noop;

import java.util.stream.IntStream;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;

/**
 * Steps that do nothing, for noop.py: BENCH_N of them, in the shape BENCH_SHAPE. {@code chain} is one after the other,
 * {@code fan} one root and leaves; {@code chain-table} and {@code fan-table} hand on a table of one row.
 */
public final class Noop {
    private Noop() {}

    public static Definitions definitions() {
        int count = Integer.parseInt(System.getenv("BENCH_N"));
        boolean fan = System.getenv("BENCH_SHAPE").startsWith("fan");
        boolean table = System.getenv("BENCH_SHAPE").endsWith("-table");
        return Definitions.of(IntStream.range(0, count)
                .mapToObj(number -> {
                    String above = number == 0 ? "" : "a" + (fan ? 0 : number - 1);
                    return table ? row("a" + number, above) : nothing("a" + number, above);
                })
                .toArray());
    }

    private static AssetDefinition nothing(String key, String above) {
        AssetDefinition.Builder step = AssetDefinition.named(key).returns(void.class);
        return (above.isEmpty() ? step : step.reads(above, Void.class)).computedBy(inputs -> null);
    }

    private static AssetDefinition row(String key, String above) {
        AssetDefinition.Builder step = AssetDefinition.named(key);
        if (above.isEmpty()) {
            return step.computedBy(inputs -> Relation.rows("n", "1"));
        }
        return step.reads(above)
                .computedBy(
                        inputs -> Relation.with("above", inputs.relation(above)).sql("select n + 1 as n from above"));
    }
}
