package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Text that would rather be markup or code, in every place where a page shows what users wrote. */
@ExtendWith(Chromium.class)
class HostileTest {
    /** What would be made of these bears the attribute {@code owned}, opens a dialog, asks another host, or changes the title. */
    private static final List<String> TEXTS = List.of(
            "<script owned>alert(1)</script>",
            "<img owned src=/owned onerror=alert(2)>",
            "\"><svg owned onload=alert(3)>",
            "' owned onmouseover='alert(4)",
            "</title></textarea></style></pre></details></svg><h1 owned>5</h1>",
            "<base owned href=//evil.example/>",
            "<iframe owned src=//evil.example></iframe>",
            "<meta owned http-equiv=refresh content=0;url=//evil.example>",
            "<a owned href=javascript:alert(9)>9</a>",
            "]]><g owned></g>",
            "{{constructor.constructor('alert(11)')()}} ${alert(11)}",
            "&lt;b owned&gt; &#60;b owned&#62;",
            "<!-- open");

    private static final String NAME = "<img owned src=x onerror=alert(20)>&amp;'\"";

    private static final String BODY = """
                private static final String[] TEXTS = {%1$s};
                private static final String ALL = String.join(" ", TEXTS);

                @Asset(description = %2$s)
                Relation filas() {
                    for (String text : TEXTS) {
                        System.out.println(text);
                    }
                    return Relation.rows("texto varchar", java.util.Arrays.stream(TEXTS)
                        .map(text -> "'" + text.replace("'", "''") + "'").toArray(String[]::new));
                }

                @Asset
                Relation columnas(Relation filas) {
                    return Relation.with("filas", filas).sql("select texto as \\"<img owned src=/owned onerror=alert(21)>\\" from filas");
                }

                @Check CheckResult malas(Relation columnas) { return CheckResult.noRows(ALL, columnas); }

                @Asset String lanza() { throw new IllegalStateException(ALL); }

                @Asset String salta(Run run) { run.skip(ALL); return "x"; }
            """;

    /** What is more in the document than a page of ours has. */
    private static final String FOREIGN = """
            () => [...document.querySelectorAll('*')].filter(e => e.hasAttribute('owned')
                || [...e.attributes].some(a => a.name.startsWith('on'))
                || (e.getAttribute('href') || '').trim().toLowerCase().startsWith('javascript')
                || ['BASE', 'IFRAME', 'OBJECT', 'EMBED'].includes(e.tagName)
                || (e.tagName === 'META' && e.httpEquiv)
                || (e.tagName === 'SCRIPT' && !e.src)).map(e => e.outerHTML.slice(0, 200))""";

    @TempDir
    Path folder;

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String body() {
        String texts =
                String.join(", ", TEXTS.stream().map(HostileTest::literal).toList());
        return BODY.formatted(texts, literal(String.join(" ", TEXTS)));
    }

    @Test
    void stays_text_as_name_description_data_column_log_exception_reason_selection_and_source(Browser browser)
            throws Exception {
        Workplace place = Workplace.of(folder, "hostil", body());
        try (Server server = place.serve();
                Visitor visitor = Visitor.of(browser)) {
            visitor.open(server.url("/"));
            assertHarmless(visitor);

            visitor.button("Run").click();
            assertThat(visitor.status()).hasText("failed");
            String shown = visitor.page().locator("main").textContent();
            assertThat(TEXTS).allSatisfy(text -> assertThat(shown).contains(text));
            assertHarmless(visitor);
            visitor.page().reload();
            assertHarmless(visitor);

            visitor.open(server.url("/"));
            for (String text : TEXTS) {
                visitor.page().getByLabel("Selection").fill(text);
                assertThat(visitor.page().getByLabel("Selection")).hasValue(text);
                visitor.open(server.url("/?select=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
                assertThat(visitor.page().getByLabel("Selection")).hasValue(text);
                assertHarmless(visitor);
            }

            String line = "return " + literal("<img owned src=/owned onerror=alert(30)>") + " + nada;";
            place.edit("Flujo.java", "throw new IllegalStateException(ALL);", line);
            visitor.open(server.url("/"));
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText(line);
            assertHarmless(visitor);

            visitor.open(server.url("/" + URLEncoder.encode(TEXTS.get(0), StandardCharsets.UTF_8)));
            visitor.forgive(".*status of 404.*");
            assertHarmless(visitor);
        }
    }

    @Test
    void a_folder_that_cannot_be_a_name_is_refused_as_text(Browser browser) throws Exception {
        try (Server server = Workplace.of(folder, NAME, body()).serve();
                Visitor visitor = Visitor.of(browser)) {
            visitor.open(server.url("/"));
            assertThat(visitor.page().getByRole(AriaRole.ALERT)).containsText(NAME);
            assertHarmless(visitor);
        }
    }

    private static void assertHarmless(Visitor visitor) {
        Page page = visitor.page();
        assertThat((List<?>) page.evaluate(FOREIGN)).isEmpty();
        assertThat(page.title()).endsWith("Orquesta");
        assertThat(visitor.requests()).noneMatch(request -> request.url().contains("/owned"));
        assertThat(visitor.sawNothingOdd()).isEmpty();
    }
}
