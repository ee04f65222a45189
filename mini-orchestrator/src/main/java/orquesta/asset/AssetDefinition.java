package orquesta.asset;

import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import orquesta.partition.Partition;
import orquesta.partition.PartitionMapping;
import orquesta.partition.Partitions;
import orquesta.text.Names;

/**
 * What the user says about one asset: its key, what it needs, the function that computes it.
 *
 * @param effort how hard a run tries to compute it
 * @param returns the Java type of the value; {@code void.class} for an asset without one
 * @param partitions the pieces that it is computed in; none if it has one value
 * @param declaredAt where, for messages: {@code Ventas.ingresosTotales}
 */
public record AssetDefinition(
        AssetKey key,
        List<Need> needs,
        Type returns,
        StepFunction function,
        Effort effort,
        Labels labels,
        Partitions partitions,
        String declaredAt) {
    public AssetDefinition {
        needs = List.copyOf(needs);
    }

    /** Begins an asset that is declared without annotations. */
    public static Builder named(String key) {
        return new Builder(new AssetKey(key));
    }

    /** The same asset with its needs resolved. */
    public AssetDefinition needing(List<Need> resolved) {
        return new AssetDefinition(key, resolved, returns, function, effort, labels, partitions, declaredAt);
    }

    /** The same asset in these partitions. */
    public AssetDefinition in(Partitions found) {
        return new AssetDefinition(key, needs, returns, function, effort, labels, found, declaredAt);
    }

    /** The same asset with its relative paths of files starting at a folder. */
    public AssetDefinition from(Path folder) {
        return calling(function.from(folder));
    }

    /** The same asset, computed by other code. */
    public AssetDefinition calling(StepFunction code) {
        return new AssetDefinition(key, needs, returns, code, effort, labels, partitions, declaredAt);
    }

    /** The assets that it reads, in the order of its parameters. */
    public List<AssetKey> reads() {
        return Need.assetsIn(needs);
    }

    /** Says what an asset reads and borrows; {@link #computedBy} ends it. */
    public static final class Builder {
        private final AssetKey key;
        private final List<Need> needs = new ArrayList<>();
        private final Map<String, String> tags = new TreeMap<>();
        private Type returns = Relation.class;
        private Effort effort = Effort.PLAIN;
        private Partitions partitions = Partitions.NONE;
        private String description = "";
        private String group = "";
        private String kind = "";
        private String owner = "";

        private Builder(AssetKey key) {
            this.key = key;
        }

        /** Reads other assets as relations. */
        public Builder reads(String... keys) {
            for (String upstream : keys) {
                reads(upstream, Relation.class);
            }
            return this;
        }

        /** Reads another asset as a value of this type. */
        public Builder reads(String upstream, Class<?> type) {
            needs.add(new Need.Upstream(new AssetKey(upstream), type));
            return this;
        }

        /** Reads some partitions of another asset as one relation. */
        public Builder reads(String upstream, PartitionMapping mapping) {
            needs.add(new Need.Upstream(Names.camel(upstream), new AssetKey(upstream), Relation.class, mapping));
            return this;
        }

        /** Has the partitions of this name, see {@code Definitions.partitions}; its code wants to see which it computes. */
        public Builder partitions(String name) {
            partitions = Partitions.named(name);
            needs.add(new Need.Reserved("partition", Partition.class));
            return this;
        }

        /** Borrows a resource by its name. */
        public Builder borrows(String name, Class<?> type) {
            needs.add(new Need.Borrowed(name, name, type));
            return this;
        }

        /** Wants to see the current run. */
        public Builder wantsRun() {
            needs.add(new Need.Reserved("run", Run.class));
            return this;
        }

        /** Returns a value of this type; a {@link Relation} unless said otherwise, {@code void.class} for none. */
        public Builder returns(Class<?> type) {
            returns = type;
            return this;
        }

        /** Begins again after a failure, as the policy says. */
        public Builder retries(RetryPolicy policy) {
            effort = effort.retries(policy);
            return this;
        }

        /** Ends an attempt that takes longer than this. */
        public Builder timeout(Duration limit) {
            effort = effort.timeout(limit);
            return this;
        }

        /** Takes a place of a pool while it runs. */
        public Builder pool(String name) {
            effort = effort.pool(name);
            return this;
        }

        public Builder description(String sentence) {
            description = sentence;
            return this;
        }

        public Builder group(String name) {
            group = name;
            return this;
        }

        public Builder kind(String name) {
            kind = name;
            return this;
        }

        public Builder owner(String name) {
            owner = name;
            return this;
        }

        public Builder tag(String name, String value) {
            tags.put(name, value);
            return this;
        }

        /** The code that computes the asset. */
        public AssetDefinition computedBy(StepFunction function) {
            Labels labels = new Labels(description, group, kind, owner, tags);
            return new AssetDefinition(key, needs, returns, function, effort, labels, partitions, key.name());
        }
    }
}
