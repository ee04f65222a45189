package orquesta.autograder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Controller;
import orquesta.autograder.Workplace;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.exercise.Template;
import orquesta.autograder.proof.Proof;
import orquesta.autograder.result.GradeResult;
import orquesta.cli.Subcommand;
import orquesta.text.Message;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./kit exercise}: for who writes exercises. */
@Command(name = "exercise", resourceBundle = "orquesta.autograder.help_exercise", mixinStandardHelpOptions = true)
public final class ExerciseCommand implements Subcommand {
    private static final int NOT_PROVED = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Ends with 1 if a claim does not hold. */
    @Command(
            name = "check",
            resourceBundle = "orquesta.autograder.help_exercise_check",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(paramLabel = "EXERCISE", descriptionKey = "exercise") String exercise,
            @Option(names = "--seeds", paramLabel = "N", defaultValue = "0", descriptionKey = "seeds") int seeds) {
        Workplace workplace = Workplace.here();
        ExerciseFolder folder = workplace.exercises().find(exercise);
        try (Controller controller = workplace.controller(workplace.isolation(workplace.image()), 0)) {
            List<Proof.Claim> claims = new ArrayList<>(new Proof(controller, folder).claims());
            if (seeds > 0) {
                claims.addAll(onSeeds(workplace, controller, folder, seeds));
            }
            return told(folder, claims);
        } catch (IOException e) {
            throw new UserException(folder.name(), "grade.io", e.toString());
        }
    }

    /** What holds for an answer in children of its own is known by now: here they stay from one answer to the next. */
    private static List<Proof.Claim> onSeeds(Workplace workplace, Controller again, ExerciseFolder folder, int seeds)
            throws IOException {
        try (Controller quick = workplace.authorsController(workplace.isolation(workplace.image()))) {
            return new Proof(quick, again, folder).claimsOnSeeds(seeds);
        }
    }

    /** Makes the folder of a new exercise, which proves itself. */
    @Command(name = "new", resourceBundle = "orquesta.autograder.help_exercise_new", mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "EXERCISE", descriptionKey = "exercise") String id,
            @Option(names = "--kind", paramLabel = "KIND", defaultValue = "function", descriptionKey = "kind")
                    String kind,
            @Option(names = "--at", paramLabel = "DIR", descriptionKey = "at") @Nullable Path at) {
        Workplace workplace = Workplace.here();
        Path place = at == null ? workplace.exercises().folder() : at;
        try {
            ExerciseFolder folder = new Template(ExerciseKind.named(kind)).write(id, place);
            String name = at == null ? id : folder.path().toString();
            spec.commandLine().getOut().println(Message.of("exercise.new_made", folder.path(), name));
            return 0;
        } catch (IOException e) {
            throw new UserException(place.toString(), "grade.io", e.toString());
        }
    }

    /** What the first grading would have to make: archives, the isolation, the generators. {@code ./kit up} calls it. */
    @Command(name = "prepare", hidden = true)
    int prepare() throws IOException {
        Workplace workplace = Workplace.here();
        workplace.testImage();
        try (Controller controller = workplace.controller(workplace.isolation(workplace.image()), 0)) {
            for (String name : workplace.exercises().names()) {
                ExerciseFolder folder = workplace.exercises().find(name);
                Controller.Prepared prepared = controller.prepare(folder, false);
                GradeResult result = controller.grade(prepared, Proof.runStarter(folder, prepared.exercise()));
                spec.commandLine()
                        .getOut()
                        .println(name + " " + result.status().code() + " " + Points.text(result.score()));
            }
        }
        return 0;
    }

    private int told(ExerciseFolder folder, List<Proof.Claim> claims) {
        PrintWriter out = spec.commandLine().getOut();
        for (Proof.Claim claim : claims) {
            out.println((claim.holds() ? "✓ " : "✗ ") + claim.what());
            if (!claim.holds()) {
                out.println("    " + Message.of("proof.found", claim.found()));
            }
        }
        long hold = claims.stream().filter(Proof.Claim::holds).count();
        out.println(Message.of("proof.sum", folder.name(), hold, claims.size()));
        return hold == claims.size() ? 0 : NOT_PROVED;
    }
}
