package orquesta.autograder.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/**
 * The files of a checkout that belong to the kit: those that git knows. Beside them a teacher keeps hand-ins, marks and
 * answers, which are nobody else's. A checkout without {@code .git} has only what is made here to leave out.
 *
 * @param files relative to the checkout, each of them there
 * @param changed those of them that are not as they were committed
 * @param unknown what git neither knows nor ignores, relative to the checkout; a folder ends with {@code /}
 * @param asked whether there was a git to ask
 */
record KitFiles(List<Path> files, List<Path> changed, List<String> unknown, boolean asked) {
    private static final Set<String> MADE =
            Set.of(".git", ".kit", ".orquesta", "target", "__pycache__", ".ipynb_checkpoints", "grades", "answer");

    static KitFiles of(Path root) throws IOException {
        if (!Files.exists(root.resolve(".git"))) {
            return new KitFiles(walked(root), List.of(), List.of(), false);
        }
        List<Path> known = files(root, git(root, "ls-files", "-z"));
        List<Path> changed = files(root, git(root, "diff", "HEAD", "--name-only", "--no-renames", "--relative", "-z"));
        List<String> others = git(root, "ls-files", "-z", "--others", "--exclude-standard", "--directory");
        return new KitFiles(known, changed, others, true);
    }

    private static List<Path> files(Path root, List<String> names) {
        return names.stream()
                .map(Path::of)
                .filter(file -> !isMade(file.getParent()) && Files.isRegularFile(root.resolve(file)))
                .toList();
    }

    private static boolean isMade(@Nullable Path folder) {
        return folder != null
                && Stream.iterate(folder, Objects::nonNull, Path::getParent)
                        .anyMatch(each -> MADE.contains(each.getFileName().toString()));
    }

    private static List<Path> walked(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean made = !folder.equals(root)
                        && MADE.contains(folder.getFileName().toString());
                return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(root.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static List<String> git(Path root, String... words) throws IOException {
        List<String> command = Stream.concat(Stream.of("git", "-C", root.toString()), Stream.of(words))
                .toList();
        Process process;
        try {
            process = new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new UserException(root.toString(), "dist.git", e.getMessage());
        }
        String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new UserException(root.toString(), "dist.git", told.strip());
        }
        return Stream.of(listed.split("\0")).filter(name -> !name.isEmpty()).toList();
    }
}
