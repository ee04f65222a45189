package orquesta.resource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.text.Nearest;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * What is other in one place where a pipeline runs, such as production: some recipes of resources, and where values are kept. No
 * asset knows it.
 *
 * <pre>{@code
 * .profile("prod", Profile.of().resource("base", Resource.at("/srv/ventas.db", ...)).values(ValuePlace.postgres("VENTAS_DB")))
 * }</pre>
 *
 * @param resources instead of those of the same names
 * @param values where values are kept; null as without the profile
 */
public record Profile(
        Map<String, Resource<?>> resources, @Nullable ValuePlaces values) {
    public Profile {
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    }

    /** Begins a profile in which nothing is other. */
    public static Profile of() {
        return new Profile(Map.of(), null);
    }

    /** Another recipe for a resource of the pipeline; steps borrow it as the same type. */
    public Profile resource(String name, Resource<?> recipe) {
        Map<String, Resource<?>> more = new LinkedHashMap<>(resources);
        more.put(name, recipe.named(name));
        return new Profile(more, values);
    }

    /** Another place for the values of all assets, but of those of which something else is said. */
    public Profile values(ValuePlace place) {
        return new Profile(resources, (values == null ? ValuePlaces.FILES : values).with(place));
    }

    /** Another place for the values of one asset. */
    public Profile values(String asset, ValuePlace place) {
        return new Profile(resources, (values == null ? ValuePlaces.FILES : values).with(asset, place));
    }

    /** The recipes of a pipeline, as they are in this profile. */
    public Map<String, Resource<?>> over(Map<String, Resource<?>> recipes) {
        Map<String, Resource<?>> changed = new LinkedHashMap<>(recipes);
        resources.forEach((name, recipe) -> changed.put(name, placed(recipe, recipes.get(name))));
        return changed;
    }

    /** Starts where the recipe that it replaces starts, and keeps what was set from outside. */
    private static Resource<?> placed(Resource<?> recipe, @Nullable Resource<?> replaced) {
        if (replaced == null) {
            return recipe;
        }
        Path root = replaced.root();
        String given = replaced.given();
        Resource<?> placed = root == null ? recipe : recipe.from(root);
        return given == null ? placed : placed.set(given);
    }

    /**
     * Says that a profile is not there.
     *
     * @param name empty for none, which is always there
     * @throws UserException with the nearest
     */
    public static void require(String name, Collection<String> known) {
        if (!name.isEmpty() && !known.contains(name)) {
            throw new UserException("", "profile.unknown", name, Nearest.clue(name, known));
        }
    }

    /** What is wrong with it in a pipeline that has these resources and assets. */
    public List<Problem> problems(String name, Map<String, Resource<?>> recipes, Collection<AssetKey> assets) {
        List<Problem> problems = new ArrayList<>();
        resources.forEach((resource, recipe) -> {
            Resource<?> known = recipes.get(resource);
            if (known == null) {
                Object near = Nearest.clue(resource, recipes.keySet());
                problems.add(Problem.at(name, "resource.unknown", resource, near));
            } else if (!known.type().isAssignableFrom(recipe.type())) {
                String wanted = known.type().getSimpleName();
                problems.add(
                        Problem.at(name, "profile.type", resource, recipe.type().getSimpleName(), wanted));
            }
        });
        if (values != null) {
            values.problems(assets).forEach(problem -> problems.add(new Problem(name, problem.message())));
        }
        return problems;
    }
}
