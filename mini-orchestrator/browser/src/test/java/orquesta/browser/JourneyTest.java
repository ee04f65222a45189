package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A student opens {@code ventas}, breaks it in its file, finds where, repairs it. */
@ExtendWith(Chromium.class)
class JourneyTest {
    private static final String FILE = "Ventas.java";
    private static final String GOOD_LINE = ".select(\"linea, id_venta, fecha, producto, precio, cantidad\");";
    private static final String GOOD_LINES =
            "return ventasLeidas\n                .where(\"regla is null\")\n                " + GOOD_LINE;
    private static final String GOOD_SUM = "* (1 + coalesce(impuesto, 0))";
    private static final int CLICKS = 3;
    /** The browser says on its console how a form was answered. */
    private static final String REFUSED = "console: .*status of 422.*";

    @TempDir
    Path folder;

    static Stream<Hand> hands() {
        return Stream.of(new Hand.Mouse(), new Hand.Keyboard());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hands")
    void a_student_runs_breaks_finds_the_line_within_three_clicks_repairs_and_is_green(Hand hand, Browser browser)
            throws Exception {
        Workplace place = Workplace.ventas(folder);
        try (Server server = place.serve();
                Visitor student = Visitor.of(browser)) {
            student.open(server.url("/"));
            run(student, hand, "ok");

            breaksTheSyntax(place, student, hand);
            home(student, hand);
            run(student, hand, "ok");

            throwsInAStep(place, student, hand);
            home(student, hand);
            run(student, hand, "ok");

            calculatesWrongly(place, student, hand);
            home(student, hand);
            run(student, hand, "ok");

            assertThat(student.sawNothingOdd()).isEmpty();
        }
    }

    private static void run(Visitor student, Hand hand, String status) {
        hand.press(student.button("Run"));
        assertThat(student.page()).hasURL(Pattern.compile(".*/runs/\\d+$"));
        assertThat(student.status()).hasText(status);
    }

    private static void home(Visitor student, Hand hand) {
        hand.press(student.crumb("Orquesta"));
        assertThat(student.button("Run")).isEnabled();
    }

    /** Stands on the page of a run when the file is saved; the compiler's sentence is on the home page. */
    private static void breaksTheSyntax(Workplace place, Visitor student, Hand hand) throws Exception {
        int line = place.edit(FILE, GOOD_LINE, GOOD_LINE.replace(";", ""));
        int before = hand.presses();
        home(student, hand);
        Locator banner = student.page().getByRole(AriaRole.ALERT);
        assertThat(banner).containsText(FILE + ":" + line);
        assertThat(banner).containsText("producto, precio, cantidad");
        assertThat(hand.presses() - before).isLessThanOrEqualTo(CLICKS);

        hand.write(student.page().locator("#select"), "ventas");
        hand.press(student.button("Run"));
        Locator told = student.page().locator("#picked");
        assertThat(told).containsText("Nothing was started");
        student.forgive(REFUSED);

        place.edit(FILE, GOOD_LINE.replace(";", "\n"), GOOD_LINE + "\n");
        assertThat(banner).hasCount(0);
        assertThat(told).containsText(Pattern.compile("^\\s*1 of \\d+ assets\\s*$"));
    }

    private static void throwsInAStep(Workplace place, Visitor student, Hand hand) throws Exception {
        int line = place.edit(FILE, GOOD_LINES, "throw new IllegalStateException(\"se acabó\");");
        home(student, hand);
        run(student, hand, "failed");
        int before = hand.presses();
        hand.press(student.link(Pattern.compile("^ventas\\b.*failed")).first());
        Locator step = student.step("ventas");
        assertThat(step).containsText("se acabó");
        assertThat(step.getByText(FILE + ":" + line).first()).isVisible();
        assertThat(step.getByText(FILE + ":" + line).first()).isInViewport();
        assertThat(hand.presses() - before).isLessThanOrEqualTo(CLICKS);
        place.edit(FILE, "throw new IllegalStateException(\"se acabó\");", GOOD_LINES);
    }

    /** The income becomes negative, which the check {@code check_ingresos} refuses. */
    private static void calculatesWrongly(Workplace place, Visitor student, Hand hand) throws Exception {
        place.edit(FILE, GOOD_SUM, "* (coalesce(impuesto, 0) - 1)");
        home(student, hand);
        run(student, hand, "blocked");
        int before = hand.presses();
        hand.press(student.link(Pattern.compile("check_ingresos\\b.*failed")).first());
        Locator step = student.step("ingresos_totales#check_ingresos");
        Locator wrong = step.getByRole(AriaRole.CELL).getByText("-4050").first(); // 5000 * 1 * (0.19 - 1)
        assertThat(wrong).isVisible();
        assertThat(wrong).isInViewport();
        Locator written = step.getByText(FILE + ":" + place.line(FILE, "CheckResult checkIngresos("));
        assertThat(written.first()).isInViewport();
        assertThat(step.getByText("ingresosTotales.where").first()).isVisible();
        Locator asset = student.step("ingresos_totales");
        hand.press(asset.locator("summary").filter(new Locator.FilterOptions().setHasText("Written in " + FILE)));
        assertThat(asset.getByText("(coalesce(impuesto, 0) - 1)").first()).isVisible();
        assertThat(hand.presses() - before).isLessThanOrEqualTo(CLICKS);
        followsTheLink(step, place.line(FILE, "CheckResult checkIngresos("), hand);
        place.edit(FILE, "* (coalesce(impuesto, 0) - 1)", GOOD_SUM);
    }

    /** From the reason to the line that it names, which is marked. */
    private static void followsTheLink(Locator step, int line, Hand hand) {
        hand.press(step.getByRole(AriaRole.LINK).getByText(FILE + ":" + line));
        Locator marked = step.locator("[aria-current=location]");
        assertThat(marked).containsText(Pattern.compile("^\\s*" + line + "\\s*CheckResult checkIngresos\\("));
        assertThat(marked).isInViewport();
    }
}
