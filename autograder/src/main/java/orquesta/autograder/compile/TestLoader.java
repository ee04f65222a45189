package orquesta.autograder.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.files.Hash;
import orquesta.autograder.files.Places;
import orquesta.autograder.files.WorkFolder;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * Compiles the tests of an author, once for each version of them, against the starter: so an answer that lacks what they
 * call fails those that call it, and no other.
 */
public final class TestLoader {
    private final Path cache;
    private final List<Path> libraries;

    /** @param libraries that tests may use */
    public TestLoader(Path cache, List<Path> libraries) {
        this.cache = cache;
        this.libraries = List.copyOf(libraries);
    }

    /** The folder of their classes. */
    public Path compiled(ExerciseFolder folder, Compiler compiler) throws IOException {
        SortedMap<String, String> tests = ExerciseFolder.sources(folder.checks());
        SortedMap<String, String> start = ExerciseFolder.sources(folder.start());
        Path classes = cache.resolve("checks-" + Hash.of(tests, Hash.of(start, libraries.toString())));
        if (Files.isDirectory(classes)) {
            return classes;
        }
        Path work = WorkFolder.fresh(cache);
        try {
            Path starter = Files.createDirectories(work.resolve("starter"));
            require(folder, "start", compiler.compile(start, work.resolve("start"), starter, List.of(starter)));
            List<Path> path = new ArrayList<>(libraries);
            path.add(0, starter);
            require(folder, "checks", compiler.compile(tests, work.resolve("src"), work.resolve("classes"), path));
            CaseLoader.keep(work.resolve("classes"), classes);
            return classes;
        } finally {
            Places.delete(work);
        }
    }

    private static void require(ExerciseFolder folder, String part, Compiler.Outcome outcome) {
        if (outcome.compiled()) {
            return;
        }
        String place = folder.name() + "/" + part;
        List<Problem> problems = new ArrayList<>();
        for (CompileError error : outcome.errors()) {
            problems.add(Problem.at(
                    place + "/" + error.file() + ":" + error.line(), "exercise.tests_compile", error.message()));
        }
        throw new UserException(
                problems.isEmpty() ? List.of(Problem.at(place, "exercise.tests_compile", "-")) : problems);
    }
}
