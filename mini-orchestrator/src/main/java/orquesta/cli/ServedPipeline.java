package orquesta.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import orquesta.Orchestrator;
import orquesta.chaos.Chaos;
import orquesta.daemon.Daemon;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.load.Checkout;
import orquesta.load.DefinitionLoader;
import orquesta.load.LiveDefinitions;
import orquesta.text.Message;
import orquesta.text.Visible;
import orquesta.web.CommandLine;
import orquesta.web.WebServer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which pipeline is served; what to run of it is chosen on the page. */
final class ServedPipeline {
    @Parameters(index = "0", paramLabel = "PIPELINE", descriptionKey = "pipeline")
    String pipeline = "";

    @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
    Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--profile", paramLabel = "NAME", descriptionKey = "profile")
    String profile = "";

    @Mixin
    HomeOption home = new HomeOption();

    /** Those that are asked for; no option of its own. */
    Chaos faults = Chaos.NONE;

    /** Whether a page may ask for more. */
    boolean faultsOnPage = false;

    /** One that is named among several. */
    static ServedPipeline of(String name, HomeOption home) {
        ServedPipeline pipeline = new ServedPipeline();
        pipeline.pipeline = name;
        pipeline.home.home = home.home;
        return pipeline;
    }

    Path folder() {
        Path folder = HomeOption.checkout().pipeline(pipeline);
        home.of(folder);
        return folder;
    }

    /** How the same is run without the page. */
    CommandLine command() {
        return new CommandLine(
                HomeOption.checkout().kit(),
                pipeline,
                home.home == null ? null : home.home.toString(),
                settings,
                profile);
    }

    /** Where the definitions come from, for whoever does a run again; asked once they were loaded. */
    Fact.Origin origin() {
        Path folder = HomeOption.checkout().pipeline(pipeline);
        return new Fact.Origin(folder.toAbsolutePath().normalize().toString(), settings, profile, faults.toString());
    }

    /** Loads what the files say now, with resources pointed where the user said. */
    Pipeline load(Path folder) {
        Checkout checkout = HomeOption.checkout();
        DefinitionLoader loader = new DefinitionLoader(checkout.cache(home.path()));
        Pipeline placed =
                loader.load(folder).in(profile).from(checkout.base(folder)).with(settings);
        settings = PipelineOptions.given(placed, settings);
        return faults.over(placed);
    }

    /** Reads its files, again and again, and opens its home. */
    Watched watch(Clock clock) {
        Path folder = folder();
        LiveDefinitions definitions = new LiveDefinitions(folder, () -> load(folder));
        Orchestrator orchestrator = home.open(clock);
        Path root = HomeOption.checkout().base(folder);
        System.err.println(Visible.of(Message.of("cli.watched_at", folder.getFileName(), root, home.path())));
        WebServer.Site site = new WebServer.Site(
                folder.getFileName().toString(),
                definitions.watch(),
                orchestrator,
                command(),
                System.getenv(),
                clock,
                faultsOnPage ? faults.toString() : null,
                this::origin);
        Daemon daemon = new Daemon(
                orchestrator, () -> definitions.now().pipeline(), clock, this::origin, DaemonCommand.voice());
        return new Watched(
                site,
                daemon,
                DaemonCommand.alerts(orchestrator, () -> definitions.now().pipeline(), clock));
    }
}
