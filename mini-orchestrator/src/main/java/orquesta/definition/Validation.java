package orquesta.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckKey;
import orquesta.asset.Effort;
import orquesta.asset.RetryPolicy;
import orquesta.asset.ValueForm;
import orquesta.resource.Resource;
import orquesta.schedule.Schedule;
import orquesta.selection.Selection;
import orquesta.signature.NeedResolver;
import orquesta.text.Durations;
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
    private final Map<String, Resource<?>> resources = new LinkedHashMap<>();
    private final Map<String, Job> jobs = new TreeMap<>();
    private final Map<String, Schedule> schedules = new TreeMap<>();
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
        assets.values().forEach(this::requireForms);
        AssetGraph graph = new AssetGraph(assets.values());
        requireNoCycle(graph);
        jobs.values().forEach(job -> requireKnown(job, graph));
        schedules.values().forEach(this::requireSound);
        problems.addAll(definitions.values.unknown(assets.keySet()));
        assets.values().forEach(asset -> requireEffort(asset.declaredAt(), asset.effort()));
        jobs.values().forEach(job -> requireEffort(job.name(), job.effort()));
        List<Problem> warnings = new TreeSet<>(resources.keySet())
                .stream()
                        .filter(resource -> !borrowed.contains(resource))
                        .map(resource -> Problem.at(resource, "resource.unused", resource))
                        .toList();
        Map<AssetKey, List<CheckDefinition>> judging = checks.values().stream()
                .collect(Collectors.groupingBy(check -> check.key().asset()));
        return new Pipeline(
                name, graph, judging, resources, jobs, schedules, definitions.pools, definitions.values, warnings);
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
        for (Definitions.NamedResource resource : definitions.resources) {
            if (resources.putIfAbsent(resource.name(), resource.recipe()) != null) {
                report(resource.name(), "resource.twice", resource.name());
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
    }

    private void resolve() {
        NeedResolver resolver = new NeedResolver(assets, resources, problems);
        assets.replaceAll((key, asset) -> asset.needing(resolver.resolve(asset.declaredAt(), asset.needs())));
        checks.values().removeIf(check -> !judgesAnAsset(check));
        checks.replaceAll((key, check) -> check.needing(resolver.resolve(check.declaredAt(), check.needs())));
        borrowed.addAll(resolver.borrowed());
    }

    private boolean judgesAnAsset(CheckDefinition check) {
        boolean known = assets.containsKey(check.key().asset());
        if (!known) {
            problems.add(NeedResolver.unknown(
                    check.declaredAt(),
                    "check.unknown_asset",
                    Names.camel(check.key().asset().name()),
                    assets.keySet().stream().map(key -> Names.camel(key.name())).toList()));
        }
        return known;
    }

    private void requireForms(AssetDefinition asset) {
        if (ValueForm.of(asset.returns()).isEmpty()) {
            report(asset.declaredAt(), "asset.type", ValueForm.nameOf(asset.returns()));
        }
    }

    private void requireNoCycle(AssetGraph graph) {
        List<List<AssetKey>> cycles = graph.cycles();
        cycles.forEach(cycle -> report(graph.definition(cycle.get(0)).declaredAt(), "asset.cycle", arrows(cycle)));
        if (cycles.isEmpty() && !readsBelow(graph)) {
            for (List<PublishOrder.Moment> wait : new PublishOrder(graph, checks.values()).cycles()) {
                String path = wait.stream().map(PublishOrder.Moment::toString).collect(Collectors.joining(" → "));
                report(wait.get(0).toString(), "check.wait_cycle", path);
            }
        }
    }

    /** Whether a check reads what stands below the asset that it judges: the plainest way to wait for ever, so it is said so. */
    private boolean readsBelow(AssetGraph graph) {
        boolean found = false;
        for (CheckDefinition check : checks.values()) {
            AssetKey judged = check.key().asset();
            for (AssetKey read : check.reads()) {
                List<AssetKey> path = graph.path(judged, read);
                if (path.size() > 1) {
                    report(check.declaredAt(), "check.reads_below", read, judged, arrows(path));
                    found = true;
                }
            }
        }
        return found;
    }

    private void requireEffort(String place, Effort effort) {
        RetryPolicy retries = effort.retries();
        if (retries.times() < 0 || !(retries.factor() >= 1)) {
            report(place, "effort.retries", retries.times(), retries.factor());
        }
        if (effort.timeout() != null && effort.timeout().toMillis() <= 0) {
            report(place, "effort.timeout", Durations.text(effort.timeout()));
        }
        if (!effort.pool().isEmpty() && !definitions.pools.containsKey(effort.pool())) {
            Object known = Nearest.clue(effort.pool(), definitions.pools.keySet());
            report(place, "pool.unknown", effort.pool(), known);
        }
    }

    private void requireKnown(Job job, AssetGraph graph) {
        try {
            Names.requireKey(job.name(), job.name());
            Selection.resolve(job.selection(), graph);
        } catch (UserException e) {
            e.problems().forEach(problem -> problems.add(new Problem(job.name(), problem.message())));
        }
    }

    private void requireSound(Schedule schedule) {
        try {
            Names.requireKey(schedule.name(), schedule.name());
            schedule.timing();
        } catch (UserException e) {
            e.problems().forEach(problem -> problems.add(new Problem(schedule.name(), problem.message())));
        }
        if (!jobs.containsKey(schedule.job())) {
            report(schedule.name(), "job.unknown", schedule.job(), Nearest.clue(schedule.job(), jobs.keySet()));
        }
    }

    private static String arrows(List<AssetKey> path) {
        return path.stream().map(AssetKey::name).collect(Collectors.joining(" → "));
    }

    private void report(String place, String key, Object... args) {
        problems.add(Problem.at(place, key, args));
    }
}
