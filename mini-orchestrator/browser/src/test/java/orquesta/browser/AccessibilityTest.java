package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** All that axe knows to look for, on each page in each state, seen in each theme and language. */
@ExtendWith(Chromium.class)
class AccessibilityTest {
    private static final Pattern A_RUN = Pattern.compile(".*/runs/\\d+$");
    private static final List<String> THEMES = List.of("Light", "Dark", "Projector");
    private static final List<String> LANGUAGES = List.of("English", "Español");

    @TempDir
    Path folder;

    private final Map<String, Visitor> audience = new LinkedHashMap<>();
    private final Map<String, List<String>> violations = new TreeMap<>();

    @BeforeEach
    void one_visitor_for_each_theme_and_language(Browser browser) {
        for (String theme : THEMES) {
            for (String language : LANGUAGES) {
                audience.put(theme + ", " + language, Visitor.of(browser));
            }
        }
    }

    @AfterEach
    void they_leave() {
        audience.values().forEach(Visitor::close);
    }

    @Test
    void a_pipeline_with_data_with_a_failure_and_with_a_broken_file() throws Exception {
        Workplace place = Workplace.ventas(folder);
        try (Server server = place.serve()) {
            sitDown(server);
            look("run that is ok", run(server, "ok"));
            look("home with data", server.url("/"));
            place.edit("Ventas.java", "* (1 + coalesce(impuesto, 0))", "* (coalesce(impuesto, 0) - 1)");
            look("run with a failed check", run(server, "blocked"));
            look("home with a failure", server.url("/"));
            look("grid of runs", server.url("/runs"));
            look("grid without a run", server.url("/runs?state=crashed"));
            look("schedules", server.url("/time"));
            look("asset that is blocked", server.url("/assets/ingresos_totales"));
            look("home with a wrong selection", server.url("/?select=ventaz"));
            place.edit("Ventas.java", ".where(\"regla is null\")", ".nada()");
            assertThat(anyone().open(server.url("/")).page().getByRole(AriaRole.ALERT))
                    .containsText("Ventas.java");
            look("home with a broken file", server.url("/"));
            look("page that is not there", server.url("/runs/99"));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void a_pipeline_of_sixty_assets_one_with_a_name_of_sixty_characters_before_and_after_a_run() throws Exception {
        Workplace place = Workplace.of(folder, "grande", Bodies.sixtyAssets());
        try (Server server = place.serve()) {
            sitDown(server);
            look("home with nothing yet", server.url("/"));
            look("run of sixty assets", run(server, "ok"));
            look("home of sixty assets", server.url("/"));
            look("grid of sixty assets", server.url("/runs"));
            look("no schedules", server.url("/time"));
            look("asset with a long name", server.url("/assets/" + Bodies.LONG_KEY));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void an_asset_of_many_days_its_run_and_a_sensor() throws Exception {
        Workplace place = Workplace.dias(folder);
        assertThat(place.run("--partition", "2026-09-05..2026-09-20")).isEqualTo(1);
        Workplace beside = Workplace.of(
                folder, "otra", "    @Asset(group = \"a\") Relation una() { return Relation.rows(\"n\", \"1\"); }");
        try (Server server = place.serve(0, beside.file("").toString(), "--chaos")) {
            sitDown(server);
            look("asset with partitions", server.url("/assets/ventas"));
            look("home with partitions", server.url("/?partition=2026-09-10..2026-09-22&needed=on"));
            look("home that asks for a partition", server.url("/"));
            look("home with faults", server.url("/?select=ventas&partition=2026-09-10&chaos=fail:ventas"));
            look("some steps of a run", server.url("/runs/1?steps=2026-09-1"));
            look("a sensor", server.url("/time"));
            look("the second of two pipelines", server.url("/pipelines/otra/"));
        }
        assertThat(violations).isEmpty();
    }

    private Visitor anyone() {
        return audience.values().iterator().next();
    }

    /** Each sets the switches of the page; what they chose is kept. */
    private void sitDown(Server server) {
        audience.forEach((wish, visitor) -> {
            visitor.open(server.url("/"));
            visitor.button(wish.split(", ")[0]).click();
            visitor.button(wish.split(", ")[1]).click();
        });
    }

    /** Starts a run of everything by the button and gives the address of its page. */
    private String run(Server server, String status) {
        Visitor visitor = anyone().open(server.url("/"));
        visitor.button("Run").click();
        assertThat(visitor.page()).hasURL(A_RUN);
        assertThat(visitor.status()).hasText(status);
        return visitor.page().url();
    }

    private void look(String what, String url) {
        audience.forEach((wish, visitor) -> {
            visitor.open(url);
            if ((boolean) visitor.page().evaluate("document.documentElement.scrollWidth > innerWidth")) {
                note(what + ": the page scrolls sideways", wish);
            }
            for (Rule rule :
                    new AxeBuilder(visitor.page()).setLegacyMode(true).analyze().getViolations()) {
                for (CheckedNode node : rule.getNodes()) {
                    note(
                            what + ": " + rule.getId() + " at " + node.getTarget() + ": " + node.getFailureSummary(),
                            wish);
                }
            }
            visitor.forgive(".*status of 404.*");
            visitor.sawNothingOdd().forEach(odd -> note(what + ": " + odd, wish));
            visitor.sawNothingOdd().clear();
        });
    }

    private void note(String violation, String wish) {
        violations.computeIfAbsent(violation, key -> new ArrayList<>()).add(wish);
    }
}
