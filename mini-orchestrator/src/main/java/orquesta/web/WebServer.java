package orquesta.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.definition.Pipeline;
import orquesta.load.LiveDefinitions;
import orquesta.store.RunSearch;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** The pages of one pipeline and one home, for this machine only. */
public final class WebServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LAST_PORT = 65_535;

    private final Renderer renderer = new Renderer();
    private final Hosts hosts;
    private final Guard guard;
    private final LiveDefinitions definitions;
    private final Pages pages;
    private final AssetPages assets;
    private final RunsGrid grid;
    private final Timetable timetable;
    private final BackgroundRuns runs;
    private final KeptPages kept = new KeptPages();
    private final Feed feed;
    private final Javalin javalin;

    /**
     * What is shown, and from where.
     *
     * @param command how this pipeline is named on the command line
     * @param environment says whether this is a codespace
     * @param clock gives runs their date
     */
    public record Site(
            String pipeline,
            LiveDefinitions definitions,
            Orchestrator orchestrator,
            CommandLine command,
            Map<String, String> environment,
            Clock clock) {}

    private WebServer(Site site) {
        this.hosts = new Hosts(site.environment());
        this.guard = new Guard(hosts);
        this.definitions = site.definitions();
        this.runs = new BackgroundRuns(site.orchestrator(), site.clock());
        this.pages = new Pages(site, runs);
        this.assets = new AssetPages(site);
        this.grid = new RunsGrid(site);
        this.timetable = new Timetable(site, renderer);
        this.feed = new Feed(
                site.orchestrator(), site.pipeline(), () -> definitions.now().id());
        this.javalin = Javalin.create(this::configure);
    }

    /** Starts; port 0 takes any that is free. A port in use is told in a sentence. */
    public static WebServer start(Site site, int port) {
        requireFree(port);
        WebServer server = new WebServer(site);
        server.javalin.start(LOOPBACK, port);
        server.feed.begin();
        return server;
    }

    private static void requireFree(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new UserException("--port", "web.port_number", port);
        }
        if (!isFree(port)) {
            int next = port + 1;
            while (next < LAST_PORT && !isFree(next)) {
                next++;
            }
            throw new UserException("--port", "web.port", port, next);
        }
    }

    /** Whether nobody listens on this port of this machine. */
    public static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return javalin.port();
    }

    /** Where to look: on this machine and, in a codespace, from outside. */
    public List<String> links() {
        Optional<String> outside = hosts.forwarded(port()).map(name -> "https://" + name + "/");
        String here = "http://" + LOOPBACK + ":" + port() + "/";
        return outside.map(link -> List.of(link, here)).orElse(List.of(here));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.routes.before(guard::check);
        config.routes.get("/", context -> home(context, List.of(), HttpStatus.OK));
        config.routes.get("/runs/{number}", this::run);
        config.routes.get("/assets/{name}", this::asset);
        config.routes.get("/runs", this::runs);
        RunButton button = new RunButton(definitions, runs, this::home);
        config.routes.post("/runs", button::pressed);
        config.routes.post("/runs/{number}/cancel", button::stop);
        config.routes.post("/runs/{number}/again", context -> button.again(context, false));
        config.routes.post("/runs/{number}/from-failure", context -> button.again(context, true));
        config.routes.get("/time", context -> timetable.show(context, look(context)));
        for (String changed : List.of("/schedules", "/clock")) { // where a refused change left us
            config.routes.get(changed, context -> context.redirect("/time", HttpStatus.SEE_OTHER));
        }
        config.routes.post("/schedules", context -> timetable.switched(context, look(context)));
        config.routes.post("/clock", context -> timetable.setSpeed(context, look(context)));
        config.routes.get("/selection", new SelectionBox(definitions, this::look)::typed);
        config.routes.post("/look", Visitor::choose);
        config.routes.sse("/events", client -> {
            Context context = client.ctx();
            feed.connect(client, look(context), known(context), number(context.queryParam("run"), Feed.HOME));
        });
        for (String file : List.of("orquesta.css", "orquesta.js", "icon.svg")) {
            config.routes.get("/" + file, new StaticFile(file)::send);
        }
        config.routes.exception(HttpResponseException.class, (e, context) -> {
            context.status(e.getStatus());
            say(context, Message.of("web.not_found", context.path()));
        });
        config.routes.exception(UserException.class, (e, context) -> {
            context.status(HttpStatus.UNPROCESSABLE_CONTENT);
            say(context, e.problems().get(0).message());
        });
        config.routes.exception(Exception.class, (e, context) -> {
            context.status(HttpStatus.INTERNAL_SERVER_ERROR);
            say(context, Message.of("cli.bug", e));
        });
    }

    private Known known(Context context) {
        String seen = context.header("Last-Event-ID");
        String version = context.queryParam("version");
        return new Known(
                number(seen == null ? context.queryParam("after") : seen, 0),
                version == null ? definitions.now().id() : version);
    }

    private Look look(Context context) {
        return Visitor.look(context, guard.token());
    }

    /** @param refused why a run that was asked for did not start */
    private void home(Context context, List<Problem> refused, HttpStatus status) {
        Look look = look(context);
        RunWish wish = wish(context, refused.isEmpty());
        long before = number(context.queryParam("before"), Long.MAX_VALUE);
        KeptPages.Made from = pages.made(look, definitions.look());
        Supplier<Optional<byte[]>> make =
                () -> Optional.of(renderer.html("home.jte", Map.of("page", pages.home(look, wish, before, refused))));
        context.status(status);
        renderer.send(context, (refused.isEmpty() ? kept.get(from, make) : make.get()).orElseThrow());
    }

    private RunWish wish(Context context, boolean asked) {
        Pipeline loaded = definitions.now().pipeline().orElse(null);
        return RunWish.of(loaded, asked ? context::queryParam : context::formParam);
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

    @Override
    public void close() {
        feed.close();
        javalin.stop();
        runs.close();
    }
}
