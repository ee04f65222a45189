package orquesta.text;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an error of the compiler means, in plain words: one glossary for pipelines, answers and cells. */
public final class Gloss {
    /** The key of an import that leads nowhere: which packages there are depends on what is compiled. */
    public static final String UNKNOWN_PACKAGE = "gloss.unknown_package";

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("compiler.err.cant.resolve", "gloss.unknown_name"),
            Map.entry("compiler.err.doesnt.exist", UNKNOWN_PACKAGE),
            Map.entry("compiler.err.annotation.type.not.applicable", "gloss.misplaced"),
            Map.entry("compiler.err.expected", "gloss.expected"),
            Map.entry("compiler.err.array.req.but.found", "gloss.brackets"),
            Map.entry("compiler.err.report.access", "gloss.private"),
            Map.entry("compiler.err.invalid.meth.decl.ret.type.req", "gloss.return_type"),
            Map.entry("compiler.err.illegal.start", "gloss.start"),
            Map.entry("compiler.err.not.stmt", "gloss.start"),
            Map.entry("compiler.err.premature.eof", "gloss.unclosed"),
            Map.entry("compiler.err.unclosed", "gloss.unclosed"),
            Map.entry("compiler.err.unclosed.char.lit", "gloss.single_quotes"),
            Map.entry("compiler.err.empty.char.lit", "gloss.single_quotes"),
            Map.entry("compiler.err.prob.found.req", "gloss.types"),
            Map.entry("compiler.err.cant.apply", "gloss.arguments"),
            Map.entry("compiler.err.operator.cant.be.applied", "gloss.operator"),
            Map.entry("compiler.err.missing.ret.stmt", "gloss.no_return"),
            Map.entry("compiler.err.unreported.exception", "gloss.exception"),
            Map.entry("compiler.err.var.might.not", "gloss.no_value"),
            Map.entry("compiler.err.already.defined", "gloss.twice"),
            Map.entry("compiler.err.class.public.should.be.in.file", "gloss.file_name"),
            Map.entry("compiler.err.does.not.override", "gloss.abstract"));

    /** The sign is the same in every language of the compiler's messages. */
    private static final Pattern LOGICAL = Pattern.compile("operator '(&&|\\|\\||!)'");

    /** How hard to try is said of assets alone. */
    private static final Pattern EFFORT_OF_CHECK =
            Pattern.compile("method (retries|timeout|pool)\\(\\)\\s+location: @interface (\\w+\\.)*Check\\b");

    private static final Pattern UNKNOWN_CLASS = Pattern.compile("symbol:\\s+(?:class|variable) ([A-Z]\\w+)");

    /** What pipelines most often forget to import. */
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("Asset", "orquesta.asset"),
            Map.entry("AssetDefinition", "orquesta.asset"),
            Map.entry("Check", "orquesta.asset"),
            Map.entry("CheckResult", "orquesta.asset"),
            Map.entry("Relation", "orquesta.asset"),
            Map.entry("Retry", "orquesta.asset"),
            Map.entry("Run", "orquesta.asset"),
            Map.entry("Definitions", "orquesta.definition"),
            Map.entry("Job", "orquesta.definition"),
            Map.entry("Reports", "orquesta.reports"),
            Map.entry("Resource", "orquesta.resource"),
            Map.entry("Profile", "orquesta.resource"),
            Map.entry("Schedule", "orquesta.schedule"),
            Map.entry("Partition", "orquesta.partition"),
            Map.entry("Partitions", "orquesta.partition"),
            Map.entry("Reads", "orquesta.asset"),
            Map.entry("Datasets", "orquesta.datasets"),
            Map.entry("Table", "tech.tablesaw.api"),
            Map.entry("Path", "java.nio.file"),
            Map.entry("BigDecimal", "java.math"),
            Map.entry("LocalDate", "java.time"),
            Map.entry("LocalDateTime", "java.time"),
            Map.entry("List", "java.util"),
            Map.entry("Map", "java.util"));

    private Gloss() {}

    /**
     * The longest key that begins the compiler's.
     *
     * @param code the compiler's own key: {@code compiler.err.cant.resolve.location}
     * @param message the compiler's sentence
     */
    public static Message of(String code, String message) {
        if (LOGICAL.matcher(message).find()) {
            return Message.of("gloss.condition");
        }
        if (EFFORT_OF_CHECK.matcher(message).find()) {
            return Message.of("gloss.effort_of_check");
        }
        if (message.startsWith("<identifier> expected")) {
            return Message.of("gloss.parameter");
        }
        Matcher unknown = UNKNOWN_CLASS.matcher(message);
        if (unknown.find() && PACKAGES.containsKey(unknown.group(1))) {
            return Message.of("gloss.import", PACKAGES.get(unknown.group(1)), unknown.group(1));
        }
        return UnknownMethod.of(message, PACKAGES).orElseGet(() -> Message.of(key(code)));
    }

    private static String key(String code) {
        return KEYS.keySet().stream()
                .filter(code::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(KEYS::get)
                .orElse("gloss.other");
    }
}
