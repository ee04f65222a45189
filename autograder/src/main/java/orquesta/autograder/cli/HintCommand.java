package orquesta.autograder.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Hints;
import orquesta.autograder.Workplace;
import orquesta.autograder.report.Frontend;
import orquesta.cli.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kit hint}: the next hint of an exercise, or one by its number, as often as wanted. */
@Command(name = "hint", resourceBundle = "orquesta.autograder.help_hint", mixinStandardHelpOptions = true)
public final class HintCommand implements Subcommand, Callable<Integer> {
    @Parameters(index = "0", paramLabel = "EXERCISE", descriptionKey = "exercise")
    private String exercise = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "N", descriptionKey = "n")
    private @Nullable Integer number;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Hints hints = new Hints(Workplace.here(), exercise, Frontend.TERMINAL);
        spec.commandLine().getOut().println(number == null ? hints.read() : hints.read(number));
        return 0;
    }
}
