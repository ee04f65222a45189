package orquesta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.text.Language;
import orquesta.text.UserException;

/** Words for tests: small assets and pipelines, and what is wrong with them, in English. */
public final class Given {
    private Given() {}

    public static AssetKey key(String name) {
        return new AssetKey(name);
    }

    public static List<AssetKey> keys(String... names) {
        return Arrays.stream(names).map(AssetKey::new).toList();
    }

    /** An asset that reads others; its value does not matter. */
    public static AssetDefinition asset(String key, String... reads) {
        return AssetDefinition.named(key).reads(reads).computedBy(inputs -> Relation.rows("n", "1"));
    }

    /** A check, written {@code asset#check}, that reads other assets too and passes. */
    public static CheckDefinition check(String text, String... reads) {
        String[] names = text.split("#", 2);
        return CheckDefinition.named(names[1], names[0]).reads(reads).computedBy(inputs -> CheckResult.passed());
    }

    /** Assets, each written {@code c < a b}: what it is, and what it reads. */
    public static List<AssetDefinition> assets(String... lines) {
        return Arrays.stream(lines)
                .map(line -> line.split("\\s*<\\s*", 2))
                .map(part -> asset(part[0], part.length == 1 ? new String[0] : part[1].split("\\s+")))
                .toList();
    }

    /** The graph of assets written {@code c < a b}. */
    public static AssetGraph graph(String... lines) {
        return new AssetGraph(assets(lines));
    }

    /** {@code first -> ... -> last}, each reading the one before; named {@code a0}, {@code a1} ... */
    public static List<AssetDefinition> chain(int length) {
        return java.util.stream.IntStream.range(0, length)
                .mapToObj(i -> i == 0 ? asset("a0") : asset("a" + i, "a" + (i - 1)))
                .toList();
    }

    public static Pipeline pipeline(List<AssetDefinition> assets, CheckDefinition... checks) {
        Object[] all = java.util.stream.Stream.concat(assets.stream(), Arrays.stream(checks))
                .toArray();
        return Definitions.of(all).validated("tienda");
    }

    /** The problems that a piece of code refuses to go on with: each sentence, with its place, every gap filled. */
    public static List<String> problems(ThrowingCallable code) {
        UserException refused = catchThrowableOfType(UserException.class, code);
        assertThat(refused).as("should have been refused").isNotNull();
        List<String> sentences = refused.problems().stream()
                .map(problem -> problem.in(Language.EN))
                .toList();
        assertThat(sentences).isNotEmpty().noneMatch(sentence -> sentence.matches("(?s).*\\{\\d}.*"));
        return sentences;
    }

    /** The one problem that a piece of code has. */
    public static String problem(ThrowingCallable code) {
        List<String> sentences = problems(code);
        assertThat(sentences).hasSize(1);
        return sentences.get(0);
    }

    /** Everything that is wrong with some declarations. */
    public static List<String> problemsOf(Object... declarations) {
        return problems(() -> Definitions.of(declarations).validated("tienda"));
    }

    /** The one thing that is wrong with some declarations. */
    public static String problemOf(Object... declarations) {
        return problem(() -> Definitions.of(declarations).validated("tienda"));
    }
}
