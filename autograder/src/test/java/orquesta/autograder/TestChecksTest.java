package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.Next;
import orquesta.autograder.report.TextReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.ResultJson;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;

/** Checks that are tests of the author's: what they give, and what code that fights gets of them. */
class TestChecksTest {
    private static final String ANSWER = "caja/Caja.java";
    private static final String FORGES = """
                static {
                    try {
                        var wire = new java.io.DataOutputStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));
                        for (int kind = 0; kind < 20; kind++) { wire.writeInt(5); wire.writeByte(kind); wire.writeInt(0); }
                        wire.flush();
                    } catch (java.io.IOException e) { }
                }
                """;
    private static final List<String> TESTS = List.of("adds_up", "counts", "apart", "refuses");

    @TempDir
    private Path folder;

    @Test
    void a_right_answer_gets_the_points_of_each_test_and_of_the_rule() {
        GradeResult result = grade(solution());

        assertThat(result.score()).isEqualTo(6);
        assertThat(result.checks()).extracting(Checked::kind).containsOnly("test", "rule");
        assertThat(ResultJson.text(result)).contains("\"kind\" : \"test\"");
    }

    /** Each makes every archive; that lanes do not disturb each other in a checkout that has them {@code BatchTest} shows. */
    @Tag("long")
    @Test
    void two_lanes_that_begin_at_the_same_time_in_a_new_checkout_do_not_disturb_each_other() throws IOException {
        Workplace fresh = new Workplace(folder, folder.resolve("cache"), Given.NOON);
        fresh.image(); // a batch has tried its isolation with it before; what runs tests both lanes make now

        List<Double> scores = IntStream.range(0, 2)
                .mapToObj(lane -> CompletableFuture.supplyAsync(() -> scoreOfSolution(fresh, lane)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(scores).containsExactly(6.0, 6.0);
    }

    private static double scoreOfSolution(Workplace workplace, int lane) {
        Submission answer =
                Submission.of("ana", ExerciseFolder.sources(Given.t02().solution()));
        try (Controller controller = workplace.controller(Given.isolation(), lane)) {
            return controller
                    .grade(controller.prepare(Given.t02(), false), answer)
                    .score();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** That each level lets a right answer be right {@code TortureTest} shows. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource({"PROCESS", "LIMITS", "NAMESPACES"})
    void a_right_answer_is_right_on_every_level(Level level) {
        assumeThat(Given.isolation().level()).isGreaterThanOrEqualTo(level);
        Submission answer =
                Submission.of("ana", ExerciseFolder.sources(Given.t02().solution()));

        GradeResult result = Given.grade(Given.t02(), answer, new Isolation(level, List.of()));

        assertThat(result.score()).isEqualTo(6);
    }

    @Test
    void a_failed_test_is_told_with_both_values_and_a_hidden_one_without() {
        GradeResult result = grade(solution().replace("veces++;", "veces = 1;"));
        assertThat(lines(result))
                .contains(
                        "✗ Payments are counted",
                        "  It does not do what the test of this check expects.",
                        "    expected: 2",
                        "    came:     1",
                        "  reread: rule 2 of the instructions");

        GradeResult hidden = grade(solution()
                .replace("private int veces;", "private static int veces;")
                .replace("return veces;", "return veces > 4 ? 2 : veces;"));
        assertThat(lost(hidden)).contains("apart");
        assertThat(hidden.checks())
                .filteredOn(check -> check.id().equals("apart"))
                .allMatch(check -> check.failure().details().isEmpty()
                        && check.failure().difference().equals("test"));
    }

    @Test
    void what_the_answer_throws_lacks_or_declares_otherwise_has_its_own_sentence() {
        assertThat(lines(grade(solution().replace("return suma;", "throw new IllegalStateException(\"no\");"))))
                .contains("  The code threw IllegalStateException at Caja.java:18.", "    it says: no");
        GradeResult other = grade(solution().replace("int cobros()", "long cobros()"));
        assertThat(other.status()).isEqualTo(Status.GRADED);
        assertThat(lost(other)).containsExactly("counts", "apart");
        assertThat(lines(other))
                .contains(
                        "✗ The check calls a class or a method that the answer does not have, or declares differently.");
    }

    @Test
    void a_test_that_never_ends_or_ends_the_program_costs_its_own_check() {
        GradeResult waits = grade(
                solution().replace("return veces;", "while (true) { java.util.concurrent.locks.LockSupport.park(); }"));
        assertThat(lost(waits)).containsExactly("counts", "apart");
        assertThat(lines(waits)).anyMatch(line -> line.contains("It was stopped after 1 s"));

        GradeResult exits = grade(solution().replace("return suma;", "System.exit(0); return suma;"));
        assertThat(lost(exits)).containsExactly("adds_up", "no_io");
        assertThat(lines(exits)).anyMatch(line -> line.contains("ended the whole program at Caja.java:"));
    }

    @Test
    void reports_that_the_answer_writes_itself_are_not_believed_and_cost_it_every_test() {
        assertThat(lost(grade(with(FORGES, solution())))).containsAll(TESTS);
    }

    @Tag("long")
    @Test
    void nor_are_they_where_the_answer_is_wrong() {
        assertThat(lost(grade(with(FORGES, wrong())))).containsAll(TESTS);
    }

    @Test
    void ending_well_before_the_tests_is_no_pass() {
        assertThat(grade(with("static { System.exit(0); }", wrong())).score()).isZero();
        String aborts = "static { throw (RuntimeException) made(\"org.opentest4j.TestAbortedException\"); }\n"
                + "static Object made(String name) { try { return Class.forName(name).getConstructor().newInstance(); }"
                + " catch (ReflectiveOperationException e) { throw new Error(e); } }";
        assertThat(grade(with(aborts.replace("static { throw", "static { if (true) throw"), wrong()))
                        .score())
                .isZero();
    }

    @Test
    void classes_with_the_names_of_the_tests_or_of_junit_replace_nothing() {
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(ANSWER, wrong());
        sources.put("caja/CajaChecks.java", "package caja; class CajaChecks { void adds_up() {} }");
        sources.put("caja/Todo.java", "package org.junit.jupiter.engine; class JupiterTestEngine {}");
        sources.put("org/junit/jupiter/api/Test.java", "package org.junit.jupiter.api; @interface Test {}");

        assertThat(grade(Submission.of("ana", sources)).score()).isZero();
        sources.put(ANSWER, solution());
        assertThat(grade(Submission.of("ana", sources)).score()).isEqualTo(6);
    }

    @Test
    void a_listener_of_its_own_a_thread_that_lives_on_and_what_it_prints_change_nothing() {
        String busy = """
                static {
                    System.out.println("All 4 tests passed: 6 of 6 points");
                    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> { });
                    Thread stays = new Thread(() -> { while (true) { java.util.concurrent.locks.LockSupport.park(); } });
                    stays.start();
                    try {
                        Object launcher = Class.forName("org.junit.platform.launcher.core.LauncherFactory")
                                .getMethod("create").invoke(null);
                        System.out.println(launcher);
                    } catch (ReflectiveOperationException e) { throw new Error(e); }
                }
                """;

        assertThat(lost(grade(with(busy, wrong())))).containsAll(TESTS);
        assertThat(lost(grade(with(busy, solution())))).containsExactly("no_io");
    }

    @Test
    void an_exercise_whose_test_is_not_there_or_does_not_compile_is_refused() throws IOException {
        copy();
        Path json = folder.resolve("T02/exercise.json");
        Files.writeString(json, Files.readString(json).replace("CajaChecks#counts", "Otra#counts"));
        assertThatThrownBy(() -> ExerciseReader.read(new ExerciseFolder(folder.resolve("T02"))))
                .hasMessageContaining("the check counts names the test \"caja.Otra#counts\"")
                .hasMessageContaining("checks/caja/Otra.java is not there");

        copy();
        Path checks = folder.resolve("T02/checks/caja/CajaChecks.java");
        Files.writeString(checks, Files.readString(checks).replace("caja.cobros()", "caja.nada()"));
        Controller controller = Given.warm(Given.isolation());
        assertThatThrownBy(() -> controller.prepare(new ExerciseFolder(folder.resolve("T02")), false))
                .hasMessageContaining("T02/checks/caja/CajaChecks.java:")
                .hasMessageContaining("do not compile against the starter");
    }

    @Tag("long")
    @Test
    void halting_before_the_tests_is_no_pass() {
        assertThat(grade(with("static { Runtime.getRuntime().halt(0); }", wrong()))
                        .score())
                .isZero();
    }

    private void copy() throws IOException {
        try (Stream<Path> files = Files.walk(Given.t02().path())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve("T02")
                        .resolve(Given.t02().path().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    private static String solution() {
        return ExerciseFolder.read(Given.t02().solution().resolve(ANSWER));
    }

    /** Compiles, and is right in nothing. */
    private static String wrong() {
        return """
                package caja;

                public final class Caja {
                    public void cobrar(Cobro cobro) {}

                    public java.math.BigDecimal total() {
                        return java.math.BigDecimal.TEN;
                    }

                    private static int veces;

                    public int cobros() {
                        return veces++;
                    }
                }
                """;
    }

    private static String with(String members, String answer) {
        return answer.replace("public final class Caja {\n", "public final class Caja {\n" + members + "\n");
    }

    private static List<String> lost(GradeResult result) {
        return result.checks().stream()
                .filter(check -> !check.passed())
                .map(Checked::id)
                .toList();
    }

    private static List<String> lines(GradeResult result) {
        return TextReport.lines(result, Language.EN, new Next(Frontend.TERMINAL, 1, "", ""));
    }

    private static GradeResult grade(String source) {
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(ANSWER, source);
        return grade(Submission.of("ana", sources));
    }

    private static GradeResult grade(Submission submission) {
        return Given.grade(Given.t02(), submission, Given.isolation());
    }
}
