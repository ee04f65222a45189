package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Both pages without a mouse. {@link Hand.Keyboard} looks at every stop on the way: the focus is seen there. */
@ExtendWith(Chromium.class)
class KeyboardTest {
    @TempDir
    Path folder;

    private final Hand hand = new Hand.Keyboard();

    @Test
    void skips_to_the_content_sets_the_switches_selects_runs_reads_why_and_goes_back(Browser browser) throws Exception {
        try (Server server = Workplace.ventas(folder).serve();
                Visitor visitor = Visitor.of(browser)) {
            visitor.open(server.url("/"));
            skips(visitor);
            setsTheSwitches(visitor);
            selects(visitor);
            runs(visitor);
            readsWhy(visitor);
            goesBack(visitor);
            keepsItsPlace(visitor);
            assertThat(visitor.sawNothingOdd()).isEmpty();
        }
    }

    private static void skips(Visitor visitor) {
        Keyboard keys = visitor.page().keyboard();
        keys.press("Tab");
        assertThat(visitor.link("Skip to the content")).isFocused();
        assertThat(visitor.link("Skip to the content")).isInViewport();
        keys.press("Enter");
        keys.press("Tab");
        assertThat(visitor.page().getByLabel("Selection")).isFocused();
    }

    private void setsTheSwitches(Visitor visitor) {
        hand.press(visitor.button("Dark"));
        assertThat(visitor.button("Dark")).hasAttribute("aria-pressed", "true");
        hand.press(visitor.button("Español"));
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "es");
        hand.press(visitor.button("English"));
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
    }

    /** Enter shows what is picked; it starts nothing. */
    private void selects(Visitor visitor) {
        Locator ventas = visitor.page()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName("ventas").setExact(true));
        hand.press(ventas);
        assertThat(visitor.page().getByLabel("Selection")).hasValue("ventas");
        visitor.page().keyboard().press("Space");
        assertThat(visitor.page().getByLabel("Selection")).hasValue("");
        hand.write(visitor.page().getByLabel("Selection"), "*ingresos_totales");
        assertThat(visitor.page().getByText("4 of 6 assets")).isVisible();
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/\\?select=.*ingresos_totales$"));
        assertThat(visitor.page().getByText("Nothing has been run yet")).isVisible();
    }

    private void runs(Visitor visitor) {
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.button("Run")).isFocused();
        visitor.page().keyboard().press("Space");
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/runs/1$"));
        assertThat(visitor.status()).hasText("ok");
    }

    /** From the graph to the step, and on from there: its reasons open and close. */
    private void readsWhy(Visitor visitor) {
        hand.press(visitor.link(Pattern.compile("^ingresos_totales: ok")).first());
        Locator step = visitor.step("ingresos_totales");
        Locator why = step.getByText("Why?");
        assertThat(step).isInViewport();
        assertThat(step.getByText("Run 1 was started")).isVisible();
        hand.press(why);
        assertThat(step.getByText("Run 1 was started")).isHidden();
        visitor.page().keyboard().press("Enter");
        assertThat(step.getByText("Run 1 was started")).isVisible();
    }

    private static void goesBack(Visitor visitor) {
        visitor.page().goBack(); // from the step to the top of the run's page
        visitor.page().goBack();
        assertThat(visitor.page().getByLabel("Selection")).hasValue("*ingresos_totales");
        assertThat(visitor.link(Pattern.compile("^1\\b.*ok"))).isVisible();
    }

    /** Another language shows the same selection, though it was only typed. */
    private void keepsItsPlace(Visitor visitor) {
        hand.write(visitor.page().getByLabel("Selection"), "ventas");
        hand.press(visitor.button("Español"));
        assertThat(visitor.page().getByLabel("Selección")).hasValue("ventas");
        hand.press(visitor.button("English"));
        assertThat(visitor.page().getByLabel("Selection")).hasValue("ventas");
    }
}
