package orquesta.run.model;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A reference of how a run ends, written from the rules of a run and from nothing else: it shares no code with the
 * orchestrator that it judges. The run is neither cancelled nor crashed. Where the rules are silent, SILENT.md says
 * what this model chose.
 */
public final class ReferenceModel {
    private final ModelGraph graph;
    private final ModelStates states;

    private ReferenceModel(ModelRun run) {
        this.graph = new ModelGraph(run);
        this.states = new ModelStates(graph);
    }

    /**
     * The final state of each step, the run's status and its exit code.
     *
     * @param run the assets and checks that are asked for
     * @return how the run ends
     * @throws IllegalArgumentException if the run cannot begin: a circle (also through a check), an unknown name, a name
     *     used twice; the message says which
     */
    public static ModelResult judge(ModelRun run) {
        ReferenceModel model = new ReferenceModel(run);
        SortedMap<String, String> words = model.words();
        String status = model.status();
        return new ModelResult(words, status, exit(status));
    }

    /** Each step has a state; none is ever without one. */
    private SortedMap<String, String> words() {
        SortedMap<String, String> words = new TreeMap<>();
        for (ModelAsset asset : graph.assets()) {
            words.put(asset.name(), states.ofAsset(asset.name()).word());
        }
        for (ModelCheck check : graph.checks()) {
            words.put(check.key(), states.ofCheck(check).word());
        }
        return words;
    }

    /**
     * The run's status: the worst of its steps, in the order failed, timed_out, blocked, warned, ok. Skips alone leave it
     * ok (SILENT.md, 7 and 8).
     */
    private String status() {
        if (codeFailed()) {
            return "failed";
        }
        if (any(ModelState.TIMED_OUT)) {
            return "timed_out";
        }
        if (any(ModelState.BLOCKED)) {
            return "blocked";
        }
        return any(ModelState.WARNED) ? "warned" : "ok";
    }

    /**
     * Exit codes: 0 for ok and warned, 1 for failed or timed out, 3 for a blocking check that failed or could not judge;
     * 1 outweighs 3. Code 2 belongs to a run that never began.
     */
    private static int exit(String status) {
        return switch (status) {
            case "ok", "warned" -> 0;
            case "failed", "timed_out" -> 1;
            case "blocked" -> 3;
            default -> throw new IllegalStateException("no exit code for " + status);
        };
    }

    /**
     * Whether the code of a step threw or returned null. A check that throws or returns null is exit 1, blocking or not;
     * a blocking check that judged and did not pass is failed too, but it is exit 3.
     */
    private boolean codeFailed() {
        boolean anAsset = graph.assets().stream().anyMatch(asset -> states.ofAsset(asset.name()) == ModelState.FAILED);
        boolean aCheck = graph.checks().stream()
                .filter(check -> check.outcome() == Outcome.THROWS)
                .anyMatch(check -> states.ofCheck(check) == ModelState.FAILED);
        return anAsset || aCheck;
    }

    private boolean any(ModelState state) {
        return words().containsValue(state.word());
    }
}
