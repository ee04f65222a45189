package orquesta.soundness;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.Need;
import orquesta.asset.ValueForm;
import orquesta.partition.Partition;
import orquesta.partition.Partitions;
import orquesta.text.Nearest;
import orquesta.text.Problem;

/** Finds the partitions that assets name, and what steps cannot do with them. */
public final class PartitionRules {
    private final Map<String, Partitions> declared;
    private final List<Problem> problems;

    /** @param problems gets what is wrong */
    public PartitionRules(Map<String, Partitions> declared, List<Problem> problems) {
        this.declared = declared;
        this.problems = problems;
        declared.values().forEach(partitions -> problems.addAll(partitions.problems()));
    }

    /** The asset with the partitions that it names. */
    public AssetDefinition resolve(AssetDefinition asset) {
        String name = asset.partitions().name();
        if (name.isEmpty()) {
            return asset;
        }
        if (!declared.containsKey(name)) {
            Object known = Nearest.clue(name, declared.keySet());
            problems.add(Problem.at(asset.declaredAt(), "partition.undeclared", name, known));
            return asset.in(Partitions.NONE);
        }
        return asset.in(requireNonNull(declared.get(name)));
    }

    /** Whether each asset and check can read what it says. */
    public void judge(Map<AssetKey, AssetDefinition> assets, Iterable<CheckDefinition> checks) {
        for (AssetDefinition asset : assets.values()) {
            judge(asset.declaredAt(), asset.partitions(), asset.needs(), assets);
            judgeBefore(asset.declaredAt(), asset.needs(), key -> false, assets);
        }
        for (CheckDefinition check : checks) {
            Partitions own = requireNonNull(assets.get(check.key().asset())).partitions();
            judge(check.declaredAt(), own, check.needs(), assets);
            judgeBefore(
                    check.declaredAt(),
                    check.needs(),
                    key -> key.equals(check.key().asset()),
                    assets);
            if (check.needs().get(0) instanceof Need.Upstream judged && judged.readsBefore()) {
                problems.add(Problem.at(check.declaredAt(), "partition.judges_before", judged.key()));
            }
        }
    }

    /** What was there before of an asset without partitions is something that only a check of it can know. */
    private void judgeBefore(
            String place, List<Need> needs, Predicate<AssetKey> own, Map<AssetKey, AssetDefinition> assets) {
        needs.stream()
                .filter(need -> need instanceof Need.Upstream upstream && upstream.readsBefore())
                .map(need -> ((Need.Upstream) need).key())
                .filter(own.negate())
                .filter(key -> requireNonNull(assets.get(key)).partitions().isNone())
                .forEach(key -> problems.add(Problem.at(place, "partition.before", key)));
    }

    private void judge(String place, Partitions own, List<Need> needs, Map<AssetKey, AssetDefinition> assets) {
        for (Need need : needs) {
            if (need instanceof Need.Reserved && need.type() == Partition.class && own.isNone()) {
                problems.add(Problem.at(place, "partition.none", need.name()));
            } else if (need instanceof Need.Upstream upstream) {
                Partitions read = requireNonNull(assets.get(upstream.key())).partitions();
                if (read.areManyFor(own, upstream.mapping()) && !isTable(upstream.type())) {
                    problems.add(
                            Problem.at(place, "partition.many", upstream.key(), ValueForm.nameOf(upstream.type())));
                }
            }
        }
    }

    private static boolean isTable(Type type) {
        return ValueForm.of(type).equals(Optional.of(ValueForm.TABLE));
    }
}
