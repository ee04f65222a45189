package orquesta.resource;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import orquesta.asset.AssetKey;
import orquesta.text.Nearest;
import orquesta.text.Problem;

/**
 * Where the values of each asset of a pipeline are kept. Immutable.
 *
 * @param all those of which nothing else is said
 * @param some by the name of their asset
 */
public record ValuePlaces(ValuePlace all, Map<String, ValuePlace> some) {
    /** Files in the home, for all. */
    public static final ValuePlaces FILES = new ValuePlaces(ValuePlace.files(), Map.of());

    public ValuePlaces {
        some = Collections.unmodifiableMap(new TreeMap<>(some));
    }

    /** Where the values of an asset are kept. */
    public ValuePlace of(String asset) {
        return some.getOrDefault(asset, all);
    }

    /** The same with another place for those of which nothing else is said. */
    public ValuePlaces with(ValuePlace place) {
        return new ValuePlaces(place, some);
    }

    /** The same with another place for one asset. */
    public ValuePlaces with(String asset, ValuePlace place) {
        Map<String, ValuePlace> changed = new TreeMap<>(some);
        changed.put(asset, place);
        return new ValuePlaces(all, changed);
    }

    /** A problem for each asset that is not among the known ones. */
    public List<Problem> unknown(Collection<AssetKey> known) {
        List<String> names = known.stream().map(AssetKey::name).toList();
        return some.keySet().stream()
                .filter(asset -> !names.contains(asset))
                .map(asset -> Problem.at(asset, "values.unknown_asset", asset, Nearest.clue(asset, names)))
                .toList();
    }
}
