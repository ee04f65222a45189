package orquesta.autograder.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Workplace;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.HintLog;
import orquesta.cli.Subcommand;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;
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
        Workplace workplace = Workplace.here();
        ExerciseFolder folder = workplace.exercises().find(exercise);
        List<String> hints = folder.hints(Language.current());
        if (hints.isEmpty()) {
            throw new UserException(folder.name(), "hint.none");
        }
        HintLog log = new HintLog(workplace.cache());
        int wanted = number != null ? number : Math.min(log.read(folder.name()) + 1, hints.size());
        if (wanted < 1 || wanted > hints.size()) {
            throw new UserException(folder.name(), "hint.number", wanted, hints.size());
        }
        log.wasRead(folder.name(), wanted);
        spec.commandLine().getOut().println(Message.of("hint.head", folder.name(), wanted, hints.size()));
        spec.commandLine().getOut().println();
        spec.commandLine().getOut().println(hints.get(wanted - 1));
        return 0;
    }
}
