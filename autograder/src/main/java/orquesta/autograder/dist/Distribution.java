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

/** Copies a checkout for its readers: for students without the teacher's folders, with answers to begin from. */
public final class Distribution {
    private static final Set<String> NOT_SOURCES =
            Set.of(".git", ".kit", ".orquesta", "target", "__pycache__", ".ipynb_checkpoints", "grades", "answer");
    private static final String TEACHER = ".teacher";

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
            Catalogue copy = new Catalogue(out.resolve("exercises"));
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
                String name = folder.equals(root) ? "" : folder.getFileName().toString();
                boolean left = NOT_SOURCES.contains(name) || (!teacher && name.equals(TEACHER));
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = out.resolve(root.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                files.add(target);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
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
        Path exercises = root.resolve("exercises");
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
