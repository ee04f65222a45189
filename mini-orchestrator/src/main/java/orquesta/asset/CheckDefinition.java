package orquesta.asset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import orquesta.partition.PartitionMapping;

/**
 * What the user says about one check: the asset it judges (its first need), whether it blocks, its function.
 *
 * @param declaredAt where, for messages: {@code Ventas.checkIngresos}
 */
public record CheckDefinition(
        CheckKey key,
        List<Need> needs,
        boolean blocking,
        StepFunction function,
        String description,
        String declaredAt) {
    public CheckDefinition {
        needs = List.copyOf(needs);
    }

    /** Begins a check that is declared without annotations; it judges this asset, which is its first input. */
    public static Builder named(String name, String asset) {
        return new Builder(new CheckKey(new AssetKey(asset), name));
    }

    /** The same check with its needs resolved. */
    public CheckDefinition needing(List<Need> resolved) {
        return new CheckDefinition(key, resolved, blocking, function, description, declaredAt);
    }

    /** The same check with its relative paths of files starting at a folder. */
    public CheckDefinition from(Path folder) {
        return new CheckDefinition(key, needs, blocking, function.from(folder), description, declaredAt);
    }

    /** The assets that it reads; the first is the one that it judges. */
    public List<AssetKey> reads() {
        return Need.assetsIn(needs);
    }

    /** Whether it compares the judged value with the one before. */
    public boolean comparesBefore() {
        return needs.stream()
                .anyMatch(need -> need instanceof Need.Upstream upstream
                        && upstream.readsBefore()
                        && upstream.key().equals(key.asset()));
    }

    /** Says what a check reads and borrows; {@link #computedBy} ends it. */
    public static final class Builder {
        private final CheckKey key;
        private final List<Need> needs = new ArrayList<>();
        private boolean blocking = true;
        private String description = "";

        private Builder(CheckKey key) {
            this.key = key;
            needs.add(new Need.Upstream(key.asset(), Relation.class));
        }

        /** Reads more assets as relations. */
        public Builder reads(String... keys) {
            for (String upstream : keys) {
                needs.add(new Need.Upstream(new AssetKey(upstream), Relation.class));
            }
            return this;
        }

        /** Reads the value before of the judged asset, as an optional relation by this name. */
        public Builder readsBefore(String name) {
            needs.add(new Need.Upstream(name, key.asset(), Relation.class, new PartitionMapping.Previous()));
            return this;
        }

        /** Borrows a resource by its name. */
        public Builder borrows(String name, Class<?> type) {
            needs.add(new Need.Borrowed(name, name, type));
            return this;
        }

        /** Only warns when it fails. */
        public Builder warning() {
            blocking = false;
            return this;
        }

        public Builder description(String sentence) {
            description = sentence;
            return this;
        }

        /** The code that judges; returns a {@link CheckResult}. */
        public CheckDefinition computedBy(StepFunction function) {
            return new CheckDefinition(key, needs, blocking, function, description, key.text());
        }
    }
}
