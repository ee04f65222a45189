package orquesta.autograder.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
    private static final String TEACHER = ".teacher";
    private static final String EXERCISES = "exercises";
    private static final Path GRADER_TESTS = Path.of("autograder", "src", "test");

    private final Path root;
    private final boolean teacher;

    public Distribution(Path root, boolean teacher) {
        this.root = root;
        this.teacher = teacher;
    }

    /**
     * What became of the checkout.
     *
     * @param files how many files were copied
     * @param changed which of them are not as they were committed, relative to the checkout
     * @param left what lies in the checkout and is not the kit's, so that it was left out
     * @param asked whether git could be asked what is the kit's; without it all was taken
     */
    public record Copied(int files, List<Path> changed, List<String> left, boolean asked) {}

    /**
     * Copies the kit. A student's copy with a file that holds half of a solution's lines is refused, and says where: single
     * lines are everybody's, as {@code private final Path folder;}.
     */
    public Copied write(Path out) throws IOException {
        requireFresh(out);
        KitFiles sources = KitFiles.of(root);
        List<Path> files = copied(sources.files(), out);
        if (!teacher) {
            Catalogue copy = new Catalogue(out.resolve(EXERCISES));
            for (String name : copy.names()) {
                ExerciseFolder folder = copy.find(name);
                folder.makeAnswer(ExerciseReader.read(folder));
            }
            requireNoLeak(files);
        }
        List<Path> changed = sources.changed().stream().filter(this::isCopied).toList();
        return new Copied(files.size(), changed, sources.unknown(), sources.asked());
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

    private List<Path> copied(List<Path> sources, Path out) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path source : sources) {
            if (isCopied(source)) {
                Path target = out.resolve(source.toString());
                Files.createDirectories(target.getParent());
                Files.copy(root.resolve(source), target, StandardCopyOption.COPY_ATTRIBUTES);
                files.add(target);
            }
        }
        return files;
    }

    private boolean isCopied(Path source) {
        return teacher || !isTeachers(source);
    }

    /**
     * What is hidden or a draft; the grader's own tests, whose small exercise is answered there, much like a real one; and
     * what names answers for git to ignore: students hand theirs in.
     */
    private boolean isTeachers(Path source) {
        boolean hidden = StreamSupport.stream(source.spliterator(), false).anyMatch(Path.of(TEACHER)::equals);
        return hidden
                || source.startsWith(GRADER_TESTS)
                || source.equals(Path.of(EXERCISES, ".gitignore"))
                || (source.startsWith(EXERCISES) && source.getNameCount() > 2 && isDraft(source.subpath(0, 2)));
    }

    private boolean isDraft(Path exercise) {
        Path folder = root.resolve(exercise);
        return Files.isDirectory(folder.resolve(TEACHER)) && !Files.isRegularFile(folder.resolve("exercise.json"));
    }

    private void requireNoLeak(List<Path> files) throws IOException {
        List<Problem> leaks = new ArrayList<>();
        for (ExerciseFolder folder : withTeacher()) {
            Set<String> secret = Leaks.secretLines(folder);
            for (Path file : files) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                List<String> found = Leaks.in(text, secret);
                if (!found.isEmpty() && found.size() * 2 >= secret.size()) {
                    leaks.add(Problem.at("", "dist.leak", file.toString(), folder.name(), found.get(0)));
                }
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
