package orquesta.resource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.text.Nearest;
import orquesta.text.Problem;

/**
 * Where the values of each asset of a pipeline are kept. Immutable.
 *
 * @param all those of which nothing else is said
 * @param some by the name of their asset
 * @param root where relative paths start; null until somebody says
 */
public record ValuePlaces(
        ValuePlace all,
        Map<String, ValuePlace> some,
        @Nullable Path root) {
    /** Files in the home, for all. */
    public static final ValuePlaces FILES = new ValuePlaces(ValuePlace.files(), Map.of(), null);

    public ValuePlaces {
        some = Collections.unmodifiableMap(new TreeMap<>(some));
    }

    /** Where the values of an asset are kept. */
    public ValuePlace of(String asset) {
        return some.getOrDefault(asset, all);
    }

    /** The same with another place for those of which nothing else is said. */
    public ValuePlaces with(ValuePlace place) {
        return new ValuePlaces(place, some, root);
    }

    /** The same with another place for one asset. */
    public ValuePlaces with(String asset, ValuePlace place) {
        Map<String, ValuePlace> changed = new TreeMap<>(some);
        changed.put(asset, place);
        return new ValuePlaces(all, changed, root);
    }

    /** The same with relative paths starting at a folder. */
    public ValuePlaces from(Path folder) {
        return new ValuePlaces(all, some, folder);
    }

    /** The places of a profile instead of these, if it has any; paths start where they did. */
    public ValuePlaces in(@Nullable ValuePlaces profile) {
        return profile == null ? this : new ValuePlaces(profile.all, profile.some, root);
    }

    /** Where a file of DuckDB is: an absolute path. */
    public Path path(ValuePlace.DuckDb place) {
        Path start = root == null ? PipelineRoot.here() : root;
        return start.resolve(place.file()).toAbsolutePath().normalize();
    }

    /** What is wrong in a pipeline that has these assets: names of others, and files that are none. */
    public List<Problem> problems(Collection<AssetKey> known) {
        List<String> names = known.stream().map(AssetKey::name).toList();
        List<Problem> problems = new ArrayList<>();
        some.keySet().stream()
                .filter(asset -> !names.contains(asset))
                .forEach(asset ->
                        problems.add(Problem.at(asset, "values.unknown_asset", asset, Nearest.clue(asset, names))));
        Stream.concat(Stream.of(all), some.values().stream())
                .filter(place -> place instanceof ValuePlace.DuckDb duck && duck.isNoFile())
                .map(place -> ((ValuePlace.DuckDb) place).file())
                .distinct()
                .forEach(file -> problems.add(Problem.at(file, "values.no_file", file)));
        return problems;
    }
}
