package orquesta.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.resource.PipelineRoot;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** Where things lie: the folder that holds {@code kit}, the home of runs, pipelines by name. */
public final class Checkout {
    private static final String HOME = ".orquesta";
    private static final Path EXAMPLES = Path.of("mini-orchestrator", "examples");

    private final Path here;
    private final Optional<Path> root;

    /** @param here where the user stands */
    public Checkout(Path here) {
        this.here = here.toAbsolutePath().normalize();
        @Nullable String given = System.getProperty("orquesta.root");
        this.root = given != null ? Optional.of(Path.of(given).normalize()) : above(this.here);
    }

    private static Optional<Path> above(Path start) {
        return nearest(start, Checkout::hasKit);
    }

    private static Optional<Path> nearest(Path start, Predicate<Path> looked) {
        return Stream.iterate(start, Objects::nonNull, Path::getParent)
                .filter(looked)
                .findFirst();
    }

    /** The home of a pipeline: as given, else {@code ORQUESTA_HOME}, else {@code .orquesta} of the pipeline's root. */
    public Path home(@Nullable Path given, Path pipeline) {
        return said(given).orElseGet(() -> base(pipeline).resolve(HOME));
    }

    /**
     * The home where no pipeline is named: as given, else {@code ORQUESTA_HOME}, else that of the nearest folder at or above
     * where the user stands which has one or holds {@code kit}, else that of the checkout.
     */
    public Path home(@Nullable Path given) {
        return said(given)
                .orElseGet(() -> nearest(here, Checkout::hasHome)
                        .orElse(root.orElse(here))
                        .resolve(HOME));
    }

    private Optional<Path> said(@Nullable Path given) {
        String variable = System.getenv("ORQUESTA_HOME");
        if (given != null) {
            return Optional.of(here.resolve(given));
        }
        return Optional.ofNullable(variable).filter(path -> !path.isBlank()).map(here::resolve);
    }

    private static boolean hasHome(Path folder) {
        return isHome(folder.resolve(HOME)) || hasKit(folder);
    }

    /** What begins a command that is pasted into another terminal: the folder where the user stands, and {@code kit}. */
    public String kit() {
        String kit = root.filter(checkout -> !checkout.equals(here))
                .map(checkout -> quoted(checkout.resolve("kit").toString()))
                .orElse("./kit");
        return "cd " + quoted(here.toString()) + " && " + kit;
    }

    /** The script of the checkout. */
    public Path script() {
        return root.orElse(here).resolve("kit");
    }

    /** Where a new pipeline goes: into the folder that was given, else among the examples. */
    public Path folderFor(@Nullable Path at, String name) {
        Path inside =
                at == null ? root.map(checkout -> checkout.resolve(EXAMPLES)).orElse(here) : here.resolve(at);
        return inside.resolve(name).normalize();
    }

    /** Whether a folder is one of the examples. */
    public boolean isExample(Path folder) {
        return root.filter(checkout -> checkout.resolve(EXAMPLES).equals(folder.getParent()))
                .isPresent();
    }

    /** A word as a shell reads it. */
    public static String quoted(String path) {
        return path.matches("[\\p{L}\\p{N}_./:=@%+,-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    /** Whether a folder is a home: whether anything was ever run in it. */
    public static boolean isHome(Path folder) {
        return Files.isRegularFile(folder.resolve("orquesta.db"));
    }

    /**
     * Where compiled definitions are kept: beside the build of the checkout, so that a new home compiles nothing again;
     * without a checkout in the home. Where there is none either, in a folder that goes with this process: who only looks
     * leaves nothing behind.
     */
    public Path cache(Path home) {
        Path above = root.map(checkout -> checkout.resolve(".kit")).orElseGet(() -> isHome(home) ? home : passing());
        return above.resolve("compiled");
    }

    private static Path passing() {
        try {
            Path folder = Files.createTempDirectory("orquesta-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> SourceCompiler.delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds {@code kit}, and all that is not a pipeline's; where there is none, the one where the user stands. */
    public Path folder() {
        return root.orElse(here);
    }

    /**
     * The root of a pipeline: where the relative paths in its definitions start, wherever the user stands. That is the checkout for
     * what lies in it, but for a folder with a {@code kit} of its own, as that of a demo.
     */
    public Path base(Path pipeline) {
        Path nearest = PipelineRoot.of(pipeline);
        boolean own = hasKit(nearest) && root.filter(nearest::startsWith).isPresent();
        return root.filter(pipeline::startsWith).filter(checkout -> !own).orElse(nearest);
    }

    private static boolean hasKit(Path folder) {
        return Files.isRegularFile(folder.resolve("kit"));
    }

    /** A folder of {@code .java} files, or the name of one among the examples; the nearest name if it is neither. */
    public Path pipeline(String given) {
        Path folder = here.resolve(given).normalize();
        if (hasSources(folder)) {
            return folder;
        }
        Optional<Path> examples = root.map(checkout -> checkout.resolve(EXAMPLES));
        if (examples.isPresent() && hasSources(examples.get().resolve(given))) {
            return examples.get().resolve(given);
        }
        List<String> names = examples.map(Checkout::names).orElse(List.of());
        throw Files.isDirectory(folder)
                ? new UserException(given, "pipeline.no_sources", given, Nearest.among(names))
                : new UserException(given, "pipeline.unknown", given, Nearest.clue(given, names));
    }

    private static List<String> names(Path examples) {
        try (Stream<Path> folders = Files.list(examples)) {
            return folders.filter(Checkout::hasSources)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("tests"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The {@code .java} files of a folder and of those in it, without tests and hidden folders, in a fixed order. */
    static List<Path> sources(Path folder) {
        return javaFiles(folder).stream().filter(file -> !isTest(file)).toList();
    }

    /** The test files of a pipeline: those named {@code ...Test.java} in its folder; of an example also those of its name. */
    static List<Path> tests(Path folder) {
        Path apart = testsOf(folder, true);
        List<Path> beside = Files.isDirectory(apart) ? javaFiles(apart) : List.of();
        return Stream.concat(javaFiles(folder).stream().filter(Checkout::isTest), beside.stream())
                .toList();
    }

    /** Where the tests of a pipeline stand: beside its sources, those of an example in {@code tests} beside all. */
    public static Path testsOf(Path folder, boolean example) {
        return example ? folder.resolveSibling("tests").resolve(folder.getFileName()) : folder;
    }

    private static boolean isTest(Path file) {
        return file.toString().endsWith("Test.java");
    }

    private static List<Path> javaFiles(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                    boolean hidden = inside.getFileName() != null
                            && inside.getFileName().toString().startsWith(".");
                    return hidden && !inside.equals(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".java")) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.sort(found);
        return found;
    }

    private static boolean hasSources(Path folder) {
        return Files.isDirectory(folder) && !sources(folder).isEmpty();
    }
}
