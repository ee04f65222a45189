package orquesta.autograder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Controller;
import orquesta.autograder.Workplace;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.ExerciseReader;
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
            @Parameters(paramLabel = "EXERCISE", arity = "0..1", descriptionKey = "exercise") @Nullable String exercise,
            @Option(names = "--seeds", paramLabel = "N", defaultValue = "0", descriptionKey = "seeds") int seeds,
            @Option(names = "--one-of-each", descriptionKey = "one_of_each") boolean oneOfEach) {
        Workplace workplace = Workplace.here();
        if (exercise == null) {
            return checkAll(workplace, oneOfEach);
        }
        ExerciseFolder folder = workplace.exercises().find(exercise);
        try (Controller controller = workplace.controller(workplace.isolation(workplace.image()), 0)) {
            List<Proof.Claim> claims = new ArrayList<>(
                    proof(new Proof(controller, folder), oneOfEach).claims());
            if (seeds > 0) {
                claims.addAll(onSeeds(workplace, controller, folder, seeds, oneOfEach));
            }
            return told(folder, claims, true);
        } catch (IOException e) {
            throw new UserException(folder.name(), "grade.io", e.toString());
        }
    }

    /** All exercises with a teacher's folder, each on the teacher's seed alone: half of the work of one by one. */
    private int checkAll(Workplace workplace, boolean oneOfEach) {
        List<ExerciseFolder> folders = workplace.exercises().names().stream()
                .map(workplace.exercises()::find)
                .filter(folder -> Files.isDirectory(folder.teacher()))
                .toList();
        if (folders.isEmpty()) {
            throw new UserException(workplace.exercises().folder().toString(), "proof.nothing");
        }
        int worst = 0;
        try (Controller quick = workplace.authorsController(workplace.isolation(workplace.image()));
                Controller again = workplace.controller(workplace.isolation(workplace.image()), 0)) {
            for (ExerciseFolder folder : folders) {
                Proof proof = proof(new Proof(quick, again, folder), oneOfEach);
                worst = Math.max(worst, told(folder, proof.claimsOfMarks(), false));
            }
        } catch (IOException e) {
            throw new UserException(workplace.exercises().folder().toString(), "grade.io", e.toString());
        }
        return worst;
    }

    private static Proof proof(Proof whole, boolean oneOfEach) {
        return oneOfEach ? whole.ofOneOfEach() : whole;
    }

    /** What holds for an answer in children of its own is known by now: here they stay from one answer to the next. */
    private static List<Proof.Claim> onSeeds(
            Workplace workplace, Controller again, ExerciseFolder folder, int seeds, boolean oneOfEach)
            throws IOException {
        try (Controller quick = workplace.authorsController(workplace.isolation(workplace.image()))) {
            return proof(new Proof(quick, again, folder), oneOfEach).claimsOnSeeds(seeds);
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

    /**
     * What the first grading would have to make: archives and the isolation. Of each shape of exercise the first is graded;
     * a generator of cases is compiled when it is first needed.
     *
     * @param first of the first shape alone, by which {@code ./kit up} learns what classes a grading loads
     */
    @Command(name = "prepare", hidden = true)
    int prepare(@Option(names = "--first") boolean first) throws IOException {
        Workplace workplace = Workplace.here();
        if (!first) {
            workplace.testImage();
        }
        Set<Shape> prepared = new HashSet<>();
        try (Controller controller = workplace.controller(workplace.isolation(workplace.image()), 0)) {
            for (String name : workplace.exercises().names()) {
                ExerciseFolder folder = workplace.exercises().find(name);
                if (first && !prepared.isEmpty()) {
                    break;
                }
                if (prepared.add(Shape.of(ExerciseReader.read(folder)))) {
                    told(name, starter(controller, folder));
                }
            }
        }
        return 0;
    }

    /** What decides which programs and libraries a grading needs. */
    private record Shape(ExerciseKind kind, boolean libraries, Set<Exercise.Kind> checks) {
        static Shape of(Exercise exercise) {
            Set<Exercise.Kind> checks =
                    exercise.checks().stream().map(Exercise.GradedCheck::kind).collect(Collectors.toSet());
            return new Shape(exercise.kind(), !exercise.libraries().isEmpty(), checks);
        }
    }

    private static GradeResult starter(Controller controller, ExerciseFolder folder) throws IOException {
        Controller.Prepared prepared = controller.prepare(folder, false);
        return controller.grade(prepared, Proof.runStarter(folder, prepared.exercise()));
    }

    private void told(String name, GradeResult result) {
        spec.commandLine().getOut().println(name + " " + result.status().code() + " " + Points.text(result.score()));
    }

    /** @param each whether what holds is told, too */
    private int told(ExerciseFolder folder, List<Proof.Claim> claims, boolean each) {
        PrintWriter out = spec.commandLine().getOut();
        for (Proof.Claim claim : claims) {
            if (!claim.holds()) {
                out.println("✗ " + claim.what());
                out.println("    " + Message.of("proof.found", claim.found()));
            } else if (each) {
                out.println("✓ " + claim.what());
            }
        }
        long hold = claims.stream().filter(Proof.Claim::holds).count();
        out.println(Message.of("proof.sum", folder.name(), hold, claims.size()));
        return hold == claims.size() ? 0 : NOT_PROVED;
    }
}
