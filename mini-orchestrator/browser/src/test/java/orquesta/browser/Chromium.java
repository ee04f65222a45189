package orquesta.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for all tests, given to each that asks for a {@link Browser}; each makes contexts of its own in it. */
final class Chromium implements ParameterResolver {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox", // as root Chromium does not start otherwise
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Milliseconds until what a page should show counts as missing: long, since the machine may be busy. */
    static final double PATIENCE = 40_000;

    /** What is closed with the last test. */
    private record Running(Playwright playwright, Browser browser) implements AutoCloseable {
        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }

    private static Running launch() {
        Playwright playwright = Playwright.create();
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS);
        return new Running(playwright, playwright.chromium().launch(options));
    }

    private static Path executable() {
        Path path =
                Path.of(Optional.ofNullable(System.getenv("ORQUESTA_CHROMIUM")).orElse("/usr/bin/chromium"));
        if (!Files.isExecutable(path)) {
            throw new AssertionError("no browser at " + path + ": devcontainer/install-system.sh installs Debian's"
                    + " Chromium; ORQUESTA_CHROMIUM names another");
        }
        return path;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .getOrComputeIfAbsent(Running.class, key -> launch(), Running.class)
                .browser();
    }
}
