package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pages that stay right while somebody looks at them, without a reload. */
@ExtendWith(Chromium.class)
class LiveTest {
    private static final String NO_ANSWER = "(?s).*(ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING"
            + "|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED).*";

    @TempDir
    Path folder;

    private Path gate;
    private Workplace place;

    @BeforeEach
    void a_pipeline_with_a_gate() throws Exception {
        gate = folder.resolve("gate");
        place = Workplace.of(folder, "compuerta", Bodies.gated(gate));
    }

    @Test
    void states_change_on_both_pages_while_the_run_goes_on(Browser browser) throws Exception {
        try (Server server = place.serve();
                Visitor home = Visitor.of(browser);
                Visitor run = Visitor.of(browser)) {
            stay(home.open(server.url("/")));
            assertThat(node(home, "segundo")).hasAccessibleName(Pattern.compile("never ran"));
            run.open(server.url("/")).button("Run").click();
            assertThat(run.page()).hasURL(Pattern.compile(".*/runs/1$"));
            stay(run);
            for (Visitor visitor : List.of(home, run)) {
                assertThat(node(visitor, "primero")).containsText("running");
                assertThat(node(visitor, "segundo")).containsText("waiting");
            }
            assertThat(run.status()).hasText("running");

            Files.createFile(gate);
            for (Visitor visitor : List.of(home, run)) {
                assertThat(node(visitor, "primero")).containsText("ok");
                assertThat(node(visitor, "segundo")).containsText("ok");
                assertThat(node(visitor, "segundo")).hasAccessibleName(Pattern.compile("\\bok\\b"));
            }
            assertThat(run.status()).hasText("ok");
            assertThat(home.link(Pattern.compile("^1\\b.*ok"))).isVisible();
            assertStayed(home);
            assertStayed(run);
            assertThat(run.crumb("compuerta")).isVisible();
        }
    }

    @Test
    void graph_and_table_change_with_the_same_event_and_an_older_page_takes_nothing_back(Browser browser)
            throws Exception {
        try (Server server = place.serve();
                Visitor visitor = Visitor.of(browser)) {
            visitor.open(server.url("/")).button("Run").click();
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/runs/1$"));
            assertThat(node(visitor, "primero")).containsText("running");
            String older = visitor.page().request().get(visitor.page().url()).text();
            AtomicInteger sent = new AtomicInteger();
            visitor.page().route("**/runs/1", route -> {
                sent.incrementAndGet();
                route.fulfill(
                        new Route.FulfillOptions().setContentType("text/html").setBody(older));
            });

            Files.createFile(gate);
            assertBothSay(visitor, "ok");
            int before = sent.get();
            visitor.page().waitForCondition(() -> sent.get() > before + 1);
            assertBothSay(visitor, "ok");

            visitor.page().unroute("**/runs/1");
            assertThat(row(visitor, "segundo")).containsText("ms");
            assertThat(visitor.sawNothingOdd()).isEmpty();
        }
    }

    private static void assertBothSay(Visitor visitor, String word) {
        for (String key : List.of("primero", "segundo")) {
            assertThat(node(visitor, key)).containsText(word);
            assertThat(node(visitor, key)).hasAccessibleName(Pattern.compile("^" + key + ": " + word + "\\b"));
            assertThat(row(visitor, key)).containsText(word);
        }
    }

    /** Of the table of steps and their time. */
    private static Locator row(Visitor visitor, String key) {
        return visitor.page()
                .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^" + key + "\\b")));
    }

