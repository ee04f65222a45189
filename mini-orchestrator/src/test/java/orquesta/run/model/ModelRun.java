package orquesta.run.model;

import java.util.List;

/**
 * What is asked: a run over assets and checks. The order of either list means nothing.
 *
 * @param assets the assets that the run computes
 * @param checks the checks of those assets
 */
public record ModelRun(List<ModelAsset> assets, List<ModelCheck> checks) {
    /** Keeps copies. */
    public ModelRun {
        assets = List.copyOf(assets);
        checks = List.copyOf(checks);
    }
}
