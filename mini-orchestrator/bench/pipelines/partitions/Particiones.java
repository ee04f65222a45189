import java.util.ArrayList;
import java.util.List;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.partition.PartitionMapping;
import orquesta.partition.Partitions;

/** Ten assets by day, each over the one before it, the third over a week of it: what a plan of many partitions costs. */
public class Particiones {
    private static final int ASSETS = 10;

    public static Definitions definitions() {
        List<AssetDefinition> assets = new ArrayList<>();
        assets.add(AssetDefinition.named("a0")
                .partitions("dia")
                .computedBy(in -> Relation.rows("dia date, n int", "'" + in.partition().from() + "', 1")));
        for (int i = 1; i < ASSETS; i++) {
            String above = "a" + (i - 1);
            PartitionMapping read = i == 2 ? new PartitionMapping.Last(7) : PartitionMapping.SAME;
            assets.add(AssetDefinition.named("a" + i)
                    .partitions("dia")
                    .reads(above, read)
                    .computedBy(in -> in.relation(above)));
        }
        return Definitions.of(assets.toArray())
                .partitions("dia", Partitions.daily("2024-01-01", "America/Santiago"));
    }
}