    @Test
    void a_mistake_far_to_the_right_is_seen_in_a_small_window(Browser browser) throws Exception {
        try (Server server = place.serve();
                Visitor visitor = Visitor.of(browser, options -> options.setViewportSize(1024, 768))) {
            place.edit("Flujo.java", "return primero;", " ".repeat(40) + "return " + "\"x\" + ".repeat(40) + "nada;");
            Locator told = visitor.open(server.url("/"))
                    .page()
                    .getByRole(AriaRole.ALERT)
                    .locator("pre");

            assertThat(told).containsText(Pattern.compile("cannot find symbol[^^]*…[^^]*nada;[^^]*\\^"));
            assertThat(told.evaluate("told => told.scrollWidth <= told.clientWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void a_run_of_the_command_line_shows_and_so_does_one_made_while_the_server_was_away(Browser browser)
            throws Exception {
        Files.createFile(gate);
        try (Visitor visitor = Visitor.of(browser)) {
            int port;
            try (Server first = place.serve()) {
                port = first.port();
                stay(visitor.open(first.url("/")));
                assertThat(place.run()).isZero();
                assertThat(visitor.link(Pattern.compile("^1\\b.*ok"))).isVisible();
                assertThat(node(visitor, "segundo")).containsText("ok");
            }
            assertThat(visitor.page().getByText("No connection")).isVisible();
            place.edit("Flujo.java", "return primero;", "throw new IllegalStateException(\"no\");");
            assertThat(place.run()).isEqualTo(1);
            try (Server second = place.serve(port)) {
                assertThat(node(visitor, "segundo")).containsText("failed");
                assertThat(visitor.link(Pattern.compile("^2\\b.*failed"))).isVisible();
                assertThat(visitor.page().getByText("Live")).isVisible();
                assertThat(second.port()).isEqualTo(port);
                assertThat(visitor.requests().stream().map(LiveTest::lastEvent).filter(Objects::nonNull))
                        .as("what the browser sent as Last-Event-ID")
                        .anyMatch(id -> id.matches("[1-9]\\d*"));
                visitor.forgive(NO_ANSWER);
                assertStayed(visitor);
            }
        }
    }

    @Test
    void the_page_of_a_run_of_another_pipeline_is_live_too(Browser browser) throws Exception {
        Workplace other = Workplace.of(folder, "otra", "    @Asset String unico() { return \"x\"; }");
        try (Server server = place.serve();
                Server second = other.serve();
                Visitor starter = Visitor.of(browser);
                Visitor visitor = Visitor.of(browser)) {
            starter.open(server.url("/")).button("Run").click();
            assertThat(starter.page()).hasURL(Pattern.compile(".*/runs/1$"));
            stay(visitor.open(second.url("/runs/1")));
            assertThat(visitor.status()).hasText("running");
            assertThat(visitor.page().getByText("./kit serve compuerta")).isVisible();

            Files.createFile(gate);
            assertThat(visitor.status()).hasText("ok");
            assertThat(node(visitor, "segundo")).hasAccessibleName(Pattern.compile("\\bok\\b"));
            assertStayed(visitor);
        }
    }

    @Test
    void the_focus_stays_on_its_run_when_a_newer_one_comes_above_it(Browser browser) throws Exception {
        Files.createFile(gate);
        assertThat(place.run()).isZero();
        try (Server server = place.serve();
                Visitor visitor = Visitor.of(browser)) {
            stay(visitor.open(server.url("/")));
            Locator first = visitor.link(Pattern.compile("^1\\b.*ok"));
            first.focus();
            assertThat(place.run()).isZero();
            assertThat(visitor.link(Pattern.compile("^2\\b.*ok"))).isVisible();
            assertThat(first).isFocused();
            assertStayed(visitor);
        }
    }

    @Test
    void a_connection_that_drops_is_told_and_taken_up_again(Browser browser) throws Exception {
        try (Server server = place.serve();
                Wire wire = new Wire(server.port());
                Visitor visitor = Visitor.of(browser)) {
            visitor.open(wire.url("/")).button("Run").click();
            assertThat(node(visitor, "primero")).containsText("running");
            stay(visitor);
            assertThat(visitor.page().getByText("Live")).isVisible();
            wire.cut();
            assertThat(visitor.page().getByText("No connection")).isVisible();
            Files.createFile(gate);
            wire.mend();
            assertThat(node(visitor, "segundo")).containsText("ok");
            assertThat(visitor.status()).hasText("ok");
            visitor.forgive(NO_ANSWER);
            assertStayed(visitor);
        }
    }

    private static String lastEvent(Request request) {
        return request.url().contains("/events") ? request.allHeaders().get("last-event-id") : null;
    }

    /** The graph comes first on both pages. */
    private static Locator node(Visitor visitor, String key) {
        return visitor.link(Pattern.compile("^" + key + ": ")).first();
    }

    /** Marks this document: a reload would lose the mark. */
    private static void stay(Visitor visitor) {
        visitor.page().evaluate("() => { window.stayed = true; }");
    }

    private static void assertStayed(Visitor visitor) {
        assertThat(visitor.page().evaluate("() => window.stayed === true")).isEqualTo(true);
        assertThat(visitor.sawNothingOdd()).isEmpty();
    }
}
