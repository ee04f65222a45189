package orquesta.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Somebody with a browser window, who notes whatever a page should not do; {@link #sawNothingOdd} says it. */
final class Visitor implements AutoCloseable {
    private static final String SAY_VIOLATIONS = "document.addEventListener('securitypolicyviolation',"
            + " e => console.error('policy violated: ' + e.violatedDirective + ' ' + e.blockedURI))";

    private final BrowserContext context;
    private final Page page;
    private final List<String> odd = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();

    private Visitor(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(Chromium.PATIENCE);
        context.addInitScript(SAY_VIOLATIONS);
        this.page = context.newPage();
        page.onConsoleMessage(this::heard);
        page.onPageError(error -> odd.add("error on the page: " + error));
        page.onDialog(dialog -> {
            odd.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequest(this::asked);
    }

    static Visitor of(Browser browser) {
        return of(browser, options -> {});
    }

    static Visitor of(Browser browser, Consumer<Browser.NewContextOptions> wishes) {
        Browser.NewContextOptions options = new Browser.NewContextOptions()
                .setViewportSize(1366, 768)
                .setLocale("en-US")
                .setReducedMotion(ReducedMotion.REDUCE);
        wishes.accept(options);
        return new Visitor(browser.newContext(options));
    }

    private void heard(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type())) {
            odd.add("console: " + message.text());
        }
    }

    private void asked(Request request) {
        requests.add(request);
        URI target = URI.create(request.url().replaceAll("[^\\x21-\\x7e]", "_").replaceAll("[\"<>\\\\^`{|}]", "_"));
        boolean inline = List.of("data", "blob", "about").contains(target.getScheme());
        if (!inline && !"127.0.0.1".equals(target.getHost())) {
            odd.add("request to another host: " + request.url());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    List<Request> requests() {
        return requests;
    }

    Visitor open(String url) {
        page.navigate(url);
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A link of the path at the top of the page. */
    Locator crumb(String name) {
        return page.getByRole(AriaRole.NAVIGATION)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(Pattern name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** What the page of a run tells of one step. */
    Locator step(String key) {
        Locator heading = page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(Pattern.compile("^" + key + "(\\s|$)")));
        return page.getByRole(AriaRole.ARTICLE).filter(new Locator.FilterOptions().setHas(heading));
    }

    /** The word for the state of the run that the page is about. */
    Locator status() {
        return page.locator("#summary .chip .word");
    }

    /** What cannot be helped while a server is down: a browser says on the console that nobody answers. */
    void forgive(String pattern) {
        odd.removeIf(one -> one.matches(pattern));
    }

    List<String> sawNothingOdd() {
        return odd;
    }

    @Override
    public void close() {
        context.close();
    }
}
