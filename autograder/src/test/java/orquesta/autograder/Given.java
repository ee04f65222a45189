package orquesta.autograder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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

    static ChildImage image() {
        try {
            return workplace().image();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The strongest of this machine. */
    static Isolation isolation() {
        try {
            return workplace().isolation(image());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ExerciseFolder t01() {
        return new Catalogue(Path.of("src", "test", "exercises")).find("T01");
    }

    /** The small exercise whose checks are tests. */
    static ExerciseFolder t02() {
        return new Catalogue(Path.of("src", "test", "exercises")).find("T02");
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
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(ANSWER, source);
        return grade(Submission.of("ana", sources), isolation);
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
            return controller.grade(controller.prepare(exercise, false), submission);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that is not to be closed. */
    static Controller warm(Isolation isolation) {
        return WARM.computeIfAbsent(isolation, Given::controller);
    }

    private static Controller controller(Isolation isolation) {
        try {
            Controller controller = workplace().controller(isolation, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(controller::close));
            return controller;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
