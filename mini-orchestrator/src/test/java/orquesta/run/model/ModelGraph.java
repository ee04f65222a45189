package orquesta.run.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The assets and checks of a run by name. Every name that is read or judged exists, once. */
final class ModelGraph {
    private final Map<String, ModelAsset> assets = new TreeMap<>();
    private final Map<String, ModelCheck> checks = new TreeMap<>();

    /**
     * Indexes a run.
     *
     * @throws IllegalArgumentException if a key occurs twice, or if a name that is read or judged is no asset of the run
     */
    ModelGraph(ModelRun run) {
        for (ModelAsset asset : run.assets()) {
            require(!assets.containsKey(asset.name()), "two assets are called " + asset.name());
            assets.put(asset.name(), asset);
        }
        for (ModelCheck check : run.checks()) {
            require(!checks.containsKey(check.key()), "two checks are called " + check.key());
            checks.put(check.key(), check);
        }
        assets.values().forEach(asset -> requireAssets(asset.name(), asset.reads()));
        checks.values().forEach(check -> requireAssets(check.key(), List.of(check.judged())));
        checks.values().forEach(check -> requireAssets(check.key(), check.reads()));
    }

    ModelAsset asset(String name) {
        ModelAsset asset = assets.get(name);
        require(asset != null, name + " is no asset of this run");
        return asset;
    }

    List<ModelAsset> assets() {
        return List.copyOf(assets.values());
    }

    List<ModelCheck> checks() {
        return List.copyOf(checks.values());
    }

    List<ModelCheck> checksOf(String asset) {
        List<ModelCheck> found = new ArrayList<>(checks.values());
        found.removeIf(check -> !check.judged().equals(asset));
        return found;
    }

    private void requireAssets(String step, List<String> names) {
        for (String name : names) {
            require(assets.containsKey(name), step + " needs " + name + ", which is no asset of this run");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
