package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.Template;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.Next;
import orquesta.autograder.report.TextReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;

/** Exercises of kind {@code program}: the one that {@code ./kit exercise new} makes, and answers that lie to it. */
class ProgramKindTest {
    @TempDir
    private static Path folder;

    private static Controller.Prepared prepared;

    @BeforeAll
    static void make() throws IOException {
        prepared = Given.prepared(new Template(ExerciseKind.PROGRAM).write("N91", folder));
    }

    /** A list that says it holds whatever is looked for, in the place that is asked for, and nothing when it is copied. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            indexOf  | public int indexOf(Object o) { return 0; } public boolean contains(Object o) { return true; }
            iterator | private int asked; public Iterator<Integer> iterator() { return asked++ == 0 ? super.iterator() : List.of(monto).iterator(); }
            """)
    void a_list_that_lies_earns_nothing(String where, String lie) {
        requireNothing(where, lie);
    }

    /** As the lists of the hostile batch. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            equals   | public boolean equals(Object o) { return true; } public int hashCode() { return 0; }
            size     | public int size() { return 1; } public Integer get(int i) { return monto; }
            """)
    void nor_does_one_that_lies_about_all_of_it(String where, String lie) {
        requireNothing(where, lie);
    }

    private static void requireNothing(String where, String lie) {
        GradeResult result = grade("        return new ArrayList<Integer>() { " + lie + " };");

        assertThat(result.status()).as(where).isEqualTo(Status.GRADED);
        assertThat(result.score()).as(where).isZero();
    }

    @Test
    void an_argument_that_is_put_back_while_the_answer_is_copied_has_been_changed() {
        GradeResult honest = grade("monedas.clear(); return List.of();");
        GradeResult hides = grade(
                "List<Integer> antes = List.copyOf(monedas); monedas.clear();"
                        + " return new AbstractList<Integer>() {"
                        + " public int size() { return 0; }"
                        + " public Integer get(int i) { return 0; }"
                        + " public Iterator<Integer> iterator() { monedas.clear(); monedas.addAll(antes); return List.<Integer>of().iterator(); } };");

        assertThat(differences(hides)).isEqualTo(differences(honest));
    }

    private static List<String> differences(GradeResult result) {
        return result.checks().stream()
                .map(check -> check.failure().difference())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            return (List<Integer>) (List<?>) List.of("10"); | type
            return new ArrayList<>(Arrays.asList(10, null)); | null
            List<Object> yo = new ArrayList<>(); yo.add(yo); return (List<Integer>) (List<?>) yo; | ended
            System.exit(0); return null; | ended
            """)
    void what_is_no_list_of_coins_is_told_as_what_it_is(String statements, String difference) {
        requireDifference(statements, difference);
    }

    /** As most of these in the hostile batch, for a function. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            return null; | null
            return Collections.nCopies(60_000, 1); | ended
            throw new IllegalStateException(); | threw
            """)
    void so_it_is_where_it_is_nothing_at_all(String statements, String difference) {
        requireDifference(statements, difference);
    }

    private static void requireDifference(String statements, String difference) {
        assertThat(grade(statements).firstFailure().orElseThrow().failure().difference())
                .isEqualTo(difference);
    }

    @Test
    void an_exception_of_another_class_or_without_the_amount_is_told_with_what_was_expected() {
        GradeResult result = grade("throw new IllegalArgumentException(\"no\");");

        Checked impossible = result.checks().get(2);
        assertThat(impossible.failure().difference()).isEqualTo("exception");
        assertThat(impossible.failure().details())
                .extracting(text -> text.en().replaceAll("\\d+", "N"))
                .containsExactly(
                        "called with: vuelto(N, [N])",
                        "expected: a message that holds: N",
                        "yours: IllegalArgumentException: \"no\"");
        assertThat(result.checks().get(0).failure().details().get(0).en()).startsWith("called with: vuelto(");
    }

    @Test
    void a_class_of_the_answers_that_is_called_as_one_of_the_jdks_is_another_one() {
        String own = "class IllegalArgumentException extends RuntimeException {"
                + " IllegalArgumentException(Object text) { super(text + \"\"); } }";
        Checked impossible = grade(own + " throw new IllegalArgumentException(monto);")
                .checks()
                .get(2);

        assertThat(impossible.failure().difference()).isEqualTo("exception");
        assertThat(impossible.failure().details())
                .extracting(text -> text.en().replaceAll("\\d+", "N"))
                .contains(
                        "expected: an exception of class IllegalArgumentException",
                        "yours: caja.IllegalArgumentException: \"N\"");
    }

    @Test
    void the_call_what_was_expected_and_what_came_are_told_in_both_languages() {
        GradeResult result = grade("return List.of(monedas.get(1));");

        assertThat(lines(result, Language.EN).replaceAll("\\d+", "N"))
                .contains("    called with: vuelto(N, [N, N])\n    expected: coins that add up to N\n    yours: [N]");
        assertThat(lines(result, Language.ES).replaceAll("\\d+", "N"))
                .contains("    llamada: vuelto(N, [N, N])\n    se esperaba: monedas que sumen N\n    lo tuyo: [N]");
    }

    @Test
    void of_a_hidden_check_nothing_of_the_call_or_the_answer_is_told() {
        Checked hidden = grade("return List.of(123456);").checks().get(1);

        assertThat(hidden.hidden()).isTrue();
        assertThat(hidden.failure().details()).isEmpty();
        assertThat(hidden.failure().what().en()).isEqualTo("The value is not the expected one.");
    }

    /** It would otherwise end the whole batch. */
    @Test
    void an_error_in_a_validator_is_trouble_of_ours_and_of_this_answer_alone() throws IOException {
        requireTrouble("StackOverflowError()");
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"AssertionError(\"never\")", "NoClassDefFoundError(\"x\")"})
    void so_is_each_other_error(String error) throws IOException {
        requireTrouble(error);
    }

    private static void requireTrouble(String error) throws IOException {
        ExerciseFolder broken =
                new Template(ExerciseKind.PROGRAM).write("N93", folder.resolve(error.replaceAll("\\W", "")));
        Path cases = broken.cases().resolve("caja/Casos.java");
        String validator = "int sum = 0;";
        Files.writeString(
                cases,
                Files.readString(cases)
                        .replace(validator, validator + " if (amount > 0) { throw new " + error + "; }"));
        TreeMap<String, String> files = new TreeMap<>(ExerciseFolder.sources(broken.solution()));

        GradeResult result = Given.grade(broken, Submission.of("ana", files), Given.isolation());

        assertThat(result.status()).isEqualTo(Status.INFRA_ERROR);
        assertThat(result.hasMark()).isFalse();
        assertThat(result.problems().get(0).en()).contains("the fault is ours", error.replaceFirst("\\(.*", ""));
    }

    @Test
    void another_signature_is_told_with_both() {
        GradeResult result = graded("package caja;\nimport java.util.*;\npublic final class Caja {\n"
                + "    static List<Long> vuelto(int monto, Set<Integer> monedas) { return List.of(); }\n}\n");

        assertThat(result.status()).isEqualTo(Status.WRONG_SHAPE);
        assertThat(result.problems().get(0).en())
                .isEqualTo("The method \"vuelto\" is declared differently. The exercise asks for: "
                        + "static List<Integer> vuelto(int monto, List<Integer> monedas) Yours says: "
                        + "static List<Long> vuelto(int, Set<Integer>)");
    }

    private static GradeResult grade(String statements) {
        return graded(
                "package caja;\nimport java.util.*;\npublic final class Caja {\n    @SuppressWarnings(\"unchecked\")\n"
                        + "    static List<Integer> vuelto(int monto, List<Integer> monedas) {\n" + statements
                        + "\n    }\n}\n");
    }

    private static GradeResult graded(String source) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put("caja/Caja.java", source);
        return Given.warm(Given.isolation()).grade(prepared, Submission.of("ana", files));
    }

    private static String lines(GradeResult result, Language language) {
        List<String> lines = TextReport.lines(result, language, new Next(Frontend.TERMINAL, 1, "", ""));
        return String.join("\n", lines);
    }
}
