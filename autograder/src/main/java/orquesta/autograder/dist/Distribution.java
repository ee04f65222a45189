package orquesta.autograder.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.proof.Leaks;
import orquesta.text.Problem;
import orquesta.text.UserException;

/**
 * Copies a checkout for its readers. A student's copy has no teacher's folders and no drafts of exercises; it has answers
 * to begin from, and lets them be committed.
 */
public final class Distribution {
    private static final Set<String> NOT_SOURCES =
            Set.of(".git", ".kit", ".orquesta", "target", "__pycache__", ".ipynb_checkpoints", "grades", "answer");
    private static final String TEACHER = ".teacher";
    private static final String EXERCISES = "exercises";
    private static final Path GRADER_TESTS = Path.of("autograder", "src", "test");

    private final Path root;
    private final boolean teacher;

    public Distribution(Path root, boolean teacher) {
        this.root = root;
        this.teacher = teacher;
    }

    /** The files that were written. A student's copy that holds a line of a solution is refused, and says where. */
    public List<Path> write(Path out) throws IOException {
        requireFresh(out);
        List<Path> files = copied(out);
        if (!teacher) {
            Catalogue copy = new Catalogue(out.resolve(EXERCISES));
            for (String name : copy.names()) {
                ExerciseFolder folder = copy.find(name);
                folder.makeAnswer(ExerciseReader.read(folder));
            }
            requireNoLeak(files);
        }
        return files;
    }

    private void requireFresh(Path out) throws IOException {
        Path place = out.toAbsolutePath().normalize();
        if (place.startsWith(root.toAbsolutePath().normalize())) {
            throw new UserException(out.toString(), "dist.inside");
        }
        if (Files.isDirectory(out)) {
            try (Stream<Path> inside = Files.list(out)) {
                if (inside.findAny().isPresent()) {
                    throw new UserException(out.toString(), "dist.not_empty");
                }
            }
        }
    }

    private List<Path> copied(Path out) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean left = !folder.equals(root) && (isNoSource(folder) || (!teacher && isTeachers(folder)));
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!teacher && root.relativize(file).equals(Path.of(EXERCISES, ".gitignore"))) {
                    return FileVisitResult.CONTINUE; // it names answers: students hand theirs in
                }
                Path target = out.resolve(root.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                files.add(target);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean isNoSource(Path folder) {
        return NOT_SOURCES.contains(folder.getFileName().toString());
    }

    /** What is hidden or a draft; and the grader's own tests, whose small exercise is answered there, much like a real one. */
    private boolean isTeachers(Path folder) {
        Path place = root.relativize(folder);
        boolean hidden = place.endsWith(TEACHER) || place.equals(GRADER_TESTS);
        boolean exercise = place.startsWith(EXERCISES) && place.getNameCount() == 2;
        boolean draft = exercise
                && Files.isDirectory(folder.resolve(TEACHER))
                && !Files.isRegularFile(folder.resolve("exercise.json"));
        return hidden || draft;
    }

    private void requireNoLeak(List<Path> files) throws IOException {
        List<Problem> leaks = new ArrayList<>();
        for (ExerciseFolder folder : withTeacher()) {
            Set<String> secret = Leaks.secretLines(folder);
            for (Path file : files) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                Leaks.in(text, secret)
                        .forEach(line -> leaks.add(Problem.at("", "dist.leak", file.toString(), folder.name(), line)));
            }
        }
        if (!leaks.isEmpty()) {
            throw new UserException(leaks);
        }
    }

    /** Every graded exercise with something to hide; a draft (no exercise.json yet) asks for what lessons show. */
    private List<ExerciseFolder> withTeacher() throws IOException {
        Path exercises = root.resolve(EXERCISES);
        if (!Files.isDirectory(exercises)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(exercises)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve(TEACHER)))
                    .map(ExerciseFolder::new)
                    .filter(folder -> Files.isRegularFile(folder.json()))
                    .toList();
        }
    }
}
