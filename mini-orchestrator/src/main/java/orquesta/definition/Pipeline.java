package orquesta.definition;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orquesta.alert.Alert;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.asset.Effort;
import orquesta.asset.Need;
import orquesta.asset.StepKey;
import orquesta.resource.Profile;
import orquesta.resource.Resource;
import orquesta.resource.ValuePlaces;
import orquesta.schedule.Schedule;
import orquesta.selection.Selection;
import orquesta.sensor.Sensor;
import orquesta.soundness.PublishOrder;
import orquesta.text.Nearest;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * Definitions that were found sound: every need is resolved, the graph has no cycle. Immutable.
 *
 * @param pools how many tasks may run at once in each pool
 * @param values where the values of assets are kept
 * @param profiles what is other in each place where it runs, by name
 */
public record Pipeline(
        String name,
        AssetGraph graph,
        Map<AssetKey, List<CheckDefinition>> checks,
        Map<String, Resource<?>> resources,
        Map<String, Job> jobs,
        Map<String, Schedule> schedules,
        Map<String, Sensor> sensors,
        List<Alert> alerts,
        Map<String, Integer> pools,
        ValuePlaces values,
        Map<String, Profile> profiles,
        List<Problem> warnings) {
    public Pipeline {
        checks = Collections.unmodifiableMap(new TreeMap<>(checks));
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        jobs = Collections.unmodifiableMap(new TreeMap<>(jobs));
        schedules = Collections.unmodifiableMap(new TreeMap<>(schedules));
        sensors = Collections.unmodifiableMap(new TreeMap<>(sensors));
        alerts = List.copyOf(alerts);
        pools = Collections.unmodifiableMap(new TreeMap<>(pools));
        profiles = Collections.unmodifiableMap(new TreeMap<>(profiles));
        warnings = List.copyOf(warnings);
    }

    /** The same pipeline in one of its profiles, once and for all; in an empty one as it is. An unknown one is an error with the nearest name. */
    public Pipeline in(String profile) {
        if (profile.isEmpty()) {
            return this;
        }
        Profile found = known(profiles, profile, "--profile", "profile.unknown");
        ValuePlaces places = values.in(found.values());
        Map<String, Resource<?>> other = found.over(resources);
        return new Pipeline(
                name, graph, checks, other, jobs, schedules, sensors, alerts, pools, places, Map.of(), warnings);
    }

    /** The profile that runs of a job are in; empty if it names none, or if this pipeline is in one already. */
    public String profileOf(String job) {
        Job found = jobs.get(job);
        return found == null || profiles.isEmpty() ? "" : found.profile();
    }

    /** The checks that judge an asset, by name. */
    public List<CheckDefinition> checksOf(AssetKey asset) {
        return checks.getOrDefault(asset, List.of());
    }

    /** The definition of a check of this pipeline. */
    public CheckDefinition check(CheckKey key) {
        return checksOf(key.asset()).stream()
                .filter(check -> check.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** What a step needs, in the order of its parameters. */
    public List<Need> needsOf(StepKey key) {
        return key instanceof CheckKey check
                ? check(check).needs()
                : graph.definition(key.asset()).needs();
    }

    /** What waits for what when checks hold assets back. */
    public PublishOrder publishOrder() {
        return new PublishOrder(
                graph, checks.values().stream().flatMap(List::stream).toList());
    }

    /** What a job runs; an unknown job is an error with the nearest name. */
    public Selection job(String job) {
        return known(jobs, job, "--job", "job.unknown").selection();
    }

    /** How hard the runs of a job try where an asset says nothing; without a job once. */
    public Effort effortOf(String job) {
        Job found = jobs.get(job);
        return found == null ? Effort.PLAIN : found.effort();
    }

    /** When the time of a run of a job is up that begins now; null if never. */
    public @Nullable Instant deadlineOf(String job, Instant now) {
        Job found = jobs.get(job);
        return found == null || found.timeout() == null ? null : now.plus(found.timeout());
    }

    /** The same pipeline with resources pointed elsewhere: {@code --set name=value}. */
    public Pipeline with(Map<String, String> settings) {
        Map<String, Resource<?>> changed = new LinkedHashMap<>(resources);
        settings.forEach((resource, value) -> {
            Resource<?> recipe = known(resources, resource, "--set", "resource.unknown");
            changed.put(resource, recipe.set(value));
        });
        return over(graph, changed);
    }

    /** The same pipeline with its relative paths, those of resources, of values and of files that it reads, starting at a folder. */
    public Pipeline from(Path folder) {
        Map<String, Resource<?>> placed = new LinkedHashMap<>();
        resources.forEach((resource, recipe) -> placed.put(resource, recipe.from(folder)));
        return over(graph, placed).readingFrom(folder);
    }

    /** The same without resources: of the folders from which files are read the first counts, of those of values the last. */
    public Pipeline readingFrom(Path folder) {
        AssetGraph placed = new AssetGraph(graph.keys().stream()
                .map(key -> graph.definition(key).from(folder))
                .toList());
        Map<AssetKey, List<CheckDefinition>> judging = new TreeMap<>(checks);
        judging.replaceAll(
                (key, all) -> all.stream().map(check -> check.from(folder)).toList());
        List<Alert> told = alerts.stream().map(alert -> alert.from(folder)).toList();
        ValuePlaces places = values.from(folder);
        return new Pipeline(
                name, placed, judging, resources, jobs, schedules, sensors, told, pools, places, profiles, warnings);
    }

    /** The same pipeline with other code behind its assets, and other recipes behind its resources. */
    public Pipeline over(AssetGraph assets, Map<String, Resource<?>> recipes) {
        return new Pipeline(
                name, assets, checks, recipes, jobs, schedules, sensors, alerts, pools, values, profiles, warnings);
    }

    private static <T> T known(Map<String, T> all, String name, String option, String problem) {
        T found = all.get(name);
        if (found == null) {
            throw new UserException(option, problem, name, Nearest.clue(name, all.keySet()));
        }
        return found;
    }
}
