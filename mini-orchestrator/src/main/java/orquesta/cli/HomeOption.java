package orquesta.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** What to say where there is none: which folder was looked at, and what to do. */
    Message missing() {
        return Message.of("cli.no_home", path());
    }

    /** What the home answers; empty where there is none: who only looks makes nothing. */
    <T> Optional<T> ask(Function<Orchestrator, T> question) {
        return found().map(orchestrator -> {
            try (orchestrator) {
                return question.apply(orchestrator);
            }
        });
    }

    /** Opens the home to look at what it remembers. */
    Orchestrator look() {
        return found().orElseThrow(() -> new UserException(List.of(new Problem("", missing()))));
    }

    private Optional<Orchestrator> found() {
        return Checkout.isHome(path()) ? Optional.of(open()) : Optional.empty();
    }

    /** Opens the home, which is made if it is not there. */
    Orchestrator open() {
        Orchestrator orchestrator = Orchestrator.at(path());
        orchestrator.leftovers().forEach(leftover -> System.err.println(leftover));
        return orchestrator;
    }
}
