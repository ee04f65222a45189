package orquesta.run.model;

import java.util.List;

/**
 * A check that a run makes.
 *
 * @param name its name, unique among the checks of one asset
 * @param judged the asset of this run that it judges
 * @param reads the other assets of this run that it reads
 * @param blocking true for a blocking check, false for a warning check
 * @param outcome what its code does at its last attempt
 */
public record ModelCheck(String name, String judged, List<String> reads, boolean blocking, Outcome outcome) {
    /** Keeps a copy of what it reads. */
    public ModelCheck {
        reads = List.copyOf(reads);
    }

    /** The check's key: {@code asset#check}. */
    public String key() {
        return judged + "#" + name;
    }
}
