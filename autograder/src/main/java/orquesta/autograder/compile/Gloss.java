package orquesta.autograder.compile;

import java.util.Map;
import java.util.regex.Pattern;
import orquesta.text.Message;

/** What an error of the compiler means, in plain words. */
public final class Gloss {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("cant.resolve", "gloss.unknown_name"),
            Map.entry("doesnt.exist", "gloss.unknown_package"),
            Map.entry("expected", "gloss.expected"),
            Map.entry("illegal.start", "gloss.start"),
            Map.entry("not.stmt", "gloss.start"),
            Map.entry("premature.eof", "gloss.unclosed"),
            Map.entry("unclosed", "gloss.unclosed"),
            Map.entry("prob.found.req", "gloss.types"),
            Map.entry("cant.apply", "gloss.arguments"),
            Map.entry("operator.cant.be.applied", "gloss.operator"),
            Map.entry("missing.ret.stmt", "gloss.no_return"),
            Map.entry("unreported.exception", "gloss.exception"),
            Map.entry("var.might.not", "gloss.no_value"),
            Map.entry("already.defined", "gloss.twice"),
            Map.entry("class.public.should.be.in.file", "gloss.file_name"),
            Map.entry("does.not.override", "gloss.abstract"));

    /** The sign is the same in every language of the compiler's messages. */
    private static final Pattern LOGICAL = Pattern.compile("operator '(&&|\\|\\||!)'");

    private Gloss() {}

    /** The same for a test, which may use other packages than an answer. */
    public static Message ofTest(CompileError error) {
        Message gloss = of(error);
        boolean inPackage =
                gloss.key().equals("gloss.unknown_package") || error.message().contains("location: package ");
        return inPackage ? Message.of("gloss.unknown_test_package") : gloss;
    }

    /** The longest key that begins the compiler's. */
    public static Message of(CompileError error) {
        if (LOGICAL.matcher(error.message()).find()) {
            return Message.of("gloss.condition");
        }
        String code = error.code().replaceFirst("^compiler\\.err\\.", "");
        String key = KEYS.keySet().stream()
                .filter(code::startsWith)
                .max(java.util.Comparator.comparingInt(String::length))
                .map(KEYS::get)
                .orElse("gloss.other");
        return Message.of(key, error.message());
    }
}
