package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.load.DefinitionLoader;
import orquesta.load.Fuentes;

/**
 * Whatever stands in names, data, logs, messages: it stays text. A page with it has the same tags, in the same order, with
 * the same attributes, as the page with a harmless word in its place.
 */
@Tag("once")
class HostileTest {
    private static final Pattern TAG = Pattern.compile("<[/!a-zA-Z][^>]*>");

    @TempDir
    Path home;

    private static List<String> harmless = List.of();

    private Visit visit;

    /** As short as a page shows them whole. */
    private static final int SHORT = 150;

    /** All of them, several in one text but for those that mean something as a whole text alone. */
    static List<String> together() {
        List<String> texts = new ArrayList<>(HostileStrings.ALONE);
        StringBuilder text = new StringBuilder();
        for (String hostile : HostileStrings.ALL) {
            if (HostileStrings.ALONE.contains(hostile)) {
                continue;
            }
            if (text.length() + hostile.length() > SHORT) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(hostile);
        }
        texts.add(text.toString());
        return texts;
    }

    static List<String> eachAlone() {
        return HostileStrings.ALL;
    }

    @AfterEach
    void stop() {
        if (visit != null) {
            visit.close();
        }
    }

    private static Pipeline saying(String text) {
        String literal = "'" + text.replace("'", "''").replace("\u0000", "").replace("\ud800", "") + "'";
        String column = "\"" + text.replace("\"", "\"\"").replace("\u0000", "").replace("\ud800", "") + "x\"";
        AssetDefinition data = AssetDefinition.named("datos")
                .description(text)
                .group(text)
                .owner(text)
                .computedBy(inputs -> {
                    System.out.println(text);
                    return Relation.with("uno", Relation.rows("n", "1"))
                            .sql("select " + literal + " as " + column + " from uno");
                });
        AssetDefinition broken = AssetDefinition.named("roto").computedBy(inputs -> {
            throw new IllegalStateException(text);
        });
        CheckDefinition check = CheckDefinition.named("nada", "datos")
                .computedBy(inputs -> CheckResult.noRows(text, inputs.relation("datos")));
        return Definitions.of(data, broken, check).validated(Visit.PIPELINE);
    }

    /** The tags of a page; what differs from run to run is out of the way. */
    private static List<String> tags(String page) {
        return TAG.matcher(page)
                .results()
                .map(tag -> tag.group()
                        .replaceAll("datetime=\"[^\"]*\"", "")
                        .replaceAll("value=\"[^\"]*\"", "")
                        .replaceAll("data-version=\"[^\"]*\"", "")
                        .replaceAll("(x|width|data-last)=\"[\\d.]+%?\"", "")
                        .replaceAll("<title>.*", "<title>"))
                .toList();
    }

    private List<String> pagesOf(String text) {
        visit = Visit.of(home.resolve(Integer.toHexString(text.hashCode())), saying(text));
        visit.ran("datos");
        visit.ran("roto");
        List<String> pages = List.of(
                visit.page("/runs/1"),
                visit.page("/runs/2"),
                visit.page("/"),
                visit.page("/runs"),
                visit.page("/assets/datos"),
                visit.page("/?select=" + Visit.encoded(text)),
                visit.get("/" + path(text)).body());
        visit.close();
        visit = null;
        return pages;
    }

    private static String path(String text) {
        return Visit.encoded(text)
                .replace("+", "%20")
                .replace("%2F", "_")
                .replace("%5C", "_")
                .replace("%00", "_")
                .replace(".", "_");
    }

    @ParameterizedTest
    @MethodSource("together")
    void names_data_logs_and_messages_stay_text(String text) {
        if (harmless.isEmpty()) {
            harmless = pagesOf("palabra");
        }
        List<String> pages = pagesOf(text);

        assertThat(tags(pages.get(0))).isEqualTo(tags(harmless.get(0)));
        assertThat(tags(pages.get(1))).isEqualTo(tags(harmless.get(1)));
        assertThat(tags(pages.get(2))).isEqualTo(tags(harmless.get(2)));
        assertThat(tags(pages.get(3))).isEqualTo(tags(harmless.get(3)));
        assertThat(tags(pages.get(4))).isEqualTo(tags(harmless.get(4)));
        assertThat(pages)
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain("<script>", "<img", "<svg onload", "<iframe", "<h1>owned", "<base", "<style")
                        .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\u202a-\\u202e\\u2066-\\u2069]"));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("eachAlone")
    void alone_each_stays_text_too(String text) throws IOException {
        names_data_logs_and_messages_stay_text(text);
        what_the_compiler_quotes_stays_text(text);
    }

    @ParameterizedTest
    @MethodSource("together")
    void what_the_compiler_quotes_stays_text(String text) throws IOException {
        Path sources = home.resolve("fuente");
        Fuentes.write(
                sources, "class Rota { /* " + text.replace("*/", "").replace("\ud800", "") + " */ String s = 1; }");
        DefinitionLoader loader = new DefinitionLoader(home.resolve("compiled"));
        visit = new Visit(home.resolve("state"), sources, () -> loader.load(sources), Map.of());

        String page = visit.page("/");

        assertThat(page).contains("id=\"broken\"", "incompatible types", "Rota.java:");
        assertThat(page).doesNotContain("<script>", "<img", "<svg onload", "<iframe", "<h1>owned", "<base", "<style");
    }

    @Test
    void a_broken_file_shows_the_compilers_words_with_file_and_line_until_it_is_repaired() throws Exception {
        Path sources = home.resolve("tienda");
        Path file = Fuentes.write(sources, Fuentes.TIENDA);
        DefinitionLoader loader = new DefinitionLoader(home.resolve("compiled"));
        visit = new Visit(home.resolve("state"), sources, () -> loader.load(sources), Map.of());
        visit.definitions.watch();
        String good = Files.readString(file);

        Files.writeString(file, good.replace("return ventas.select(", "return vents.select("));
        String broken = await("id=\"broken\"");
        Files.writeString(file, good);
        String repaired = awaitWithout("id=\"broken\"");

        assertThat(broken)
                .contains("Tienda.java:13", "cannot find symbol", "return vents.select(", "data-step=\"ventas\"");
        assertThat(repaired).contains("data-step=\"ventas\"");
    }

    private String await(String text) throws InterruptedException {
        String page = visit.page("/");
        while (!page.contains(text)) {
            Thread.sleep(20);
            page = visit.page("/");
        }
        return page;
    }

    private String awaitWithout(String text) throws InterruptedException {
        String page = visit.page("/");
        while (page.contains(text)) {
            Thread.sleep(20);
            page = visit.page("/");
        }
        return page;
    }
}
