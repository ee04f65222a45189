package orquesta.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.load.Checkout;
import picocli.CommandLine.Option;

/** Where runs are remembered. */
final class HomeOption {
    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    @Nullable
    Path home;

    static Checkout checkout() {
        return new Checkout(Path.of(""));
    }

    Path path() {
        return checkout().home(home);
    }

    Orchestrator open() {
        Orchestrator orchestrator = Orchestrator.at(path());
        orchestrator.leftovers().forEach(leftover -> System.err.println(leftover));
        return orchestrator;
    }
}
