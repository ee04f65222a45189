package orquesta.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.event.Fact;
import orquesta.load.LiveDefinitions;
import orquesta.text.Message;
import orquesta.text.UserException;

/** The pages of some pipelines, each with its home, for this machine only. */
public final class WebServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int LAST_PORT = 65_535;

    private final Renderer renderer = new Renderer();
    private final Hosts hosts;
    private final Guard guard;
    private final List<SitePages> sites = new ArrayList<>();
    private final Javalin javalin;

    /**
     * What is shown, and from where.
     *
     * @param command how this pipeline is named on the command line
     * @param environment says whether this is a codespace
     * @param clock gives runs their date
     * @param chaos the faults that its definitions have; null where no page may ask for any
     * @param origin where its definitions come from, as a run records it: so that whoever does it again has the same
     */
    public record Site(
            String pipeline,
            LiveDefinitions definitions,
            Orchestrator orchestrator,
            CommandLine command,
            Map<String, String> environment,
            Clock clock,
            @Nullable String chaos,
            Supplier<Fact.Origin> origin) {
        /** One whose pages take no faults, and whose runs do not say where they come from. */
        public Site(
                String pipeline,
                LiveDefinitions definitions,
                Orchestrator orchestrator,
                CommandLine command,
                Map<String, String> environment,
                Clock clock) {
            this(pipeline, definitions, orchestrator, command, environment, clock, null, () -> Fact.Origin.UNKNOWN);
        }
    }

    private WebServer(List<Site> served) {
        this.hosts = new Hosts(served.get(0).environment());
        this.guard = new Guard(hosts);
        PipelineList list = new PipelineList(served);
        for (Site site : served) {
            sites.add(new SitePages(site, list, guard.token(), renderer));
        }
        this.javalin = Javalin.create(this::configure);
    }

    /** Starts; port 0 takes any that is free. A port in use is told in a sentence. */
    public static WebServer start(Site site, int port) {
        return start(List.of(site), port);
    }

    /**
     * The same for several pipelines: the pages of the first stand where those of one alone stand, those of the others below
     * {@code /pipelines/NAME}; a list of all begins each home.
     *
     * @throws UserException if two have one name
     */
    public static WebServer start(List<Site> served, int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new UserException("--port", "web.port_number", port);
        }
        return listening(served, port).orElseThrow(() -> taken(port));
    }

    /**
     * The same on the first port that nobody has, of some. It is taken, not looked for: of two that start at once each has its
     * own.
     *
     * @throws UserException if all are in use; it names the first
     */
    public static WebServer startOnFirstFree(List<Site> served, int first, int tried) {
        for (int port = first; port < first + tried; port++) {
            Optional<WebServer> server = listening(served, port);
            if (server.isPresent()) {
                return server.get();
            }
        }
        throw taken(first);
    }

    /** Empty if the port is in use. */
    private static Optional<WebServer> listening(List<Site> served, int port) {
        if (!isFree(port)) {
            return Optional.empty();
        }
        WebServer server = new WebServer(served);
        try {
            server.javalin.start(LOOPBACK, port);
        } catch (JavalinBindException e) {
            server.sites.forEach(SitePages::close);
            return Optional.empty(); // somebody was faster
        }
        server.sites.forEach(SitePages::begin);
        return Optional.of(server);
    }

    private static UserException taken(int port) {
        int next = port + 1;
        while (next < LAST_PORT && !isFree(next)) {
            next++;
        }
        return new UserException("--port", "web.port", port, next);
    }

    private static boolean isFree(int port) {
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
        config.routes.post("/look", Visitor::choose);
        for (String file : List.of("orquesta.css", "orquesta.js", "icon.svg")) {
            config.routes.get("/" + file, new StaticFile(file)::send);
        }
        sites.forEach(site -> site.add(config.routes));
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

    private void say(Context context, Message said) {
        renderer.say(context, Visitor.look(context, guard.token(), ""), said);
    }

    @Override
    public void close() {
        sites.forEach(SitePages::stopTelling);
        javalin.stop();
        sites.forEach(SitePages::close);
    }
}
