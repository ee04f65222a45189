package orquesta.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.asset.Task;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.StepRecord;
import orquesta.explain.Why;
import orquesta.load.SourcePlace;
import orquesta.text.Message;

/**
 * One run: what happened to each step, when, and why.
 *
 * @param graph SVG that was made here; empty where the definitions of this pipeline are not at hand
 * @param steps those that the choice shows
 * @param chaos the faults that were put into it; empty without any
 * @param until when it ended, or when this page was made while it goes on
 * @param log what was printed by threads that belong to no step
 * @param command the same run from a shell
 */
public record RunPage(
        Look look,
        RunRecord run,
        Optional<String> graph,
        StepChoice choice,
        List<Step> steps,
        List<Moment> timeline,
        String chaos,
        Instant until,
        String log,
        Known known,
        String command) {

    /** Whether there is nothing in it that could be done again from its failure. */
    public boolean isWell() {
        return run.status() == RunStatus.OK || run.status() == RunStatus.WARNED;
    }

    /**
     * One step.
     *
     * @param bars when it ran, in thousandths of the run's time so far; one bar an attempt
     * @param why the chain of causes, from its state down to the root, or to another step whose story is the rest
     * @param value what it wrote; null if nothing
     * @param gone what is said of that value since it was cleaned; null while it is there
     * @param verdict what the check said; null for an asset, and for a check that did not judge
     * @param source where it is written; null for one that is well, and where its file is not at hand
     */
    public record Step(
            StepRecord record,
            List<Bar> bars,
            Why.Page why,
            @Nullable Materialization value,
            @Nullable Message gone,
            Fact.@Nullable CheckEvaluated verdict,
            @Nullable SourcePlace source,
            Log log) {
        public Task key() {
            return record.task();
        }

        /** A check is told by its own name: it stands below the asset that it judges. */
        public String label() {
            String partition = key().partition().isEmpty() ? "" : "@" + key().partition();
            return record.key() instanceof CheckKey check ? "#" + check.name() + partition : key().text();
        }

        /** Where to look, unless its reason names a line already: that one threw. */
        public String place() {
            return source == null
                            || THROWN_AT.matcher(record.reason().toString()).find()
                    ? ""
                    : source.at(line(source));
        }

        /** Where to look in this source: at the line that threw or that the database quotes, else at the name of the method. */
        public int line(SourcePlace source) {
            if (record.reason().key().equals("relation.failed_at")) {
                return source.lineWith(record.reason().args().get(2));
            }
            Matcher thrown = THROWN_AT.matcher(record.reason().toString());
            if (!thrown.find() || !thrown.group(1).equals(source.file())) {
                return source.line();
            }
            int line = Integer.parseInt(thrown.group(2));
            boolean here = line >= source.first()
                    && line < source.first() + source.lines().size();
            return here ? line : source.line();
        }

        public boolean isCheck() {
            return !(record.key() instanceof AssetKey);
        }
    }

    /**
     * What a step printed.
     *
     * @param end the last of it
     * @param command shows the whole of it in a shell
     */
    public record Log(String end, String command) {}

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

    private static final Pattern THROWN_AT = Pattern.compile("\\(([^()]*\\.java):(\\d{1,9})\\)$");
    /** More would push down what they explain; the steps below show all. */
    private static final int MOST_CAUSES = 5;

    /** The thousandths that make a whole. */
    static final int WHOLE = 1000;

    /** The first steps that failed by themselves, from which the rest followed. */
    public List<Step> causes() {
        return steps.stream()
                .filter(step -> StepOrder.isCause(step.record()))
                .limit(MOST_CAUSES)
                .toList();
    }

    /** Where a step stands on the page. */
    public static String anchor(String step) {
        return step.replace('#', '.').replace('@', '.').replace('/', '.').replace(' ', '.');
    }

    /** How long the run took, or has taken until now. */
    public long millis() {
        return Math.max(0, until.toEpochMilli() - run.request().started().toEpochMilli());
    }
}
