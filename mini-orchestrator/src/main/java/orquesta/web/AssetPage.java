package orquesta.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.Need;
import orquesta.event.Fact;
import orquesta.load.SourcePlace;
import orquesta.resource.StagedFiles;
import orquesta.store.AssetQueries;
import orquesta.store.PageQueries;

/**
 * One asset: what it is, what it holds, what it held before, who judges it, who stands above and below.
 *
 * @param source where it is written; null where its file is not at hand
 * @param newest its state in the newest run that it had a part in; null if it never had
 * @param bar its partitions; null if it has none
 * @param values what was published, the newest first
 * @param up the assets that it reads
 * @param down the assets that read it
 */
public record AssetPage(
        Look look,
        String pipeline,
        AssetDefinition definition,
        @Nullable SourcePlace source,
        PageQueries.@Nullable Newest newest,
        @Nullable PartitionBar bar,
        List<AssetQueries.Value> values,
        List<Check> checks,
        List<Neighbour> up,
        List<Neighbour> down,
        Known known) {
    /** More of what steps say about their values would not fit into the table. */
    private static final int FACTS = 6;

    /**
     * A check of the asset.
     *
     * @param source where it is written; null where its file is not at hand
     * @param judged the last runs that it was in, the newest first
     */
    public record Check(
            CheckDefinition definition, @Nullable SourcePlace source, List<AssetQueries.Judged> judged) {
        /** What it said when it judged last; null if it never did. */
        public Fact.@Nullable CheckEvaluated last() {
            return judged.stream()
                    .flatMap(one -> Stream.ofNullable(one.evaluated()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** An asset beside this one, and its newest state, {@code none} if it never ran. */
    public record Neighbour(String name, String state) {}

    public String name() {
        return definition.key().name();
    }

    /** What readers see now; null if nothing is published. */
    public AssetQueries.@Nullable Value published() {
        return values.isEmpty() ? null : values.get(0);
    }

    /** Whether what it does may last outside the home and outside what is moved there when it is published. */
    public boolean isOutsideOurGuarantee() {
        boolean staged = definition.needs().stream()
                .anyMatch(need -> need instanceof Need.Borrowed borrowed
                        && borrowed.type() instanceof Class<?> type
                        && StagedFiles.class.isAssignableFrom(type));
        return definition.returns() == void.class || (definition.returns() == Path.class && !staged);
    }

    /** Whether it is computed in parts. */
    public boolean hasPartitions() {
        return values.stream().anyMatch(value -> !value.task().partition().isEmpty());
    }

    /** What steps said about these values, by name. */
    public List<String> facts() {
        TreeSet<String> names = new TreeSet<>();
        values.forEach(value -> names.addAll(value.materialization().facts().keySet()));
        return names.stream().limit(FACTS).toList();
    }

    /** A fact of a value as text; empty if it was not said then. */
    public static String fact(AssetQueries.Value value, String name) {
        Map<String, Object> facts = value.materialization().facts();
        return facts.containsKey(name) ? Look.visible(String.valueOf(facts.get(name))) : "";
    }

    /** The rows of these values as a line, the oldest on the left. */
    public RowsLine line() {
        return RowsLine.of(values.stream()
                .map(value -> value.materialization().contents().rows())
                .toList());
    }
}
