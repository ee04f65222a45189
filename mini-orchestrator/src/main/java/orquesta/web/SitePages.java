package orquesta.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orquesta.definition.Pipeline;
import orquesta.load.LiveDefinitions;
import orquesta.store.RunSearch;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.Problem;

/** What the addresses of one pipeline lead to. */
final class SitePages implements AutoCloseable {
    private final String base;
    private final PipelineList list;
    private final String token;
    private final Renderer renderer;
    private final LiveDefinitions definitions;
    private final Pages pages;
    private final AssetPages assets;
    private final RunsGrid grid;
    private final Timetable timetable;
    private final BackgroundRuns runs;
    private final KeptPages kept = new KeptPages();
    private final Feed feed;

    /**
     * @param list all that are served beside it, itself among them
     * @param token what a form must carry
     */
    SitePages(WebServer.Site site, PipelineList list, String token, Renderer renderer) {
        this.base = list.base(site);
        this.list = list;
        this.token = token;
        this.renderer = renderer;
        this.definitions = site.definitions();
        this.runs = new BackgroundRuns(site);
        this.pages = new Pages(site, runs);
        this.assets = new AssetPages(site);
        this.grid = new RunsGrid(site);
        this.timetable = new Timetable(site, renderer);
        this.feed = new Feed(
                site.orchestrator(), site.pipeline(), () -> definitions.now().id());
    }

    void add(RoutesConfig routes) {
        routes.get(base + "/", context -> home(context, List.of(), HttpStatus.OK));
        routes.get(base + "/runs/{number}", this::run);
        routes.get(base + "/assets/{name}", this::asset);
        routes.get(base + "/runs", this::runs);
        RunButton button = new RunButton(definitions, runs, new RunButton.Home(base, this::home));
        routes.post(base + "/runs", button::pressed);
        routes.post(base + "/runs/{number}/cancel", button::stop);
        routes.post(base + "/runs/{number}/again", context -> button.again(context, false));
        routes.post(base + "/runs/{number}/from-failure", context -> button.again(context, true));
        routes.get(base + "/time", context -> timetable.show(context, look(context)));
        for (String changed : List.of("/schedules", "/clock")) { // where a refused change left us
            routes.get(base + changed, context -> context.redirect(base + "/time", HttpStatus.SEE_OTHER));
        }
        routes.post(base + "/schedules", context -> timetable.switched(context, look(context)));
        routes.post(base + "/clock", context -> timetable.setSpeed(context, look(context)));
        routes.get(base + "/selection", new SelectionBox(definitions, this::look)::typed);
        routes.sse(base + "/events", client -> {
            Context context = client.ctx();
            feed.connect(client, look(context), known(context), number(context.queryParam("run"), Feed.HOME));
        });
    }

    /** Tells browsers from now on what happens. */
    void begin() {
        feed.begin();
    }

    private Known known(Context context) {
        String seen = context.header("Last-Event-ID");
        String version = context.queryParam("version");
        long after = number(seen == null ? context.queryParam("after") : seen, 0);
        return new Known(after, version == null ? definitions.now().id() : version);
    }

    private Look look(Context context) {
        return Visitor.look(context, token, base);
    }

    /** @param refused why a run that was asked for did not start */
    private void home(Context context, List<Problem> refused, HttpStatus status) {
        Look look = look(context);
        RunWish wish = wish(context, refused.isEmpty());
        long before = number(context.queryParam("before"), Long.MAX_VALUE);
        List<PipelineLine> others = list.lines();
        KeptPages.Made from = pages.made(look, definitions.look()).beside(others);
        Supplier<Optional<byte[]>> make = () -> Optional.of(
                renderer.html("home.jte", Map.of("page", pages.home(look, wish, before, refused), "list", others)));
        context.status(status);
        renderer.send(context, (refused.isEmpty() ? kept.get(from, make) : make.get()).orElseThrow());
    }

    private RunWish wish(Context context, boolean asked) {
        Pipeline loaded = definitions.now().pipeline().orElse(null);
        return RunWish.of(loaded, asked ? name -> SelectionBox.asked(context, loaded, name) : context::formParam);
    }

    private void asset(Context context) {
        Look look = look(context);
        String name = context.pathParam("name");
        Supplier<Optional<byte[]>> make =
                () -> assets.page(look, name).map(page -> renderer.html("asset.jte", Map.of("page", page)));
        Optional<byte[]> page = kept.get(pages.made(look, definitions.now()), make);
        if (page.isPresent()) {
            renderer.send(context, page.get());
        } else {
            context.status(HttpStatus.NOT_FOUND);
            say(context, Message.of("web.no_asset", name, Nearest.clue(name, assets.names())));
        }
    }

    private void runs(Context context) {
        Look look = look(context);
        RunSearch search = grid.asked(context);
        long before = number(context.queryParam("before"), Long.MAX_VALUE);
        KeptPages.Made from = pages.made(look, definitions.now());
        Supplier<Optional<byte[]>> make =
                () -> Optional.of(renderer.html("runs.jte", Map.of("page", grid.page(look, search, before))));
        renderer.send(context, kept.get(from, make).orElseThrow());
    }

    private void run(Context context) {
        long number = number(context.pathParam("number"), -1);
        String wanted = Objects.requireNonNullElse(context.queryParam("steps"), "");
        Look look = look(context);
        Supplier<Optional<byte[]>> make =
                () -> pages.run(look, number, wanted).map(page -> renderer.html("run.jte", Map.of("page", page)));
        Optional<byte[]> page = pages.goesOn(number) ? make.get() : kept.get(pages.made(look, definitions.now()), make);
        if (page.isPresent()) {
            renderer.send(context, page.get());
        } else {
            context.status(HttpStatus.NOT_FOUND);
            say(context, Message.of("web.no_run", context.pathParam("number")));
        }
    }

    private void say(Context context, Message said) {
        renderer.say(context, look(context), said);
    }

    private static long number(@Nullable String text, long otherwise) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    /** No browser waits any more. */
    void stopTelling() {
        feed.close();
    }

    @Override
    public void close() {
        runs.close();
    }
}
