package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.files.Places;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.TestReport;
import orquesta.autograder.report.TestRun;
import orquesta.text.Language;

/** A student runs the tests that are shown, changes them and adds more. */
class VisibleTestsTest {
    private static final String TEST = "limpia/LimpiaTest.java";

    @TempDir
    private Path checkout;

    private record Told(int exit, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }

    @BeforeEach
    void a_checkout_with_the_solution_as_answer() throws IOException {
        Path from = Given.t01().path();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(from.relativize(file).toString(), Files.readString(file));
            }
        }
        answer(Given.solution());
    }

    @Test
    void a_right_answer_passes_them_and_is_told_that_they_give_no_points() {
        Told told = run();

        assertThat(told.exit()).isZero();
        assertThat(told.lines())
                .contains(
                        "T01 Shout: tests passed: 3 of 3",
                        "passed (3): trims a name; multiplies amount and quantity; drops a total of zero",
                        "Tests give no points; ./kit grade T01 does.",
                        "next: ./kit grade T01");
        assertThat(Given.workplace().cache().resolve("tries-T01"))
                .as("a result")
                .doesNotExist();
    }

    @Test
    void the_first_that_failed_is_told_with_its_line_both_values_and_what_was_printed_in_either_language()
            throws IOException {
        answer(Given.solutionAfter("        System.out.println(\"veo \" + filas.size());")
                .replace(".strip()", ""));
        TestRun run = testRun();
        Told told = told(run);

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text())
                .contains(
                        "T01 Shout: tests passed: 2 of 3\n\n✗ trims a name\n"
                                + "  test/limpia/LimpiaTest.java:13  assertThat(limpia(\"  pan \", \"10\")",
                        "    expected: \"pan\"\n    came:     \"  pan \"\n  what your code printed:\n  | veo 1\n",
                        "\npassed (2): multiplies amount and quantity; drops a total of zero\n",
                        "\nfailed (1): trims a name\n",
                        "next: ./kit grade T01 --tests");
        assertThat(TestReport.lines(run, Language.ES, Frontend.NOTEBOOK))
                .contains(
                        "T01 Gritar: pruebas que pasan: 2 de 3",
                        "    se espera: \"pan\"",
                        "    llegó:     \"  pan \"",
                        "fallan (1): trims a name",
                        "Las pruebas no dan puntos; Grader.check(\"T01\") sí.",
                        "siguiente paso: Grader.tests(\"T01\")");
    }

    @Test
    void what_the_answer_throws_is_told_with_both_places() throws IOException {
        answer(Given.solutionAfter("        if (true) throw new IllegalStateException(\"no sé\");"));

        assertThat(run().text())
                .contains(
                        "✗ trims a name",
                        "test/limpia/LimpiaTest.java:13",
                        "The code threw IllegalStateException at Limpia.java:10.",
                        "it says: no sé",
                        "failed (3): trims a name; multiplies amount and quantity; drops a total of zero");
    }

    @Test
    void a_folder_of_its_own_has_the_same_name_each_time_that_it_is_told() throws IOException {
        own("""
                @Test void looks(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
                    java.nio.file.Files.size(folder.resolve("entrada"));
                }
                """);

        assertThat(run().text()).contains("✗ looks", "junit-…/entrada").doesNotContainPattern("junit-?\\d");
    }

    @Tag("long")
    @Test
    void the_untouched_starter_is_made_and_fails_them() throws IOException {
        Places.delete(exercise().resolve("answer"));

        assertThat(run().text())
                .contains("tests passed: 0 of 3", "threw UnsupportedOperationException", "it says: TODO");
    }

    @Test
    void a_test_of_ones_own_is_found_and_its_name_is_read_as_a_sentence() throws IOException {
        own("""
                @Test void keepsEqualSales() {}
                @Test @DisplayName("Una venta, dos veces") void twice() {}
                @ParameterizedTest @ValueSource(ints = {1, 2}) void counts(int n) { assertThat(n).isEqualTo(1); }
                @Nested class WithoutName { @Test void stays() {} }
                """);
        Told told = run();

        assertThat(told.text())
                .contains("tests passed: 7 of 8", "✗ counts › [2] ", "    expected: 1\n    came:     2\n");
        assertThat(told.text().replace("\n  ", " "))
                .contains("keeps equal sales; Una venta, dos veces; counts › [1] ", "without name › stays");
        assertThat(told.lines())
                .filteredOn(line -> line.startsWith("passed") || line.startsWith("  zero"))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void a_long_message_is_cut_and_values_that_look_alike_show_their_class() throws IOException {
        own("""
                @Test void listed() { assertThat(java.util.stream.IntStream.range(0, 900).boxed().toList()).hasSize(1); }
                """);
        assertThat(run().lines())
                .hasSizeLessThan(30)
                .anyMatch(line -> line.equals("    Expected size: 1 but was: 900 in:"))
                .allMatch(line -> line.length() < 260);

        own("@Test void alike() { Assertions.assertEquals((Object) 1, (Object) 1L); }");
        assertThat(run().text()).contains("expected: 1 (java.lang.Integer)", "came:     1 (java.lang.Long)");
    }

    @Tag("long")
    @Test
    void a_description_is_shown_and_an_assertion_without_words_is_said_to_have_none() throws IOException {
        own("@Test void named() { assertThat(\"x\").as(\"the name\").isEqualTo(\"y\"); }");
        assertThat(run().text()).contains("  [the name]\n    expected: \"y\"");

        own("@Test void silent() { throw new AssertionError(); }");
        assertThat(run().text()).contains("The assertion says nothing");
    }

    @Test
    void what_is_disabled_or_assumed_in_vain_is_skipped_and_never_passed() throws IOException {
        own("""
                @Test @Disabled("mañana") void later() {}
                @Test @Disabled void never() {}
                @Test void elsewhere() { org.junit.jupiter.api.Assumptions.assumeTrue(false, "not here"); }
                """);
        Told told = run();

        assertThat(told.exit()).isZero();
        assertThat(told.text())
                .contains(
                        "tests passed: 3 of 6",
                        "skipped, not passed (3): later (mañana); never; elsewhere (Assumption failed:\n  not here)");

        write(
                "test/" + TEST,
                Files.readString(exercise().resolve("test").resolve(TEST))
                        .replace("class", "@org.junit.jupiter.api.Disabled class"));
        write("test/limpia/OwnTest.java", "package limpia; class OwnTest {}");
        Told none = run();
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.text()).contains("tests passed: 0 of 3", "skipped, not passed (3): trims a name");
    }

    @Test
    void a_test_that_never_ends_is_stopped_and_the_others_run() throws IOException {
        own("""
                @Test void aaa_waits() throws Exception { System.out.println("here"); Thread.sleep(1_000_000); }
                @Test void bbb_passes() {}
                """);
        Told told = run();

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text())
                .contains(
                        "✗ aaa waits\n  test/limpia/OwnTest.java:",
                        "It was stopped after 1 s: look for a loop",
                        "  | here\n",
                        "passed (4): trims a name",
                        "bbb passes");
    }

    @Test
    void after_three_that_were_stopped_the_others_are_given_up_and_said_to_be() throws IOException {
        Files.delete(exercise().resolve("test").resolve(TEST));
        own("""
                @Test void one() throws Exception { halt(); }
                @Test void two() throws Exception { halt(); }
                @Test void three() throws Exception { halt(); }
                @Test void four() throws Exception { halt(); }
                static void halt() { Runtime.getRuntime().halt(0); }
                """);

        assertThat(run().text())
                .contains("tests passed: 0 of 4", "failed (3): ", "not run (1): ", "The others were given up");
    }

    @Test
    void tests_without_end_are_stopped() throws IOException {
        own("""
                @TestFactory java.util.stream.Stream<DynamicTest> many() {
                    return java.util.stream.IntStream.iterate(0, n -> n + 1).mapToObj(n -> DynamicTest.dynamicTest("t" + n, () -> {}));
                }
                """);

        assertThat(run().text()).contains("there are more than 5000 tests", "; …\nfailed (1): many");
    }

    @Test
    void who_ends_the_program_is_named_and_the_others_run() throws IOException {
        own("@Test void aaa_exits() { System.exit(0); } @Test void bbb_halts() { Runtime.getRuntime().halt(0); }");
        Told told = run();
        assertThat(told.text())
                .contains("passed (3)", "failed (2): aaa exits; bbb halts", "ended the whole program at OwnTest.java:");
    }

    @Tag("long")
    @Test
    void so_is_an_answer_that_ends_it() throws IOException {
        own("@Test void passes() {}");
        answer(Given.solutionAfter("        if (filas.get(0).nombre().contains(\" \")) { System.exit(0); }"));
        assertThat(run().text()).contains("passed (3)", "✗ trims a name", "ended the whole program at Limpia.java:");
    }

    @Test
    void an_interrupt_mark_that_a_test_leaves_costs_the_next_one_nothing() throws IOException {
        own(
                "@Test void aaa_marks() { Thread.currentThread().interrupt(); } @Test void bbb_waits() throws Exception { Thread.sleep(1); }");
        assertThat(run().text()).contains("tests passed: 5 of 5");
    }

    @Test
    void what_goes_wrong_before_the_tests_of_a_class_is_told_once() throws IOException {
        own("""
                static final int N = boom();
                static int boom() { throw new IllegalStateException("before all"); }
                @Test void one() {}
                """);
        assertThat(run().text())
                .contains("passed (3)", "✗ one", "The test threw IllegalStateException", "it says: before all");

        own(
                "@BeforeAll static void all() { throw new IllegalStateException(\"first\"); } @Test void one() {} @Test void two() {}");
        Told told = run();
        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text())
                .contains(
                        "✗ OwnTest",
                        "(@BeforeAll, @AfterAll), not in one of them",
                        "not run (2): one; two",
                        "passed (3)");
    }

    @Tag("long")
    @Test
    void what_never_ends_before_the_tests_of_a_class_is_stopped() throws IOException {
        own("@BeforeAll static void all() throws Exception { Thread.sleep(1_000_000); } @Test void one() {}");
        assertThat(run().text()).contains("✗ one", "It was stopped after 1 s", "passed (3)");
    }

    @Test
    void a_million_printed_lines_do_no_harm() throws IOException {
        own(
                "@Test void prints() { for (int i = 0; i < 1_000_000; i++) System.out.println(\"line \" + i); throw new RuntimeException(); }");

        assertThat(run().text())
                .contains("passed (3)", "  | line 0\n", "  | line 7\n  | …")
                .doesNotContain("line 9\n");
    }

    @Test
    void tests_that_do_not_compile_are_told_by_file_line_and_meaning() throws IOException {
        own("@Test void broken() { int n = \"\"; }");
        Told told = run();
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.text())
                .contains(
                        "T01 Shout: the tests could not be run",
                        "test/limpia/OwnTest.java:",
                        "does not compile",
                        "compare the two types");

        write("test/limpia/OwnTest.java", "package limpia; import org.junit.Test; class OwnTest {}");
        assertThat(run().text()).contains("a test may use the JDK, JUnit 5 (org.junit.jupiter.api) and AssertJ");
    }

    @Test
    void an_answer_that_does_not_compile_is_told_before_any_test() throws IOException {
        answer(Given.solution().replace("return limpias;", "return limpias"));
        Told told = run();

        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.text()).contains("limpia/Limpia.java:", "semicolon").doesNotContain("test/");
    }

    @Test
    void an_answer_cannot_use_junit() throws IOException {
        answer(Given.solution()
                .replace("import java.util.List;", "import java.util.List;\nimport org.junit.jupiter.api.Test;"));

        assertThat(run().text()).contains("exercises use the JDK alone");
    }

    @Test
    void where_there_is_no_test_the_nearest_thing_to_one_is_named() throws IOException {
        Files.delete(exercise().resolve("test").resolve(TEST));
        Told none = run();
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.text()).contains("no tests in exercises/T01/test", "@Test void my_case() { ... }");

        write("test/" + TEST, "package limpia; class LimpiaTest { void drops_zero() {} }");
        assertThat(run().text())
                .contains(
                        "No test was found",
                        "files searched in the folder test: 1",
                        "The nearest is drops_zero() in LimpiaTest: write @Test above it.");

        write(
                "test/" + TEST,
                "package limpia; class LimpiaTest { @org.junit.jupiter.api.Test private void drops_zero() {} }");
        assertThat(run().text()).contains("No test was found", "JUnit says: @Test method", "must not be private");
    }

    @Test
    void a_file_that_is_in_both_folders_is_refused() throws IOException {
        write("test/" + Given.ANSWER, Given.solution());

        assertThat(run().text()).contains("The file limpia/Limpia.java is in answer and in test");
    }

    @Test
    void nothing_registers_itself_with_junit_and_nobody_replaces_it() throws IOException {
        write("test/META-INF/services/org.junit.platform.launcher.TestExecutionListener", "limpia.OwnTest\n");
        write(
                "test/junit-platform.properties",
                "junit.jupiter.conditions.deactivate = *\njunit.jupiter.extensions.autodetection.enabled = true\n");
        write("answer/org/junit/jupiter/api/Test.java", "package org.junit.jupiter.api; public @interface Test {}");
        write(
                "answer/limpia/LauncherFactory.java",
                "package org.junit.platform.launcher.core; public class LauncherFactory {}");
        own("@Test @Disabled void off() { throw new Error(); }");

        assertThat(run().text()).contains("tests passed: 3 of 4", "skipped, not passed (1): off");
    }

    @Tag("long")
    @Test
    void what_writes_into_the_channel_of_the_answers_is_not_believed() throws IOException {
        own("""
                @Test void forges() throws Exception {
                    var wire = new java.io.DataOutputStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));
                    wire.writeInt(5); wire.writeByte(14); wire.writeInt(0); wire.flush();
                }
                """);
        Told told = run();

        assertThat(told.exit()).isEqualTo(1);
        assertThat(told.text()).contains("wrote into the channel that carries its answers");
    }

    private Told run() {
        return told(testRun());
    }

    private static Told told(TestRun run) {
        return new Told(run.exit(), TestReport.lines(run, Language.EN, Frontend.TERMINAL));
    }

    private TestRun testRun() {
        return new LocalTests(new Workplace(checkout, Given.workplace().cache(), Given.NOON))
                .run("T01", Given.compiler());
    }

    /** A class of the student's beside the test that is given. */
    private void own(String members) throws IOException {
        write(
                "test/limpia/OwnTest.java",
                "package limpia;\nimport static org.assertj.core.api.Assertions.assertThat;\n"
                        + "import org.junit.jupiter.api.*;\nimport org.junit.jupiter.params.*;\n"
                        + "import org.junit.jupiter.params.provider.*;\nclass OwnTest {\n" + members + "}\n");
    }

    private void answer(String source) throws IOException {
        write("answer/" + Given.ANSWER, source);
    }

    private Path exercise() {
        return checkout.resolve("exercises").resolve("T01");
    }

    private void write(String path, String text) throws IOException {
        Path file = exercise().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
