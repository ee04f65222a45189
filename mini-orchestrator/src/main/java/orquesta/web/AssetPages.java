package orquesta.web;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.definition.Pipeline;
import orquesta.load.LiveDefinitions;
import orquesta.load.SourcePlace;
import orquesta.store.AssetQueries;
import orquesta.store.History;
import orquesta.store.PageQueries;
import orquesta.store.PartitionQueries;

/** Gathers the page of an asset. */
final class AssetPages {
    private static final int VALUES = 30;
    private static final int VERDICTS = 20;

    private final String pipeline;
    private final LiveDefinitions definitions;
    private final History history;
    private final PageQueries queries;
    private final AssetQueries assets;
    private final PartitionBars bars;
    private final Clock clock;

    AssetPages(WebServer.Site site) {
        this.history = site.orchestrator().history();
        this.pipeline = site.pipeline();
        this.definitions = site.definitions();
        this.queries = new PageQueries(history);
        this.assets = new AssetQueries(history);
        this.bars = new PartitionBars(site, new PartitionQueries(history));
        this.clock = site.clock();
    }

    /** The names that there are. */
    Collection<String> names() {
        return definitions
                .now()
                .pipeline()
                .map(loaded ->
                        loaded.graph().keys().stream().map(AssetKey::name).toList())
                .orElse(List.of());
    }

    /** Empty if no asset of this pipeline has this name. */
    Optional<AssetPage> page(Look look, String name) {
        Known known = new Known(history.lastSeq(), definitions.now().id());
        return definitions
                .now()
                .pipeline()
                .flatMap(loaded -> loaded.graph().keys().stream()
                        .filter(key -> key.name().equals(name))
                        .findFirst()
                        .map(key -> page(look, loaded, key, known)));
    }

    private AssetPage page(Look look, Pipeline loaded, AssetKey key, Known known) {
        var graph = loaded.graph();
        return new AssetPage(
                look,
                pipeline,
                graph.definition(key),
                source(graph.definition(key).declaredAt()),
                queries.newest(pipeline, List.of(key)).stream().findFirst().orElse(null),
                bars.of(loaded, graph.definition(key), clock.instant()).orElse(null),
                assets.values(pipeline, key, VALUES),
                loaded.checksOf(key).stream().map(this::check).toList(),
                neighbours(graph.reach(key, true, 1)),
                neighbours(graph.reach(key, false, 1)),
                known);
    }

    private AssetPage.Check check(CheckDefinition check) {
        return new AssetPage.Check(check, source(check.declaredAt()), assets.judged(pipeline, check.key(), VERDICTS));
    }

    private @Nullable SourcePlace source(String declaredAt) {
        return definitions.places().get(declaredAt);
    }

    private List<AssetPage.Neighbour> neighbours(Collection<AssetKey> keys) {
        Map<String, String> states = new HashMap<>();
        queries.newest(pipeline, keys)
                .forEach(found -> states.put(
                        found.step().key().text(), found.step().state().text()));
        return keys.stream()
                .map(key -> new AssetPage.Neighbour(key.name(), states.getOrDefault(key.name(), "none")))
                .toList();
    }
}
