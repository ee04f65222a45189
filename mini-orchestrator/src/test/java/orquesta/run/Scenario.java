package orquesta.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.asset.Effort;
import orquesta.asset.RetryPolicy;
import orquesta.asset.Task;
import orquesta.event.RunId;
import orquesta.plan.PlannedTask;
import orquesta.run.model.ModelAsset;
import orquesta.run.model.ModelCheck;
import orquesta.run.model.ModelRun;
import orquesta.run.model.Outcome;
import orquesta.text.Message;

/**
 * A made-up world: assets, each after all that it reads, and runs over them. Data alone, so that a scenario that fails can be
 * made smaller.
 *
 * @param shares whether its runs may do a part of each other's work
 * @param seed decides how long each attempt takes, and who goes first
 */
record Scenario(List<SimAsset> assets, List<SimRun> runs, boolean shares, long seed) {
    static final Duration LIMIT = Duration.ofMillis(200);
    static final String POOL = "api";
    static final int PLACES = 2;

    /**
     * An asset.
     *
     * @param failures how many attempts throw before the outcome
     * @param hangs whether those attempts take longer than their limit, instead of throwing
     * @param files whether its files are delivered after it is published
     */
    record SimAsset(
            int number,
            Set<Integer> reads,
            int failures,
            boolean hangs,
            Outcome outcome,
            int retries,
            boolean pooled,
            boolean files,
            List<SimCheck> checks) {
        AssetKey key() {
            return new AssetKey("a" + number);
        }

        Task task() {
            return Task.of(key());
        }

        Outcome last() {
            if (failures <= retries) {
                return outcome;
            }
            return hangs ? Outcome.TIMES_OUT : Outcome.THROWS;
        }

        Effort effort() {
            RetryPolicy policy =
                    RetryPolicy.of(retries, Duration.ofMillis(30)).factor(2).cap(Duration.ofMillis(100));
            Effort effort = Effort.PLAIN.retries(policy).timeout(LIMIT);
            return pooled ? effort.pool(POOL) : effort;
        }
    }

    /** A check of an asset, which reads other assets beside it. */
    record SimCheck(int number, Set<Integer> reads, boolean blocking, Outcome outcome) {}

    /**
     * A run over some of the assets.
     *
     * @param cancelAfter after how many transactions somebody asks for it to be stopped; -1 never
     * @param crashAfter after how many transactions its process dies; -1 never
     */
    record SimRun(Set<Integer> selected, int workers, int cancelAfter, int crashAfter) {
        boolean isUndisturbed() {
            return cancelAfter < 0 && crashAfter < 0;
        }
    }

    /** Another scenario with these assets; what reads an asset that is gone reads it no more. */
    Scenario with(List<SimAsset> kept) {
        Set<Integer> left = new TreeSet<>();
        kept.forEach(asset -> left.add(asset.number));
        List<SimAsset> cleaned = kept.stream()
                .map(asset -> new SimAsset(
                        asset.number,
                        both(asset.reads, left),
                        asset.failures,
                        asset.hangs,
                        asset.outcome,
                        asset.retries,
                        asset.pooled,
                        asset.files,
                        asset.checks.stream()
                                .map(check -> new SimCheck(
                                        check.number, both(check.reads, left), check.blocking, check.outcome))
                                .toList()))
                .toList();
        List<SimRun> narrowed = runs.stream()
                .map(run -> new SimRun(both(run.selected, left), run.workers, run.cancelAfter, run.crashAfter))
                .toList();
        return new Scenario(cleaned, narrowed, shares, seed);
    }

    private static Set<Integer> both(Set<Integer> some, Set<Integer> others) {
        Set<Integer> both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }

    private static Task check(SimAsset asset, SimCheck check) {
        return Task.of(new CheckKey(asset.key(), "k" + check.number));
    }

