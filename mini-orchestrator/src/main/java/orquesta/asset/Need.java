package orquesta.asset;

import java.lang.reflect.Type;
import java.util.List;
import orquesta.partition.PartitionMapping;
import orquesta.text.Names;

/** One thing that a step needs in order to be computed; one a parameter, in the method's order. */
public sealed interface Need {
    /** The parameter's name, in Java's words. */
    String name();

    /** The Java type that the step wants it as. */
    Type type();

    /** The assets among some needs, in their order. */
    static List<AssetKey> assetsIn(List<Need> needs) {
        return needs.stream()
                .filter(Upstream.class::isInstance)
                .map(need -> ((Upstream) need).key())
                .toList();
    }

    /**
     * Reads the value of another asset.
     *
     * @param mapping which of its partitions
     */
    record Upstream(String name, AssetKey key, Type type, PartitionMapping mapping) implements Need {
        public Upstream(AssetKey key, Type type) {
            this(Names.camel(key.name()), key, type, PartitionMapping.SAME);
        }

        /** Whether it wants what was there before: of the partition before, or of an asset without partitions the last value. */
        public boolean readsBefore() {
            return mapping instanceof PartitionMapping.Previous;
        }
    }

    /** Borrows a resource, known to the step by a name of its own: two parameters may borrow one resource. */
    record Borrowed(String name, String resource, Type type) implements Need {}

    /** Wants what a step has by itself: the current {@link Run}, or the {@link orquesta.partition.Partition} that is computed. */
    record Reserved(String name, Class<?> type) implements Need {}

    /** Only named so far: what it means is found once all assets and resources are known. */
    record Unresolved(String name, Type type) implements Need {}
}
