package orquesta.run.model;

import java.util.List;

/**
 * An asset that a run computes.
 *
 * @param name its name, unique in the run
 * @param reads the assets of this run that it reads; pinned inputs are left out, because they are always there
 * @param outcome what its code does at its last attempt; never {@link Outcome#JUDGES_BAD}
 */
public record ModelAsset(String name, List<String> reads, Outcome outcome) {
    /** Refuses an asset that judges. */
    public ModelAsset {
        reads = List.copyOf(reads);
        if (outcome == Outcome.JUDGES_BAD) {
            throw new IllegalArgumentException("asset " + name + " judges; only a check does");
        }
    }
}
