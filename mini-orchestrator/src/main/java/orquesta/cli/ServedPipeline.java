package orquesta.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.load.Checkout;
import orquesta.load.DefinitionLoader;
import orquesta.web.CommandLine;
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

    /** Where the definitions come from, for whoever does a run again. */
    Fact.Origin origin() {
        Path folder = HomeOption.checkout().pipeline(pipeline);
        return new Fact.Origin(folder.toAbsolutePath().normalize().toString(), settings);
    }

    /** Loads what the files say now, with resources pointed where the user said. */
    Pipeline load(Path folder) {
        Checkout checkout = HomeOption.checkout();
        DefinitionLoader loader = new DefinitionLoader(checkout.cache(home.path()));
        return loader.load(folder).in(profile).from(checkout.base(folder)).with(settings);
    }
}
