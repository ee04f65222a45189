package orquesta.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.chaos.Chaos;
import orquesta.daemon.Daemon;
import orquesta.load.LiveDefinitions;
import orquesta.notify.AlertSender;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.Visible;
import orquesta.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit serve}: the pages of a pipeline, until Ctrl-C. */
@Command(name = "serve", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int PORT = 8800;
    private static final int TRIED = 10;

    @Mixin
    ServedPipeline options = new ServedPipeline();

    @Mixin
    ClockOption clockOption = new ClockOption();

    @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
    @Nullable
    Integer port;

    @Option(names = "--chaos", paramLabel = "FAULTS", descriptionKey = "chaos")
    String chaos = "";

    @Override
    public Integer call() throws InterruptedException {
        Path folder = options.folder();
        Chaos faults = Chaos.parse(chaos);
        Clock clock = clockOption.clock();
        try (LiveDefinitions definitions = new LiveDefinitions(folder, () -> faults.over(options.load(folder)));
                Orchestrator orchestrator = options.home.open(clock);
                WebServer server = WebServer.start(
                        new WebServer.Site(
                                folder.getFileName().toString(),
                                definitions.watch(),
                                orchestrator,
                                options.command(),
                                System.getenv(),
                                clock),
                        port == null ? firstFree() : port);
                Daemon daemon = new Daemon(
                        orchestrator,
                        () -> definitions.now().pipeline(),
                        clock,
                        options.origin(),
                        DaemonCommand.voice());
                AlertSender alerts = DaemonCommand.alerts(
                        orchestrator, () -> definitions.now().pipeline())) {
            daemon.start();
            alerts.start();
            server.links().forEach(link -> System.out.println("  Orquesta    " + link));
            tell(definitions.now().problems());
            if (!faults.isNone()) {
                System.err.println(Message.of("chaos.on", faults));
            }
            System.err.println(Message.of("cli.serving"));
            new CountDownLatch(1).await(); // Ctrl-C ends the process
        }
        return 0;
    }

    /** Under the heading that the page has, too. */
    private static void tell(List<Problem> problems) {
        if (!problems.isEmpty()) {
            System.err.println(Message.of("web.broken_first"));
            problems.forEach(problem -> System.err.println(Visible.of(problem)));
        }
    }

    /** The first free port of ten; the one wished for first if none is, so that the message names it. */
    private static int firstFree() {
        for (int tried = PORT; tried < PORT + TRIED; tried++) {
            if (WebServer.isFree(tried)) {
                return tried;
            }
        }
        return PORT;
    }
}
