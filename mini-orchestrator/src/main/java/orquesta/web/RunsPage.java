package orquesta.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.store.RunSearch;

/**
 * The runs of a pipeline beside one another: what became of each asset in each of them.
 *
 * @param jobs those that can be asked for
 * @param assets the columns: those of the graph in its order, then those of runs of before
 * @param before runs older than this are on the next page; 0 if there are none
 * @param first whether these are the newest
 */
public record RunsPage(
        Look look,
        RunSearch search,
        List<String> jobs,
        List<String> assets,
        List<Line> lines,
        long before,
        boolean first,
        Known known) {
    /** A run, and the state of each of its assets by name. */
    public record Line(RunRecord run, Map<String, State> states) {
        /** Null for an asset that had no part in this run. */
        public @Nullable State state(String asset) {
            return states.get(asset);
        }
    }

    public List<RunStatus> statuses() {
        return List.of(RunStatus.values());
    }

    /** The address of the same choice without its tick. */
    public String withoutTick() {
        return address(new RunSearch(search.pipeline(), search.status(), search.job(), null));
    }

    /** The address of the runs that are older than these. */
    public String older() {
        String here = address(search);
        return here + (here.contains("?") ? "&" : "?") + "before=" + before;
    }

    /** The address of the newest of the runs that are asked for. */
    public String newest() {
        return address(search);
    }

    /** The address of all that a run's tick started. */
    public String ofTick(RunRecord run) {
        return address(new RunSearch(search.pipeline(), null, "", run.request().tick()));
    }

    private String address(RunSearch search) {
        StringBuilder asked = new StringBuilder(look.base() + "/runs");
        if (search.status() != null) {
            add(asked, "state", search.status().text());
        }
        if (!search.job().isEmpty()) {
            add(asked, "job", search.job());
        }
        if (search.tick() != null) {
            add(asked, "tick", search.tick().toString());
        }
        return asked.toString();
    }

    private static void add(StringBuilder asked, String name, String value) {
        asked.append(asked.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
