package orquesta.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.RunRequest;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.StepFunction;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.text.Durations;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/**
 * Faults that somebody asks for: {@code fail:ventas@2,slow:productos=20s}. The first two computations of {@code ventas} fail,
 * each of {@code productos} waits 20 seconds first. Nothing is left to chance: the same text gives the same faults.
 */
public final class Chaos {
    private static final Pattern FAIL = Pattern.compile("fail:(\\w+)(?:@([1-9]\\d{0,5}))?");
    private static final Pattern SLOW = Pattern.compile("slow:(\\w+)=(\\S+)");

    /** No fault at all. */
    public static final Chaos NONE = new Chaos("");

    private final String text;
    private final Map<String, List<Fault>> faults = new TreeMap<>();

    private Chaos(String text) {
        this.text = text;
    }

    /**
     * Reads what is asked for; an empty text is no fault.
     *
     * @throws UserException if a part is neither a failure nor a wait
     */
    public static Chaos parse(String text) {
        Chaos chaos = new Chaos(text.strip());
        for (String part : text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*")) {
            chaos.add(part);
        }
        return chaos;
    }

    private void add(String part) {
        Matcher fail = FAIL.matcher(part);
        Matcher slow = SLOW.matcher(part);
        if (fail.matches()) {
            int times = fail.group(2) == null ? -1 : Integer.parseInt(fail.group(2));
            put(fail.group(1), new Fault.Failing(times, new AtomicInteger()));
        } else if (slow.matches() && Durations.parse(slow.group(2)).isPresent()) {
            put(slow.group(1), new Fault.Slow(Durations.parse(slow.group(2)).orElseThrow()));
        } else {
            throw new UserException("--chaos", "chaos.unknown", part);
        }
    }

    private void put(String asset, Fault fault) {
        faults.computeIfAbsent(asset, key -> new ArrayList<>()).add(fault);
    }

    public boolean isNone() {
        return faults.isEmpty();
    }

    /** A request to run again what had faults in it, without them: they were part of the command, not of the definitions. */
    public static RunRequest without(RunRequest again) {
        Fact.Origin origin = again.origin();
        return again.from(new Fact.Origin(origin.folder(), origin.settings(), origin.profile(), ""));
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    /**
     * The same pipeline with these faults in it.
     *
     * @throws UserException if it has no asset of a name
     */
    public Pipeline over(Pipeline pipeline) {
        if (isNone()) {
            return pipeline;
        }
        List<String> names =
                pipeline.graph().keys().stream().map(AssetKey::name).toList();
        for (String asset : faults.keySet()) {
            if (!names.contains(asset)) {
                throw new UserException("--chaos", "selection.unknown", asset, Nearest.clue(asset, names));
            }
        }
        List<AssetDefinition> assets = pipeline.graph().keys().stream()
                .map(key -> suffering(pipeline.graph().definition(key)))
                .toList();
        return new Pipeline(
                pipeline.name(),
                new AssetGraph(assets),
                pipeline.checks(),
                pipeline.resources(),
                pipeline.jobs(),
                pipeline.schedules(),
                pipeline.sensors(),
                pipeline.alerts(),
                pipeline.pools(),
                pipeline.values(),
                pipeline.profiles(),
                pipeline.warnings());
    }

    private AssetDefinition suffering(AssetDefinition asset) {
        StepFunction code = asset.function();
        for (Fault fault : faults.getOrDefault(asset.key().name(), List.of())) {
            code = fault.over(code);
        }
        return asset.calling(code);
    }
}
