package orquesta.autograder.exercise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of definitions in a {@link Scenario}, in plain values: what they say, what happened in each run, which rows
 * are published. What is asked for and is not there is told the student as it is.
 */
public final class ScenarioOutcome {
    private final Map<?, ?> evidence;

    private ScenarioOutcome(Map<?, ?> evidence) {
        this.evidence = evidence;
    }

    /** Of a method that gave definitions which load; anything else is told the student. */
    public static ScenarioOutcome of(Outcome outcome) {
        if (!(outcome.returned() instanceof Map<?, ?> evidence)) {
            throw new Complaint.Raised(
                    Complaint.type("definitions", "definiciones").found(String.valueOf(outcome.returned())));
        }
        requireNone(evidence.get("problems"), "definitions that load", "definiciones que se puedan cargar");
        return new ScenarioOutcome(evidence);
    }

    private static void requireNone(@Nullable Object problems, String en, String es) {
        if (problems instanceof List<?> all) {
            throw new Complaint.Raised(Complaint.definition(en, es).found(sentences(all, 0), sentences(all, 1)));
        }
    }

    private static String sentences(List<?> problems, int language) {
        return problems.stream()
                .map(each -> (String) ((List<?>) each).get(language))
                .collect(Collectors.joining(" "));
    }

    /** The names of all assets, sorted. */
    public List<String> assets() {
        return names("assets");
    }

    public List<String> jobs() {
        return names("jobs");
    }

    public List<String> schedules() {
        return names("schedules");
    }

    /** What an asset says of itself: {@code reads}, {@code times}, {@code delay}, {@code factor}, {@code cap}, {@code never}, {@code pool}, {@code partitions}, {@code returns}, {@code description}. */
    public Fields asset(String name) {
        return declared("assets", name, "an asset ", "un asset ");
    }

    /** {@code selections}, and the retries as of an asset. */
    public Fields job(String name) {
        return declared("jobs", name, "a job ", "un job ");
    }

    /** {@code expression}, {@code zone}, {@code job}, {@code missed}. */
    public Fields schedule(String name) {
        return declared("schedules", name, "a schedule ", "un schedule ");
    }

    /** The assets that an asset reads, in the order of its parameters. */
    @SuppressWarnings("unchecked") // our own process wrote texts
    public List<String> reads(String asset) {
        return (List<String>) asset(asset).get("reads", List.class);
    }

    /** Each has {@code name}, {@code asset}, {@code blocking}, {@code reads}. */
    public List<Fields> checks() {
        return list(evidence.get("checks")).stream()
                .map(each -> fields("check", each))
                .toList();
    }

    /** {@code type}, {@code opened}, {@code closed}: how often, in all runs together. */
    public Fields resource(String name) {
        return declared("resources", name, "a resource ", "un recurso ");
    }

    /** The run of this number, from 0, that the orchestrator did not refuse. */
    public RunStory run(int number) {
        Map<?, ?> run = (Map<?, ?>) list(evidence.get("runs")).get(number);
        requireNone(run.get("refused"), "a run that can begin", "una ejecución que pueda empezar");
        return RunStory.of(run);
    }

    /** How many runs there were. */
    public int runs() {
        return list(evidence.get("runs")).size();
    }

    /** The instants at which a schedule fires while the clock goes on. */
    public List<Instant> ticks(String schedule) {
        List<Instant> due = new ArrayList<>();
        for (Object each : list(evidence.get("ticks"))) {
            Map<?, ?> tick = (Map<?, ?>) each;
            if (schedule.equals(tick.get("schedule"))) {
                due.add(Wanted.as(Instant.class, tick.get("due")));
            }
        }
        return due;
    }

    /** Whether a table of an asset is published at the end. */
    public boolean isPublished(String asset) {
        return map(evidence.get("published")).containsKey(asset);
    }

    /** The files below the root at the end, also those that were planted, with {@code /} between folders; sorted. */
    public List<String> files() {
        return list(evidence.get("files")).stream().map(String::valueOf).toList();
    }

    /**
     * The rows that readers see at the end, each value by its column.
     *
     * @param asset its name, with a partition {@code ventas@2026-11-20}
     */
    @SuppressWarnings("unchecked") // the columns are texts
    public List<Map<String, @Nullable Object>> rows(String asset) {
        Object rows = map(evidence.get("published")).get(asset);
        if (rows == null) {
            Bilingual ended = ended(asset);
            throw new Complaint.Raised(
                    Complaint.published("rows of " + asset + " that are published", "filas de " + asset + " publicadas")
                            .found("nothing is published" + ended.en(), "no hay nada publicado" + ended.es()));
        }
        return list(rows).stream()
                .map(row -> (Map<String, @Nullable Object>) row)
                .toList();
    }

    /** How an asset ended in the last run that had it, and why: an exception of its own is told here. */
    private Bilingual ended(String asset) {
        return list(evidence.get("runs")).stream()
                .map(run -> (Map<?, ?>) run)
                .filter(run -> run.get("refused") == null)
                .map(RunStory::of)
                .filter(run -> !run.state(asset).equals("none"))
                .reduce((before, after) -> after)
                .map(run -> new Bilingual(
                        "; " + asset + " ended " + run.state(asset) + ": "
                                + run.why(asset).en(),
                        "; " + asset + " terminó en " + run.state(asset) + ": "
                                + run.why(asset).es()))
                .orElse(Bilingual.NONE);
    }

    private Fields declared(String kind, String name, String en, String es) {
        Map<?, ?> all = map(evidence.get(kind));
        if (!all.containsKey(name)) {
            throw new Complaint.Raised(
                    Complaint.definition(en + name, es + name).found(names(kind)));
        }
        return fields(name, all.get(name));
    }

    @SuppressWarnings("unchecked") // our own process wrote texts as keys
    private static Fields fields(String type, @Nullable Object map) {
        return new Fields(type, (Map<String, @Nullable Object>) map(map));
    }

    private List<String> names(String kind) {
        return map(evidence.get(kind)).keySet().stream()
                .map(String::valueOf)
                .sorted()
                .toList();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return Wanted.as(Map.class, value);
    }

    private static List<?> list(@Nullable Object value) {
        return Wanted.as(List.class, value);
    }
}
