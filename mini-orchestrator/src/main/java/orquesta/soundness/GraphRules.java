package orquesta.soundness;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.ValueForm;
import orquesta.text.Problem;

/** Whether assets can be written at all, and no asset or check waits for itself. */
public final class GraphRules {
    private final AssetGraph graph;
    private final Collection<CheckDefinition> checks;
    private final List<Problem> problems;

    /** @param problems gets what is wrong */
    public GraphRules(AssetGraph graph, Collection<CheckDefinition> checks, List<Problem> problems) {
        this.graph = graph;
        this.checks = checks;
        this.problems = problems;
    }

    /** Reports every problem. */
    public void judge() {
        graph.keys().stream().map(graph::definition).forEach(this::requireForm);
        List<List<AssetKey>> cycles = graph.cycles();
        cycles.forEach(cycle -> report(graph.definition(cycle.get(0)).declaredAt(), "asset.cycle", arrows(cycle)));
        if (cycles.isEmpty() && !checks.isEmpty() && !readsBelow()) {
            for (List<PublishOrder.Moment> wait : new PublishOrder(graph, checks).cycles()) {
                String path = wait.stream().map(PublishOrder.Moment::toString).collect(Collectors.joining(" → "));
                report(wait.get(0).toString(), "check.wait_cycle", path);
            }
        }
    }

    private void requireForm(AssetDefinition asset) {
        if (ValueForm.of(asset.returns()).isEmpty()) {
            report(asset.declaredAt(), "asset.type", ValueForm.nameOf(asset.returns()));
        }
    }

    /** Whether a check reads what stands below the asset that it judges: the plainest way to wait for ever, so it is said so. */
    private boolean readsBelow() {
        boolean found = false;
        for (CheckDefinition check : checks) {
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

    private static String arrows(List<AssetKey> path) {
        return path.stream().map(AssetKey::name).collect(Collectors.joining(" → "));
    }

    private void report(String place, String key, Object... args) {
        problems.add(Problem.at(place, key, args));
    }
}
