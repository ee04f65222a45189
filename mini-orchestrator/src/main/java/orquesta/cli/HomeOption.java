package orquesta.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.load.Checkout;
import orquesta.text.Message;
import orquesta.text.Problem;
import orquesta.text.UserException;
import orquesta.text.Visible;
import picocli.CommandLine.Option;

/** Where runs are remembered. */
final class HomeOption {
    private static final Pattern COMMAND = Pattern.compile("\\bkit'? (run|rerun|cancel|logs|show|runs|why)\\b");

    @Option(names = "--home", paramLabel = "DIR", descriptionKey = "home")
    @Nullable
    Path home;

    /** The folder of the pipeline that the command names; null if it names none. */
    private @Nullable Path pipeline;

    static Checkout checkout() {
        return new Checkout(Path.of(""));
    }

    /** Says which pipeline the command is about: without {@code --home}, its home is the one. */
    void of(Path folder) {
        pipeline = folder;
    }

    Path path() {
        Checkout checkout = checkout();
        return (pipeline == null ? checkout.home(home) : checkout.home(home, pipeline)).normalize();
    }

    /** A sentence whose commands find this home when they are typed where the user stands. */
    String withHome(Message sentence) {
        String option = home == null ? "" : " --home '" + path().toString().replace("'", "'\\''") + "'";
        return COMMAND.matcher(sentence.toString()).replaceAll("$0" + Matcher.quoteReplacement(option));
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

    /** Finds runs and steps by the words of the user, in an opened home. */
    RunChoice choice(Orchestrator orchestrator) {
        return new RunChoice(orchestrator.history(), path());
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
        return open(Clock.systemUTC());
    }

    /** Like the other, with a clock for the times of events. */
    Orchestrator open(Clock clock) {
        Orchestrator orchestrator = Orchestrator.at(path(), clock);
        orchestrator.leftovers().forEach(leftover -> System.err.println(Visible.of(leftover)));
        return orchestrator;
    }
}
