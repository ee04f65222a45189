package orquesta.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import orquesta.chaos.Chaos;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.Visible;
import orquesta.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit serve}: the pages of pipelines, until Ctrl-C. */
@Command(name = "serve", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int PORT = 8800;
    private static final int TRIED = 10;

    @Parameters(index = "0..*", arity = "1..*", paramLabel = "PIPELINE", descriptionKey = "pipelines")
    List<String> pipelines = new ArrayList<>();

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--profile", paramLabel = "NAME", descriptionKey = "profile")
    String profile = "";

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    ClockOption clockOption = new ClockOption();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    @Nullable
    Integer port;

    /** Null if nothing was said of it; empty if faults may be asked for on the page alone. */
    @Option(
            names = "--chaos",
            paramLabel = "FAULTS",
            descriptionKey = "chaosServed",
            arity = "0..1",
            fallbackValue = "")
    @Nullable
    String chaos;

    @Override
    public Integer call() throws InterruptedException {
        Chaos faults = chaos == null ? Chaos.NONE : Chaos.parse(chaos);
        Clock clock = clockOption.clock();
        List<Watched> watched = new ArrayList<>();
        try {
            pipelines.forEach(name -> watched.add(served(name, faults).watch(clock)));
            List<WebServer.Site> sites = watched.stream().map(Watched::site).toList();
            try (WebServer server = start(sites)) {
                watched.forEach(Watched::start);
                server.links().forEach(link -> System.out.println("  Orquesta    " + link));
                watched.forEach(each -> tell(each.definitions().now().problems()));
                if (!faults.isNone()) {
                    System.err.println(Message.of("chaos.on", faults));
                }
                System.err.println(Message.of("cli.serving"));
                new CountDownLatch(1).await(); // Ctrl-C ends the process
            }
        } finally {
            watched.forEach(Watched::close);
        }
        return 0;
    }

    private ServedPipeline served(String name, Chaos faults) {
        ServedPipeline served = ServedPipeline.of(name, home);
        served.settings = settings;
        served.profile = profile;
        served.faults = faults;
        served.faultsOnPage = chaos != null;
        return served;
    }

    /** Under the heading that the page has, too. */
    private static void tell(List<Problem> problems) {
        if (!problems.isEmpty()) {
            System.err.println(Message.of("web.broken_first"));
            problems.forEach(problem -> System.err.println(Visible.of(problem)));
        }
    }

    private WebServer start(List<WebServer.Site> sites) {
        return port == null ? WebServer.startOnFirstFree(sites, PORT, TRIED) : WebServer.start(sites, port);
    }
}
