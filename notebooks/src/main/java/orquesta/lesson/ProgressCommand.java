package orquesta.lesson;

import java.util.concurrent.Callable;
import orquesta.cli.Subcommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./kit progress}: the course as its student stands in it. */
@Command(name = "progress", resourceBundle = "orquesta.lesson.help_progress", mixinStandardHelpOptions = true)
public final class ProgressCommand implements Subcommand, Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(Course.map());
        return 0;
    }
}
