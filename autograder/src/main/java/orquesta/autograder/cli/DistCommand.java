package orquesta.autograder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Workplace;
import orquesta.autograder.dist.ClassRepository;
import orquesta.autograder.dist.Distribution;
import orquesta.autograder.dist.Distribution.Copied;
import orquesta.cli.Subcommand;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kit dist}: a copy of the kit for its readers. */
@Command(name = "dist", resourceBundle = "orquesta.autograder.help_dist", mixinStandardHelpOptions = true)
public final class DistCommand implements Subcommand, Callable<Integer> {
    enum Reader {
        STUDENT,
        TEACHER,
        /** A student's copy as a repository that grades itself. */
        CLASS
    }

    /** Where such a repository lives. */
    enum Host {
        GITHUB
    }

    @Parameters(paramLabel = "READER", descriptionKey = "reader")
    private Reader reader = Reader.STUDENT;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "out")
    private @Nullable Path out;

    @Option(names = "--for", paramLabel = "HOST", descriptionKey = "for")
    private @Nullable Host host;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path place = out == null ? Path.of("") : out;
        if (reader != Reader.CLASS && host != null) {
            throw new UserException("--for", "dist.for_alone");
        }
        try {
            Copied copied = new Distribution(Workplace.here().root(), reader == Reader.TEACHER).write(place);
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.println(Message.of("dist.done", copied.files(), place));
            if (!copied.asked()) {
                terminal.println(Message.of("dist.all"));
            }
            if (!copied.changed().isEmpty()) {
                terminal.println(Message.of(
                        "dist.changed",
                        copied.changed().stream().map(Path::toString).collect(Collectors.joining(", "))));
            }
            if (!copied.left().isEmpty()) {
                terminal.println(Message.of("dist.left", String.join(", ", copied.left())));
            }
            if (reader == Reader.CLASS) {
                ClassRepository.writeInto(place, Language.current());
                terminal.println(Message.of("dist.class", place));
            }
            return 0;
        } catch (IOException e) {
            throw new UserException(place.toString(), "grade.io", e.toString());
        }
    }
}
