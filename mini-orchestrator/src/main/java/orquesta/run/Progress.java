package orquesta.run;

import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.asset.StepKey;
import orquesta.event.Materialization;
import orquesta.event.State;

/** How far one step of a run is. Only {@link Execution} changes it. */
final class Progress {
    final StepKey key;
    /** The assets that it still waits for: an asset waits until they are published, a check until they are written. */
    final Set<AssetKey> waitsFor = new TreeSet<>();
    /** The checks of an asset that have not ended. */
    final Set<CheckKey> openChecks = new TreeSet<>();

    State state = State.PLANNED;
    int attempt = 0;
    /** The event that led to its state. */
    Journal.@Nullable Entry last;
    /** What an asset wrote; null before. */
    @Nullable
    Materialization written;
    /** The first blocking check of an asset that did not pass. */
    @Nullable
    Progress objection;
    /** The warning checks of an asset that did not pass, by name: they end in any order. */
    final NavigableMap<String, Progress> warnings = new TreeMap<>();

    Progress(StepKey key) {
        this.key = key;
    }
}
