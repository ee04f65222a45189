package orquesta.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.alert.Alert;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.resource.Profile;
import orquesta.schedule.Schedule;
import orquesta.selection.Selection;
import orquesta.sensor.Sensor;
import orquesta.signature.NeedResolver;
import orquesta.soundness.EffortRules;
import orquesta.soundness.GraphRules;
import orquesta.soundness.PartitionRules;
import orquesta.text.Names;
import orquesta.text.Nearest;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Judges definitions whole: every problem is found in one go, each with its place, what was found and the remedy. */
final class Validation {
    private final Definitions definitions;
    private final List<Problem> problems;
    private final Map<AssetKey, AssetDefinition> assets = new TreeMap<>();
    private final Map<CheckKey, CheckDefinition> checks = new TreeMap<>();
    private final Map<String, Job> jobs = new TreeMap<>();
    private final Map<String, Schedule> schedules = new TreeMap<>();
    private final Map<String, Sensor> sensors = new TreeMap<>();
    private final Set<String> borrowed = new TreeSet<>();

    Validation(Definitions definitions) {
        this.definitions = definitions;
        this.problems = new ArrayList<>(definitions.problems);
    }

    List<Problem> problems() {
        return problems;
    }

    Pipeline pipeline(String name) {
        collect();
        resolve();
        AssetGraph graph = new AssetGraph(assets.values());
        new GraphRules(graph, checks.values(), problems).judge();
        jobs.values().forEach(job -> requireKnown(job, graph));
        schedules.values().forEach(schedule -> requireSound(schedule.name(), schedule.job(), schedule::timing));
        sensors.values().forEach(sensor -> requireSound(sensor.name(), sensor.job(), sensor::every));
        definitions.resources.keySet().forEach(resource -> judge(resource, () -> {}));
        problems.addAll(definitions.values.problems(assets.keySet()));
        definitions.profiles.forEach((profile, changes) ->
                problems.addAll(changes.problems(profile, definitions.resources, assets.keySet())));
        problems.addAll(Alert.problems(
                definitions.alerts, assets.keySet().stream().map(AssetKey::name).toList(), jobs.keySet()));
        EffortRules efforts = new EffortRules(definitions.pools.keySet(), problems);
        assets.values().forEach(asset -> efforts.judge(asset.declaredAt(), asset.effort()));
        jobs.values().forEach(job -> efforts.judge(job.name(), job.effort()));
        Set<String> unused = new TreeSet<>(definitions.resources.keySet());
        unused.removeAll(borrowed);
        List<Problem> warnings = unused.stream()
                .map(each -> Problem.at(each, "resource.unused", each))
                .toList();
        Map<AssetKey, List<CheckDefinition>> judging = checks.values().stream()
                .collect(Collectors.groupingBy(check -> check.key().asset()));
        return new Pipeline(
                name,
                graph,
                judging,
                definitions.resources,
                jobs,
                schedules,
                sensors,
                definitions.alerts,
                definitions.pools,
                definitions.values,
                definitions.profiles,
                warnings);
    }

    private void collect() {
        for (AssetDefinition asset : definitions.assets) {
            AssetDefinition first = assets.putIfAbsent(asset.key(), asset);
            if (first != null) {
                report(asset.declaredAt(), "asset.twice", asset.key(), first.declaredAt());
            }
        }
        for (CheckDefinition check : definitions.checks) {
            CheckDefinition first = checks.putIfAbsent(check.key(), check);
            if (first != null) {
                report(check.declaredAt(), "check.twice", check.key(), first.declaredAt());
            }
        }
        for (Job job : definitions.jobs) {
            if (jobs.putIfAbsent(job.name(), job) != null) {
                report(job.name(), "job.twice", job.name());
            }
        }
        for (Schedule schedule : definitions.schedules) {
            if (schedules.putIfAbsent(schedule.name(), schedule) != null) {
                report(schedule.name(), "schedule.twice", schedule.name());
            }
        }
        for (Sensor sensor : definitions.sensors) {
            if (schedules.containsKey(sensor.name()) || sensors.putIfAbsent(sensor.name(), sensor) != null) {
                report(sensor.name(), "sensor.twice", sensor.name());
            }
        }
    }

    private void resolve() {
        PartitionRules partitions = new PartitionRules(definitions.partitions, problems);
        assets.replaceAll((key, asset) -> partitions.resolve(asset));
        NeedResolver resolver = new NeedResolver(assets, definitions.resources, problems);
        assets.replaceAll((key, asset) -> asset.needing(resolver.resolve(asset.declaredAt(), asset.needs())));
        checks.values().removeIf(check -> !judgesAnAsset(check));
        checks.replaceAll((key, check) -> check.needing(resolver.resolve(check.declaredAt(), check.needs())));
        partitions.judge(assets, checks.values());
        borrowed.addAll(resolver.borrowed());
    }

    private boolean judgesAnAsset(CheckDefinition check) {
        boolean known = assets.containsKey(check.key().asset());
        if (!known) {
            String judged = Names.camel(check.key().asset().name());
            List<String> there =
                    assets.keySet().stream().map(key -> Names.camel(key.name())).toList();
            problems.add(NeedResolver.unknown(check.declaredAt(), "check.unknown_asset", judged, there));
        }
        return known;
    }

    private void requireKnown(Job job, AssetGraph graph) {
        judge(job.name(), () -> {
            Selection.resolve(job.selection(), graph);
            Profile.require(job.profile(), definitions.profiles.keySet());
        });
    }

    /** Its name must be a key, whatever else there is to say against it. */
    private void judge(String named, Runnable rules) {
        try {
            Names.requireKey(named, named);
            rules.run();
        } catch (UserException e) {
            e.problems().forEach(problem -> problems.add(new Problem(named, problem.message())));
        }
    }

    private void requireSound(String trigger, String job, Runnable reads) {
        judge(trigger, reads);
        if (!jobs.containsKey(job)) {
            report(trigger, "job.unknown", job, Nearest.clue(job, jobs.keySet()));
        }
    }

    private void report(String place, String key, Object... args) {
        problems.add(Problem.at(place, key, args));
    }
}
