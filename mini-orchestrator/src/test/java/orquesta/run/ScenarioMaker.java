package orquesta.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import orquesta.run.Scenario.SimAsset;
import orquesta.run.Scenario.SimCheck;
import orquesta.run.Scenario.SimRun;
import orquesta.run.model.Outcome;

/** Makes scenarios from seeds: mostly small graphs, now and then one of forty tasks. */
final class ScenarioMaker {
    private static final int MOST_TASKS = 40;

    private final Random chance;
    private int tasks = 0;

    private ScenarioMaker(long seed) {
        this.chance = new Random(seed);
    }

    static Scenario make(long seed) {
        return new ScenarioMaker(seed * 0x9E3779B97F4A7C15L).scenario(seed);
    }

    private Scenario scenario(long seed) {
        int most = oneIn(20) ? MOST_TASKS : 3 + chance.nextInt(9);
        List<SimAsset> assets = new ArrayList<>();
        while (tasks < most) {
            assets.add(asset(assets.size(), most));
        }
        int count = oneIn(3) ? 2 + chance.nextInt(2) : 1;
        List<SimRun> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(run(assets));
        }
        return new Scenario(List.copyOf(assets), List.copyOf(runs), count > 1 && oneIn(2), seed);
    }

    private boolean oneIn(int many) {
        return chance.nextInt(many) == 0;
    }

    private SimAsset asset(int number, int most) {
        tasks++;
        int failures = oneIn(3) ? 1 + chance.nextInt(3) : 0;
        Outcome outcome = oneIn(8) ? Outcome.SKIPS : Outcome.SUCCEEDS;
        Set<Integer> reads = some(number, 3);
        List<SimCheck> checks = new ArrayList<>();
        for (int k = chance.nextInt(3); k > 0 && tasks < most; k--) {
            checks.add(check(k, number));
        }
        return new SimAsset(
                number, reads, failures, oneIn(3), outcome, chance.nextInt(3), oneIn(3), oneIn(6), List.copyOf(checks));
    }

    private SimCheck check(int k, int number) {
        tasks++;
        Outcome outcome = Outcome.SUCCEEDS;
        if (oneIn(3)) {
            outcome = List.of(Outcome.JUDGES_BAD, Outcome.THROWS, Outcome.SKIPS).get(chance.nextInt(3));
        }
        return new SimCheck(k, oneIn(2) ? some(number, 2) : Set.of(), chance.nextBoolean(), outcome);
    }

    /** Some of the assets before this one. */
    private Set<Integer> some(int before, int most) {
        Set<Integer> some = new TreeSet<>();
        for (int i = chance.nextInt(most + 1); i > 0 && before > 0; i--) {
            some.add(chance.nextInt(before));
        }
        return some;
    }

    private SimRun run(List<SimAsset> assets) {
        Set<Integer> selected = new TreeSet<>();
        boolean all = oneIn(2);
        assets.stream().filter(asset -> all || !oneIn(3)).forEach(asset -> selected.add(asset.number()));
        int cancelAfter = oneIn(8) ? chance.nextInt(12) : -1;
        int crashAfter = oneIn(5) ? 1 + chance.nextInt(20) : -1;
        return new SimRun(selected, 1 + chance.nextInt(4), cancelAfter, crashAfter);
    }
}
