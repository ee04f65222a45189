package orquesta.autograder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Workplace;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.ResultJson;
import orquesta.cli.Subcommand;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kit grade}: one exercise of this checkout, one zip, or a folder of submissions. */
@Command(name = "grade", resourceBundle = "orquesta.autograder.help_grade", mixinStandardHelpOptions = true)
public final class GradeCommand implements Subcommand, Callable<Integer> {
    private static final int OUR_TROUBLE = 1;

    @Parameters(arity = "0..1", paramLabel = "EXERCISE", descriptionKey = "exercise")
    private @Nullable String exercise;

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "json")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (exercise == null) {
            throw new UserException("", "grade.nothing");
        }
        try {
            return graded(new LocalGrading(Workplace.here()), exercise);
        } catch (IOException | UncheckedIOException e) {
            throw new UserException(exercise, "grade.io", e.toString());
        }
    }

    private int graded(LocalGrading grading, String name) throws IOException {
        GradeResult result = grading.grade(name);
        grading.lines(result).forEach(out()::println);
        if (json != null) {
            ResultJson.write(json, result);
        }
        return result.status() == Status.INFRA_ERROR ? OUR_TROUBLE : 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
