package orquesta.autograder.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.Effort;
import orquesta.asset.RetryPolicy;
import orquesta.autograder.child.ClassNames;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.schedule.Schedule;

/** What definitions say, in plain values. */
final class DeclaredFacts {
    private DeclaredFacts() {}

    static Map<String, Object> of(Pipeline pipeline) {
        Map<String, Object> assets = new LinkedHashMap<>();
        List<Object> checks = new ArrayList<>();
        for (AssetKey key : pipeline.graph().keys()) {
            AssetDefinition asset = pipeline.graph().definition(key);
            Map<String, Object> facts = new LinkedHashMap<>(effort(asset.effort()));
            facts.put("reads", names(asset.reads()));
            facts.put("partitions", asset.partitions().toString());
            facts.put("returns", asset.returns().getTypeName());
            facts.put("description", asset.labels().description());
            assets.put(key.name(), facts);
            pipeline.checksOf(key).forEach(check -> checks.add(check(check)));
        }
        Map<String, Object> jobs = new LinkedHashMap<>();
        pipeline.jobs().forEach((name, job) -> jobs.put(name, job(job)));
        Map<String, Object> schedules = new LinkedHashMap<>();
        pipeline.schedules().forEach((name, schedule) -> schedules.put(name, schedule(schedule)));
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("assets", assets);
        all.put("checks", checks);
        all.put("jobs", jobs);
        all.put("schedules", schedules);
        return all;
    }

    private static Map<String, Object> effort(Effort effort) {
        RetryPolicy retries = effort.retries();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("times", retries.times());
        facts.put("delay", retries.delay());
        facts.put("factor", retries.factor());
        facts.put("cap", retries.cap());
        facts.put("never", retries.never().stream().map(ClassNames::of).toList());
        facts.put("pool", effort.pool());
        return facts;
    }

    private static Map<String, Object> check(CheckDefinition check) {
        return Map.of(
                "name", check.key().name(),
                "asset", check.key().asset().name(),
                "blocking", check.blocking(),
                "reads", names(check.reads()));
    }

    private static Map<String, Object> job(Job job) {
        Map<String, Object> facts = new LinkedHashMap<>(effort(job.effort()));
        facts.put("selections", job.selections());
        return facts;
    }

    private static Map<String, Object> schedule(Schedule schedule) {
        return Map.of(
                "expression", schedule.expression(),
                "zone", schedule.zone(),
                "job", schedule.job(),
                "missed", schedule.missed().name());
    }

    private static List<String> names(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::name).toList();
    }
}