    /** The plan of a run; {@code done} are the tasks that an earlier run had done. */
    List<PlannedTask> plan(SimRun run, Set<Task> done, RunId earlier) {
        List<PlannedTask> plan = new ArrayList<>();
        Message why = Message.of("plan.selected", "*");
        for (SimAsset asset : selected(run)) {
            Task task = asset.task();
            plan.add(new PlannedTask(
                    task, tasks(run, asset.reads), true, asset.effort(), 1, why, done.contains(task) ? earlier : null));
            for (SimCheck check : asset.checks) {
                List<Task> reads = new ArrayList<>(List.of(task));
                reads.addAll(tasks(run, check.reads));
                Task judges = check(asset, check);
                plan.add(new PlannedTask(
                        judges, reads, check.blocking, Effort.PLAIN, 1, why, done.contains(judges) ? earlier : null));
            }
        }
        return plan;
    }

    /** Whether its runs share their work: as in a plan, not where a check reads beside the asset that it judges. */
    boolean isShared() {
        return shares
                && assets.stream().flatMap(asset -> asset.checks.stream()).allMatch(check -> check.reads.isEmpty());
    }

    private List<SimAsset> selected(SimRun run) {
        return assets.stream()
                .filter(asset -> run.selected.contains(asset.number))
                .toList();
    }

    /** What is not selected is pinned, and always there. */
    private List<Task> tasks(SimRun run, Set<Integer> reads) {
        return assets.stream()
                .filter(asset -> reads.contains(asset.number) && run.selected.contains(asset.number))
                .map(SimAsset::task)
                .toList();
    }

    SimAsset asset(Task task) {
        return assets.stream()
                .filter(asset -> asset.key().equals(task.asset()))
                .findFirst()
                .orElseThrow();
    }

    /** What the code of a task does at an attempt. */
    Outcome outcome(Task task, int attempt) {
        SimAsset asset = asset(task);
        if (task.isCheck()) {
            return asset.checks.stream()
                    .filter(check -> check(asset, check).equals(task))
                    .findFirst()
                    .orElseThrow()
                    .outcome;
        }
        if (attempt > asset.failures) {
            return asset.outcome;
        }
        return asset.hangs ? Outcome.TIMES_OUT : Outcome.THROWS;
    }

    /** A run in the words of the reference model. */
    ModelRun model(SimRun run) {
        List<ModelAsset> modelled = new ArrayList<>();
        List<ModelCheck> checks = new ArrayList<>();
        for (SimAsset asset : selected(run)) {
            modelled.add(new ModelAsset(asset.key().name(), names(run, asset.reads), asset.last()));
            for (SimCheck check : asset.checks) {
                checks.add(new ModelCheck(
                        "k" + check.number,
                        asset.key().name(),
                        names(run, check.reads),
                        check.blocking,
                        check.outcome));
            }
        }
        return new ModelRun(modelled, checks);
    }

    private List<String> names(SimRun run, Set<Integer> reads) {
        return tasks(run, reads).stream().map(Task::text).toList();
    }

    /** Smaller scenarios, the most different first. */
    List<Scenario> smaller() {
        List<Scenario> smaller = new ArrayList<>();
        for (int i = 0; i < runs.size() && runs.size() > 1; i++) {
            smaller.add(new Scenario(assets, without(runs, i), shares, seed));
        }
        for (int i = 0; i < assets.size(); i++) {
            smaller.add(with(without(assets, i)));
        }
        for (int i = 0; i < assets.size(); i++) {
            SimAsset asset = assets.get(i);
            List<SimAsset> changed = new ArrayList<>(assets);
            for (int k = 0; k < asset.checks.size(); k++) {
                changed.set(i, with(asset, without(asset.checks, k)));
                smaller.add(with(List.copyOf(changed)));
            }
        }
        return smaller;
    }

    private static SimAsset with(SimAsset asset, List<SimCheck> checks) {
        return new SimAsset(
                asset.number,
                asset.reads,
                asset.failures,
                asset.hangs,
                asset.outcome,
                asset.retries,
                asset.pooled,
                asset.files,
                checks);
    }

    private static <T> List<T> without(List<T> all, int index) {
        return IntStream.range(0, all.size())
                .filter(i -> i != index)
                .mapToObj(all::get)
                .toList();
    }
}
