package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody stops a run that goes on. */
@ExtendWith(Chromium.class)
class StopTest {
    @TempDir
    Path folder;

    static Stream<Hand> hands() {
        return Stream.of(new Hand.Mouse(), new Hand.Keyboard());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hands")
    void the_button_stops_a_run_and_its_page_says_so_with_the_reason_and_offers_to_go_on(Hand hand, Browser browser)
            throws Exception {
        Workplace place = Workplace.of(folder, "compuerta", Bodies.gated(folder.resolve("gate")));
        try (Server server = place.serve();
                Visitor visitor = Visitor.of(browser)) {
            visitor.open(server.url("/"));
            hand.press(visitor.button("Run"));
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/runs/1$"));
            assertThat(visitor.step("primero").locator(".chip .word")).hasText("running");

            hand.press(visitor.button("Stop"));

            assertThat(visitor.status()).hasText("cancelled");
            assertThat(visitor.page().locator("#summary .reason")).containsText("the page");
            assertThat(visitor.step("primero").locator(".chip .word")).hasText("cancelled");
            assertThat(visitor.step("primero").locator(".reason")).containsText("the page");
            assertThat(visitor.step("segundo").locator(".chip .word")).hasText("cancelled");
            assertThat(visitor.button("Stop")).hasCount(0);
            assertThat(visitor.button("From the failure")).isVisible();
            visitor.open(server.url("/runs?state=cancelled"));
            assertThat(visitor.page().locator("#grid tbody tr")).hasCount(1);
            assertThat(visitor.sawNothingOdd()).isEmpty();
        }
    }
}
