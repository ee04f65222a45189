package orquesta.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunRecord;
import orquesta.event.StepRecord;
import orquesta.text.Message;

/**
 * One run: what happened to each step, when, and why.
 *
 * @param graph SVG that was made here; empty where the definitions of this pipeline are not at hand
 * @param log what was printed by threads that belong to no step
 * @param last the newest event that this page knows
 */
public record RunPage(
        Look look,
        RunRecord run,
        Optional<String> graph,
        List<Step> steps,
        List<Moment> timeline,
        String log,
        long last) {

    /**
     * One step.
     *
     * @param bars when it ran, in thousandths of the run's time so far; one bar an attempt
     * @param why the chain of causes, from its state down to the root
     * @param value what it wrote; null if nothing
     * @param verdict what the check said; null for an asset, and for a check that did not judge
     */
    public record Step(
            StepRecord record,
            List<Bar> bars,
            List<Message> why,
            @Nullable Materialization value,
            Fact.@Nullable CheckEvaluated verdict,
            String log) {
        public StepKey key() {
            return record.key();
        }

        /** A check is told by its own name: it stands below the asset that it judges. */
        public String label() {
            return record.key() instanceof orquesta.asset.CheckKey check
                    ? "#" + check.name()
                    : record.key().text();
        }

        public boolean isCheck() {
            return !(record.key() instanceof orquesta.asset.AssetKey);
        }
    }

    /** A piece of the time line, in thousandths of it. */
    public record Bar(int from, int length) {
        public String left() {
            return percent(from);
        }

        public String width() {
            return percent(Math.min(length, WHOLE - from));
        }

        private static String percent(int thousandths) {
            return thousandths / 10 + "." + thousandths % 10 + "%";
        }
    }

    /** Something that happened, in words; {@code step} is empty for the run as a whole. */
    public record Moment(Instant at, String step, String state, Message said) {}

    /** The thousandths that make a whole. */
    static final int WHOLE = 1000;

    /** The same run from a shell. */
    public String command() {
        String selection = run.request().selection();
        String select = selection.equals("*") ? "" : " --select '" + selection.replace("'", "'\\''") + "'";
        return "./kit run " + run.id().pipeline() + select;
    }

    /** Where a step stands on the page. */
    public static String anchor(String step) {
        return step.replace('#', '.');
    }

    /** How long the run took, or takes so far as its events tell. */
    public long millis() {
        Instant end = run.ended() != null
                ? run.ended()
                : timeline.isEmpty()
                        ? run.request().started()
                        : timeline.get(timeline.size() - 1).at();
        return end.toEpochMilli() - run.request().started().toEpochMilli();
    }
}
