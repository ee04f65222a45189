package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A browser in which no script runs: all but liveness works. */
@ExtendWith(Chromium.class)
class WithoutScriptTest {
    private static final int LOOKS = 400;

    @TempDir
    Path folder;

    @Test
    void selects_runs_reads_why_and_rows_sees_a_broken_file_and_sets_the_switches(Browser browser) throws Exception {
        Workplace place = Workplace.ventas(folder);
        place.edit("Ventas.java", "* (1 + coalesce(impuesto, 0))", "* (coalesce(impuesto, 0) - 1)");
        try (Server server = place.serve();
                Visitor visitor = Visitor.of(browser, options -> options.setJavaScriptEnabled(false))) {
            visitor.open(server.url("/"));
            selects(visitor);
            runs(visitor);
            readsWhy(visitor);
            seesTheBrokenFile(place, visitor, server);
            setsTheSwitches(visitor);
            assertThat(visitor.sawNothingOdd()).isEmpty();
        }
    }

    private static void selects(Visitor visitor) {
        box(visitor, "ventas").click();
        box(visitor, "productos").click();
        assertThat(visitor.page().getByLabel("Selection")).hasValue("ventas or productos");
        assertThat(box(visitor, "productos")).isChecked();
        assertThat(visitor.page().locator("#plan")).containsText("What would run");
        box(visitor, "ventas").click();
        box(visitor, "productos").click();
        assertThat(visitor.page().getByLabel("Selection")).hasValue("");
        visitor.page().getByLabel("Selection").fill("*ingresos_totales");
        visitor.button("Show").click();
        assertThat(visitor.page()).hasURL(Pattern.compile(".*[?&]select=.*ingresos_totales"));
        assertThat(visitor.page().locator("main")).containsText("4 of 6");
        assertThat(visitor.page().getByLabel("Selection")).hasValue("*ingresos_totales");
    }

    /** The box on a node of the graph. */
    private static Locator box(Visitor visitor, String asset) {
        return visitor.page()
                .getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(asset).setExact(true));
    }

    private static void runs(Visitor visitor) {
        visitor.button("Run").click();
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/runs/1$"));
        for (int look = 0; look < LOOKS && visitor.status().textContent().matches("running|waiting"); look++) {
            visitor.page().reload();
        }
        assertThat(visitor.status()).hasText("blocked");
    }

    private static void readsWhy(Visitor visitor) {
        visitor.link(Pattern.compile("check_ingresos\\b.*failed")).first().click();
        Locator step = visitor.step("ingresos_totales#check_ingresos");
        assertThat(step).containsText("-4050");
        assertThat(step).isInViewport();
        Locator why = step.getByText("Why?").first();
        Locator sentences = step.locator(
                "details", new Locator.LocatorOptions().setHas(visitor.page().getByText("Why?")));
        if (sentences.first().getAttribute("open") == null) {
            why.click();
        }
        assertThat(sentences.first().getByRole(AriaRole.LISTITEM).first()).isVisible();
    }

    private static void seesTheBrokenFile(Workplace place, Visitor visitor, Server server) throws Exception {
        place.edit("Ventas.java", ".where(\"regla is null\")", ".nada()");
        Locator alert = visitor.page().getByRole(AriaRole.ALERT);
        visitor.open(server.url("/"));
        for (int look = 0; look < LOOKS && alert.count() == 0; look++) {
            visitor.page().reload();
        }
        assertThat(alert).containsText(".nada()");
    }

    private static void setsTheSwitches(Visitor visitor) {
        visitor.button("Español").click();
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "es");
        assertThat(visitor.page()
                        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Últimas ejecuciones")))
                .isVisible();
        String light = background(visitor);
        visitor.button("Oscuro").click();
        assertThat(visitor.button("Oscuro")).hasAttribute("aria-pressed", "true");
        assertThat(background(visitor)).isNotEqualTo(light);
    }

    private static String background(Visitor visitor) {
        return Base64.getEncoder()
                .encodeToString(visitor.page().screenshot(new Page.ScreenshotOptions().setClip(0, 700, 5, 5)));
    }
}
