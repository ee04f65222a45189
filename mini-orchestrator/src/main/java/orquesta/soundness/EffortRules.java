package orquesta.soundness;

import java.util.Collection;
import java.util.List;
import orquesta.asset.Effort;
import orquesta.asset.RetryPolicy;
import orquesta.text.Durations;
import orquesta.text.Nearest;
import orquesta.text.Problem;

/** Whether retries, time-outs and pools can be what they say. */
public final class EffortRules {
    private final Collection<String> pools;
    private final List<Problem> problems;

    /** @param problems gets what is wrong */
    public EffortRules(Collection<String> pools, List<Problem> problems) {
        this.pools = pools;
        this.problems = problems;
    }

    /**
     * Reports every problem of one effort.
     *
     * @param place who asks for it, for messages
     */
    public void judge(String place, Effort effort) {
        RetryPolicy retries = effort.retries();
        if (retries.times() < 0 || !(retries.factor() >= 1)) {
            problems.add(Problem.at(place, "effort.retries", retries.times(), retries.factor()));
        }
        if (effort.timeout() != null && effort.timeout().toMillis() <= 0) {
            problems.add(Problem.at(place, "effort.timeout", Durations.text(effort.timeout())));
        }
        if (!effort.pool().isEmpty() && !pools.contains(effort.pool())) {
            problems.add(Problem.at(place, "pool.unknown", effort.pool(), Nearest.clue(effort.pool(), pools)));
        }
    }
}
