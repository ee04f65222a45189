package orquesta.autograder.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Grader;
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
        var hint = number == null ? Grader.hint(exercise) : Grader.hint(exercise, number);
        spec.commandLine().getOut().println(hint);
        return 0;
    }
}
