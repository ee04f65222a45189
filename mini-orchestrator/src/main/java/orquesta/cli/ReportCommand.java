package orquesta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.load.LiveDefinitions;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.web.RunDocument;
import orquesta.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit report}: the page of a run as one file, to be kept or sent. */
@Command(name = "report", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "RUN", descriptionKey = "runNumber")
    long run;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
    @Nullable
    Path out;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Path file = out == null ? Path.of("run-" + run + ".html") : out;
        try (Orchestrator orchestrator = home.look()) {
            RunId id = home.choice(orchestrator).run(run).id();
            write(file, page(orchestrator, id));
        }
        System.out.println(Message.of("cli.report", file));
        return 0;
    }

    /** With graph and sources as the files are now, if they are where the run had them. */
    private byte[] page(Orchestrator orchestrator, RunId id) {
        Fact.Origin origin = orchestrator.originOf(id);
        ServedPipeline served = new ServedPipeline();
        served.pipeline = origin.folder().isEmpty() ? id.pipeline() : origin.folder();
        served.settings.putAll(origin.settings());
        served.home.home = home.path();
        Path folder = Path.of(served.pipeline);
        try (LiveDefinitions definitions = new LiveDefinitions(folder, () -> served.load(folder))) {
            WebServer.Site site = new WebServer.Site(
                    id.pipeline(), definitions, orchestrator, served.command(), Map.of(), Clock.systemUTC());
            return RunDocument.of(site, run).orElseThrow();
        }
    }

    private static void write(Path file, byte[] page) {
        try {
            Files.write(file, page);
        } catch (IOException e) {
            throw new UserException("--out", "cli.report_unwritten", file, e);
        }
    }
}
