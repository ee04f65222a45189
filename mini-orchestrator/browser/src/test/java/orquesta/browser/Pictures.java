package orquesta.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of each page in each state, size and theme, to be looked at one by one; no test, so it runs only when it is
 * named: {@code mvn -o -Pbrowser -pl mini-orchestrator/browser -am test -Dtest=Pictures -Dpictures=DIR}.
 */
@ExtendWith(Chromium.class)
class Pictures {
    private static final int[] WIDTHS = {1366, 1024};
    private static final int HEIGHT = 768;
    private static final String WHOLE = "Light 1366 English";

    @TempDir
    Path folder;

    private final Path out = Path.of(System.getProperty("pictures", "target/pictures"));
    private final Map<String, Visitor> cameras = new LinkedHashMap<>();

    @BeforeEach
    void cameras(Browser browser) {
        for (String theme : List.of("Light", "Dark", "Projector")) {
            for (int width : WIDTHS) {
                for (String language : List.of("English", "Español")) {
                    Visitor visitor = Visitor.of(browser, options -> options.setViewportSize(width, HEIGHT));
                    cameras.put(theme + " " + width + " " + language, visitor);
                }
            }
        }
    }

    @AfterEach
    void away() {
        cameras.values().forEach(Visitor::close);
    }

    @Test
    void ventas() throws Exception {
        Workplace place = Workplace.ventas(folder);
        try (Server server = place.serve()) {
            themes(server);
            take("home-nothing-yet", server.url("/"));
            take("run-ok", run(server, "ok"));
            take("home-data", server.url("/?select=*ingresos_totales"));
            place.edit("Ventas.java", "* (1 + coalesce(impuesto, 0))", "* (coalesce(impuesto, 0) - 1)");
            place.run();
            take("run-blocked", server.url("/runs/2"));
            take("run-blocked-why", server.url("/runs/2#ingresos_totales.check_ingresos"));
            take("home-failure", server.url("/"));
            take("home-wrong-selection", server.url("/?select=ventaz"));
            place.edit("Ventas.java", ".where(\"regla is null\")", ".nada()");
            anyone().open(server.url("/"));
            assertThat(anyone().page().getByRole(AriaRole.ALERT)).containsText("Ventas.java");
            take("home-broken", server.url("/"));
            take("missing", server.url("/runs/99"));
        }
    }

    @Test
    void sixty_assets() throws Exception {
        Workplace place = Workplace.of(folder, "grande", Bodies.sixtyAssets());
        try (Server server = place.serve()) {
            themes(server);
            take("run-sixty", run(server, "ok"));
            take("home-sixty", server.url("/?select=nodoab*"));
        }
    }

    @Test
    void a_run_that_goes_on() throws Exception {
        Path gate = folder.resolve("gate");
        Workplace place = Workplace.of(folder, "compuerta", Bodies.gated(gate));
        try (Server server = place.serve()) {
            themes(server);
            String url = run(server, "running");
            take("run-running", url);
            take("home-running", server.url("/"));
            Files.createFile(gate);
        }
    }

    @Test
    void every_end_of_a_step() throws Exception {
        Workplace place = Workplace.of(folder, "finales", Bodies.everyEnd());
        try (Server server = place.serve()) {
            themes(server);
            take("run-every-end", run(server, "failed"));
            take("home-every-end", server.url("/"));
        }
    }

    private Visitor anyone() {
        return cameras.values().iterator().next();
    }

    private void themes(Server server) {
        cameras.forEach((name, visitor) -> {
            String[] wishes = name.split(" ");
            visitor.open(server.url("/")).button(wishes[0]).click();
            visitor.button(wishes[2]).click();
        });
    }

    private String run(Server server, String status) {
        Visitor visitor = anyone().open(server.url("/"));
        visitor.button("Run").click();
        assertThat(visitor.page()).hasURL(Pattern.compile(".*/runs/\\d+$"));
        assertThat(visitor.status()).hasText(status);
        return visitor.page().url();
    }

    private void take(String what, String url) {
        cameras.forEach((name, visitor) -> {
            Page page = visitor.open(url).page();
            String file =
                    what + "-" + name.toLowerCase(Locale.ROOT).replace("ñ", "n").replace(' ', '-');
            page.screenshot(new Page.ScreenshotOptions().setPath(out.resolve(file + ".png")));
            if (name.equals(WHOLE)) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(out.resolve("whole").resolve(file + ".png"))
                        .setFullPage(true));
            }
        });
    }
}
