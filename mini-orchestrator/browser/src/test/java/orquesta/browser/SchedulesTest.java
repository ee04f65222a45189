package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody lets a night pass on the virtual clock, the one in which the clocks of Chile jump. */
@ExtendWith(Chromium.class)
class SchedulesTest {
    private static final String PLAIN = "Definitions.of(new Flujo())";

    @TempDir
    Path folder;

    static Stream<Hand> hands() {
        return Stream.of(new Hand.Mouse(), new Hand.Keyboard());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hands")
    void a_tick_comes_with_its_reason_and_its_run_and_the_schedule_is_paused_and_switched_on(Hand hand, Browser browser)
            throws Exception {
        Workplace place = Workplace.of(folder, "noche", "    @Asset String ventas() { return \"x\"; }");
        place.edit(
                "Flujo.java",
                PLAIN,
                PLAIN + ".job(Job.named(\"diario\").select(\"*\")).schedule("
                        + "orquesta.schedule.Schedule.named(\"medianoche\").cron(\"0 0 * * *\", \"America/Santiago\").runs(\"diario\"))");
        try (Server server = place.serve(0, "--clock", "2026-09-05T23:30", "--speed", "1");
                Visitor visitor = Visitor.of(browser)) {
            visitor.open(server.url("/"));
            hand.press(visitor.link("Time"));
            Locator coming = visitor.page().locator(".coming li").first();
            assertThat(coming).containsText("2026-09-06 01:00:00 -03:00");
            assertThat(coming).containsText("the clock changes on this day: 00:00 → 01:00");

            hand.press(visitor.button("600 ×"));
            Locator tick = visitor.page().locator(".ticks tbody tr").first();
            assertThat(tick).containsText("2026-09-06 01:00:00 -03:00");
            assertThat(tick).containsText("on time");
            hand.press(visitor.button("Stand still"));
            assertThat(visitor.button("Stand still")).hasAttribute("aria-pressed", "true");
            assertThat(tick.locator(".chip .word")).hasText("ok");

            hand.press(visitor.button("Pause medianoche"));
            assertThat(visitor.page().locator(".schedule .head .word")).hasText("paused");
            hand.press(visitor.button("Switch on medianoche"));
            assertThat(visitor.page().locator(".schedule .head .word")).hasText("on");

            hand.press(visitor.link("Runs"));
            assertThat(visitor.page().locator("#grid tbody tr")).hasCount(1);
            hand.press(visitor.page().locator("#grid tbody a[href*=tick]"));
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/runs\\?tick=2026-09-06T04.*"));
            assertThat(visitor.page().locator("#grid tbody tr")).hasCount(1);

            hand.press(visitor.page().locator("#grid thead a"));
            assertThat(visitor.page()).hasURL(Pattern.compile(".*/assets/ventas$"));
            assertThat(visitor.page().locator("h1")).hasText("ventas");
            assertThat(visitor.sawNothingOdd()).isEmpty();
        }
    }
}
