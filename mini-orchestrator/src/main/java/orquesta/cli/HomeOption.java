package orquesta.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.load.Checkout;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;
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
        return checkout().home(home).normalize();
    }

    /** Whether something was ever run there. */
    boolean exists() {
        return Checkout.isHome(path());
    }

    /** What to say where there is none: which folder was looked at, and what to do. */
    Message missing() {
        return Message.of("cli.no_home", path());
    }

    /** Opens the home to look at what it remembers: who only looks makes nothing. */
    Orchestrator look() {
        if (!exists()) {
            throw new UserException(List.of(new Problem("", missing())));
        }
        return open();
    }

    /** Opens the home, which is made if it is not there. */
    Orchestrator open() {
        Orchestrator orchestrator = Orchestrator.at(path());
        orchestrator.leftovers().forEach(leftover -> System.err.println(leftover));
        return orchestrator;
    }
}
