package orquesta.autograder.pipeline;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import orquesta.definition.Pipeline;
import orquesta.resource.Profile;
import orquesta.resource.Resource;

/** The resources of a pipeline, each counted by its name: the recipe that is declared, and those that profiles set in its place. */
final class CountedResources {
    private final Map<String, CountedResource<?>> byName = new LinkedHashMap<>();

    CountedResources(Map<String, Resource<?>> recipes) {
        recipes.forEach((name, recipe) -> byName.put(name, CountedResource.of(recipe)));
    }

    /** The pipeline whose resources these are, with each of them counted. */
    Pipeline in(Pipeline whole) {
        Map<String, Profile> profiles = new TreeMap<>(whole.profiles());
        profiles.replaceAll((name, profile) -> new Profile(counted(profile.resources()), profile.values()));
        return new Pipeline(
                whole.name(),
                whole.graph(),
                whole.checks(),
                counted(whole.resources()),
                whole.jobs(),
                whole.schedules(),
                whole.sensors(),
                whole.alerts(),
                whole.pools(),
                whole.values(),
                profiles,
                whole.warnings());
    }

    private Map<String, Resource<?>> counted(Map<String, Resource<?>> recipes) {
        Map<String, Resource<?>> counted = new LinkedHashMap<>();
        recipes.forEach((name, recipe) ->
                counted.put(name, requireNonNull(byName.get(name)).instead(recipe)));
        return counted;
    }

    /** {@code {"base": {"type": "Connection", "opened": 1, "closed": 1}}} */
    Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        byName.forEach((name, resource) -> counts.put(
                name,
                Map.of(
                        "type", resource.type().getSimpleName(),
                        "opened", resource.opened().get(),
                        "closed", resource.closed().get())));
        return counts;
    }
}
