package orquesta.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small run, written down step by step, and the end that it must have. */
final class ModelCase {
    private final List<ModelAsset> assets = new ArrayList<>();
    private final List<ModelCheck> checks = new ArrayList<>();

    ModelCase asset(String name, Outcome outcome, String... reads) {
        assets.add(new ModelAsset(name, List.of(reads), outcome));
        return this;
    }

    /** Adds a blocking check; its key is {@code asset#check}. */
    ModelCase blocking(String key, Outcome outcome, String... reads) {
        return check(key, true, outcome, reads);
    }

    /** Adds a warning check; its key is {@code asset#check}. */
    ModelCase warning(String key, Outcome outcome, String... reads) {
        return check(key, false, outcome, reads);
    }

    /**
     * Asserts the whole end, for the steps as they were written and for the reverse order.
     *
     * @param statusAndExit such as {@code "blocked 3"}
     * @param states one of {@code "step state"} for each step of the run, in any order
     */
    void ends(String statusAndExit, String... states) {
        Map<String, String> expected = new TreeMap<>();
        for (String state : states) {
            String[] words = state.split(" ");
            expected.put(words[0], words[1]);
        }
        assertEnd(statusAndExit, expected);
        Collections.reverse(assets);
        Collections.reverse(checks);
        assertEnd(statusAndExit, expected);
    }

    ModelResult judge() {
        return ReferenceModel.judge(new ModelRun(assets, checks));
    }

    private void assertEnd(String statusAndExit, Map<String, String> expected) {
        ModelResult result = judge();
        assertThat(result.states()).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(result.status() + " " + result.exit()).isEqualTo(statusAndExit);
    }

    private ModelCase check(String key, boolean blocking, Outcome outcome, String... reads) {
        String[] words = key.split("#");
        checks.add(new ModelCheck(words[1], words[0], List.of(reads), blocking, outcome));
        return this;
    }
}
