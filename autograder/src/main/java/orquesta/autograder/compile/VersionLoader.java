package orquesta.autograder.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.files.Hash;
import orquesta.autograder.files.Places;
import orquesta.autograder.files.WorkFolder;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Compiles the versions that tests are put to, once for each change of them: what is given, other right ones, planted mistakes. */
public final class VersionLoader {
    private static final String GIVEN = "given";
    private static final String RIGHT = "right";
    private static final String MUTANTS = "mutants";

    private final Path cache;

    public VersionLoader(Path cache) {
        this.cache = cache;
    }

    /**
     * Folders of classes, by the names of the versions.
     *
     * @param right the first is the one that the student sees
     */
    public record Versions(Path folder, List<Path> right, SortedMap<String, Path> mutants) {}

    public Versions compiled(ExerciseFolder folder, Exercise exercise, Compiler compiler) throws IOException {
        SortedMap<String, SortedMap<String, String>> sources = sources(folder, exercise);
        SortedMap<String, String> all = new TreeMap<>();
        sources.forEach((version, files) -> files.forEach((file, text) -> all.put(version + "/" + file, text)));
        Path classes = cache.resolve("versions-" + Hash.of(all, ""));
        if (!Files.isDirectory(classes)) {
            Path work = WorkFolder.fresh(cache);
            try {
                for (String version : sources.keySet()) {
                    compile(folder, version, Objects.requireNonNull(sources.get(version)), work, compiler);
                }
                CaseLoader.keep(work.resolve("classes"), classes);
            } finally {
                Places.delete(work);
            }
        }
        return found(sources, classes);
    }

    private static Versions found(SortedMap<String, SortedMap<String, String>> sources, Path classes) {
        List<Path> right = new ArrayList<>();
        SortedMap<String, Path> mutants = new TreeMap<>();
        sources.keySet().forEach(version -> {
            Path folder = classes.resolve(version);
            if (version.startsWith(MUTANTS + "/")) {
                mutants.put(version.substring(MUTANTS.length() + 1), folder);
            } else {
                right.add(folder);
            }
        });
        return new Versions(classes, right, mutants);
    }

    private static SortedMap<String, SortedMap<String, String>> sources(ExerciseFolder folder, Exercise exercise)
            throws IOException {
        SortedMap<String, String> given = ExerciseFolder.sources(folder.start());
        given.keySet().retainAll(exercise.given());
        SortedMap<String, SortedMap<String, String>> sources = new TreeMap<>();
        sources.put(GIVEN, given);
        lay(folder.right(), RIGHT, given, sources);
        lay(folder.mutants(), MUTANTS, given, sources);
        return sources;
    }

    private static void lay(
            Path folder,
            String part,
            SortedMap<String, String> given,
            SortedMap<String, SortedMap<String, String>> sources)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> versions = Files.list(folder)) {
            for (Path version : versions.filter(Files::isDirectory).toList()) {
                SortedMap<String, String> laid = new TreeMap<>(given);
                laid.putAll(ExerciseFolder.sources(version));
                sources.put(part + "/" + version.getFileName(), laid);
            }
        }
    }

    private static void compile(
            ExerciseFolder folder, String version, SortedMap<String, String> sources, Path work, Compiler compiler)
            throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes").resolve(version));
        Compiler.Outcome outcome =
                compiler.compile(sources, work.resolve("src").resolve(version), classes, List.of(classes));
        if (!outcome.compiled()) {
            List<Problem> problems = new ArrayList<>();
            for (CompileError error : outcome.errors()) {
                String place = folder.name() + ": " + version + "/" + error.file() + ":" + error.line();
                problems.add(Problem.at(place, "exercise.version_compile", error.message()));
            }
            throw new UserException(
                    problems.isEmpty()
                            ? List.of(Problem.at(folder.name() + ": " + version, "exercise.version_compile", "-"))
                            : problems);
        }
    }
}
