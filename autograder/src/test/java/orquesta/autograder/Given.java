package orquesta.autograder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.evidence.OwnChildren;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.files.Places;
import orquesta.autograder.isolation.ChildImage;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.submission.Submission;

/** What these tests begin with: the small exercise T01, and a workplace below {@code target}. */
final class Given {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    static final String ANSWER = "limpia/Limpia.java";

    /** As in a batch, one controller for many answers: its compiler is warm, and one answer must not harm the next. */
    private static final Map<Isolation, Controller> WARM = new ConcurrentHashMap<>();

    private static @Nullable Compiler compiler;
    private static @Nullable ChildImage image;
    private static @Nullable Isolation isolation;

    private static final Path OURS = Path.of("src", "test", "exercises");
    private static final Map<List<Object>, Controller.Prepared> PREPARED = new ConcurrentHashMap<>();
    /** Several tests look at the same answer, each at something else of its result. */
    private static final Map<List<Object>, GradeResult> GRADED = new ConcurrentHashMap<>();

    private Given() {}

    static Workplace workplace() {
        Path target = Path.of("target").toAbsolutePath();
        return new Workplace(target, target.resolve("autograder"), NOON);
    }

    /**
     * An empty checkout for the tests of one class, below {@code target}. Only what children start from, and what was compiled
     * of an exercise, stays from one test to the next: it takes seconds to make, and its name says what it was made of.
     */
    static Path checkout(Class<?> tests) throws IOException {
        Path root = Path.of("target", "checkouts", tests.getSimpleName()).toAbsolutePath();
        Path cache = Files.createDirectories(root.resolve(".kit").resolve("autograder"));
        for (Path folder : new Path[] {root, cache}) {
            try (Stream<Path> found = Files.list(folder)) {
                for (Path each : found.toList()) {
                    if (!cache.startsWith(each)
                            && !each.getFileName().toString().matches("(child|junit|isolation|cases|checks)-.+")) {
                        Places.delete(each);
                    }
                }
            }
        }
        return Files.createFile(root.resolve("kit")).getParent();
    }

    static synchronized ChildImage image() {
        if (image == null) {
            image = alone(() -> workplace().image());
        }
        return image;
    }

    /** The strongest of this machine. */
    static synchronized Isolation isolation() {
        if (isolation == null) {
            ChildImage found = image();
            isolation = alone(() -> workplace().isolation(found));
        }
        return isolation;
    }

    private interface Making<T> {
        T make() throws IOException;
    }

    /** Of the JVMs of tests that begin at the same time one makes what all find then. */
    private static <T> T alone(Making<T> making) {
        Path lock = Path.of("target", "autograder.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // until the channel is closed
            return making.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExerciseFolder t01() {
        return new Catalogue(OURS).find("T01");
    }

    /** The small exercise whose checks are tests. */
    static ExerciseFolder t02() {
        return new Catalogue(OURS).find("T02");
    }

    /** T01 with one case and its rule: code that ends its child there ends one, where in T01 it ends seven. */
    static ExerciseFolder t08() {
        return new Catalogue(OURS).find("T08");
    }

    static String solution() {
        return ExerciseFolder.read(t01().solution().resolve(ANSWER));
    }

    /** An answer to T01 whose method begins with these statements and then does the right thing. */
    static String solutionAfter(String statements) {
        return solution().replace("        List<Salida> limpias =", statements + "\n        List<Salida> limpias =");
    }

    /** An answer to T01 whose method consists of these statements. */
    static String method(String statements) {
        return "package limpia;\n\nimport java.util.*;\n\npublic final class Limpia {\n"
                + "    static List<Salida> limpiar(List<Entrada> filas) throws Exception {\n"
                + statements + "\n    }\n}\n";
    }

    /** Grades one source as the answer to T01, on a level of isolation. */
    static GradeResult grade(String source, Isolation isolation) {
        return grade(t01(), source, isolation);
    }

    /** The same as the answer to T01 or T08. */
    static GradeResult grade(ExerciseFolder exercise, String source, Isolation isolation) {
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(ANSWER, source);
        return grade(exercise, Submission.of("ana", sources), isolation);
    }

    static GradeResult grade(String source) {
        return grade(source, isolation());
    }

    static GradeResult grade(Submission submission, Isolation isolation) {
        return grade(t01(), submission, isolation);
    }

    static GradeResult grade(ExerciseFolder exercise, Submission submission, Isolation isolation) {
        try {
            Controller controller = warm(isolation);
            Path path = exercise.path();
            if (!path.startsWith(OURS)) {
                return controller.grade(controller.prepare(exercise, false), submission);
            }
            List<Object> asked = List.of(isolation, path); // nobody writes there: so it is read once
            if (!PREPARED.containsKey(asked)) {
                PREPARED.put(asked, controller.prepare(exercise, false));
            }
            List<Object> answered = List.of(asked, submission.id(), new TreeMap<>(submission.sources()));
            return submission.problem().isPresent()
                    ? controller.grade(PREPARED.get(asked), submission)
                    : GRADED.computeIfAbsent(answered, key -> controller.grade(PREPARED.get(asked), submission));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An exercise that nobody writes into any more, to be graded by {@link #warm} many times, as in a batch. */
    static Controller.Prepared prepared(ExerciseFolder exercise) throws IOException {
        return warm(isolation()).prepare(exercise, false);
    }

    /** One that is not to be closed. */
    static Controller warm(Isolation isolation) {
        return WARM.computeIfAbsent(isolation, Given::controller);
    }

    private static Controller controller(Isolation isolation) {
        try {
            return new Controller(new Bench(workplace().cache(), 0, new OwnChildren()), compiler(), isolation, NOON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One for all tests, and not to be closed: a worker takes longer to become warm than an answer to be compiled. */
    static synchronized Compiler compiler() {
        if (compiler == null) {
            Compiler made = new Compiler(image());
            Runtime.getRuntime().addShutdownHook(new Thread(made::close));
            compiler = made;
        }
        return compiler;
    }
}
