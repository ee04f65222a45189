package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import orquesta.autograder.report.Frontend;
import orquesta.autograder.report.Next;
import orquesta.autograder.report.TextReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.submission.Submission;
import orquesta.text.Language;

/** What a student is told: compile errors, shapes, rows. */
class AnswersTest {
    @Test
    void errors_of_the_compiler_come_alone_with_their_line_and_what_they_mean() {
        String source = Given.solution().replace("return limpias;", "return limpias");
        List<String> lines = lines(Given.grade(source));

        assertThat(lines.get(1)).startsWith("limpia/Limpia.java:").endsWith("it does not compile.");
        assertThat(lines).anyMatch(line -> line.strip().equals("^"));
        assertThat(lines).anyMatch(line -> line.contains("semicolon"));
        assertThat(String.join("\n", lines)).doesNotContain("✗");
    }

    @Test
    void a_number_beside_a_condition_is_told_as_one_and_two_numbers_are_not() {
        assertThat(Given.grade(Given.method("boolean a = 1 < 2 && 3; return null;"))
                        .problems()
                        .get(0)
                        .en())
                .contains("bad operand types", "&& and || stand between two conditions")
                .doesNotContain("BigDecimal");
        assertThat(Given.grade(Given.method(
                                "var n = java.math.BigDecimal.ONE * java.math.BigDecimal.TEN; return null;"))
                        .problems()
                        .get(0)
                        .en())
                .contains("a BigDecimal has multiply");
    }

    @Test
    void a_package_line_that_is_missing_or_another_is_told_without_the_errors_that_follow_from_it() {
        for (String line : List.of("", "package otra;")) {
            GradeResult result = Given.grade(Given.solution().replace("package limpia;", line));

            assertThat(result.status()).as(line).isEqualTo(Status.COMPILE_ERROR);
            assertThat(lines(result).get(1))
                    .isEqualTo("limpia/Limpia.java: its first line of code must be: package limpia;");
            assertThat(result.problems()).hasSize(1);
            assertThat(lines(result).get(2))
                    .contains("says another package, or none", "other errors, if there are any");
        }
        assertThat(Given.grade(Given.method("return 1")).problems().get(0).en()).doesNotContain("package");
    }

    @Test
    void a_call_that_does_not_come_back_is_told_before_what_failed_earlier_if_others_were_not_reached() {
        String endless = "        while (\"zTÉ LIMÓN\".contains(filas.get(0).nombre())) {\n"
                + "            java.util.concurrent.locks.LockSupport.park();\n        }";
        GradeResult result = Given.grade(Given.solutionAfter(endless).replace(".strip()", ""));

        assertThat(lines(result).get(2)).startsWith("✗ The code did not come back in time");
        assertThat(String.join("\n", lines(result)))
                .contains("when it was stopped, it was at Limpia.java:", "Checks not reached");
    }

    @Test
    void code_that_prints_without_end_is_asked_twice_and_told_the_line_as_a_loop_is() {
        GradeResult result =
                Given.grade(Given.method("while (true) System.out.println(filas.size() + \" filas\".repeat(99));"));

        assertThat(String.join("\n", lines(result)))
                .contains("printed more than 16 MB. Look for a loop", "it was at Limpia.java:", "Checks not reached")
                .contains("ended like this: 2;");
    }

    @Test
    void a_list_that_was_changed_is_told_as_the_list_that_was_given() {
        String removes = Given.solution().replace("return limpias;", "filas.remove(0); return limpias;");
        String replaces = Given.solution()
                .replace("return limpias;", "filas.set(filas.size() - 1, filas.get(0)); return limpias;");

        assertThat(String.join("\n", lines(Given.grade(removes))))
                .contains("gone from what it was given: (\"pan\",", "before the call: 2, afterwards: 1")
                .doesNotContain("returned:", "it should be row");
        assertThat(String.join("\n", lines(Given.grade(replaces)))).contains("of what it was given: ");
    }

    @Test
    void a_whole_row_comes_with_the_names_of_its_fields() {
        assertThat(lines(Given.grade(Given.solution().replace("signum() > 0", "signum() >= 0"))))
                .anyMatch(line -> line.strip().equals("the fields of a row: nombre, total"));
    }

    @Test
    void long_lists_of_checks_are_broken_at_blanks_and_stand_only_where_no_table_follows() {
        GradeResult result = Given.grade(Given.solution().replace(".strip()", ""));

        assertThat(lines(result))
                .anyMatch(line -> line.startsWith("passed (7): "))
                .allMatch(line -> line.length() < 130);
        assertThat(TextReport.ofZip(result, Language.EN)).anyMatch(line -> line.startsWith("passed (7): "));
        assertThat(TextReport.lines(result, Language.EN, new Next(Frontend.NOTEBOOK, 1, "", "")))
                .noneMatch(line -> line.startsWith("passed"));
    }

    @Test
    void the_mark_stands_below_the_fault_of_a_line_with_tabs_and_of_one_that_is_cut() {
        String far = "String b = \"x\"" + ".strip()".repeat(20) + ".nada()" + ".strip()".repeat(20) + "; return null;";

        assertThat(shown("\tint n =\t\"a\"; return null;")).containsExactly("int n = \"a\"; return null;", "        ^");
        List<String> cut = shown(far);
        assertThat(cut.get(0)).startsWith("…").endsWith("…").hasSize(82);
        assertThat(cut.get(0).substring(cut.get(1).indexOf('^'))).startsWith(".nada()");
        String line = "int cantidad = \"" + "x".repeat(62) + "\";";
        assertThat(line).hasSize(80);
        assertThat(shown(line).get(0))
                .as("a line of 80 characters is shown whole")
                .isEqualTo(line);
    }

    private static List<String> shown(String statement) {
        List<String> told = lines(Given.grade(Given.method(statement)));
        return List.of(told.get(2).substring(4), told.get(3).substring(4));
    }

    @Test
    void what_the_compiler_gives_up_without_a_word_is_said_to_be_too_deep_and_is_no_trouble_of_ours() {
        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        GradeResult result = Given.grade(Given.method("int hondo = " + deep + "; return null;"));

        assertThat(result.status()).isEqualTo(Status.COMPILE_ERROR);
        assertThat(result.problems().get(0).en()).contains("The compiler gave up", "deeply nested");
    }

    @Test
    void at_most_three_errors_are_shown_and_the_others_counted() {
        String source =
                Given.method("int a = \"\"; int b = \"\"; int c = \"\"; int d = \"\"; int e = \"\"; return null;");
        GradeResult result = Given.grade(source);

        assertThat(result.status()).isEqualTo(Status.COMPILE_ERROR);
        assertThat(result.problems()).hasSize(4);
        assertThat(result.problems().get(0).es()).contains("compara los dos tipos");
        assertThat(result.problems().get(3).en()).contains("more errors: 2");
    }

    @Test
    void touching_the_jvm_and_reading_files_have_sentences_of_their_own() {
        assertThat(rule("        Runtime.getRuntime().availableProcessors();"))
                .contains("must not interfere with the JVM that runs it; yours uses java.lang.Runtime")
                .doesNotContain("reading and writing");
        assertThat(rule("        new java.io.File(\"a\").exists();"))
                .contains("yours uses java.io.File", "reading and writing");
    }

    private static String rule(String statement) {
        GradeResult result = Given.grade(Given.solutionAfter(statement));
        assertThat(result.score()).isEqualTo(7);
        return result.firstFailure().orElseThrow().failure().what().en();
    }

    @Test
    void a_missing_class_method_or_another_declaration_is_told_before_any_check() {
        assertThat(told(Given.solution().replace("package limpia;", "package otra;\nimport limpia.*;")))
                .contains("class limpia.Limpia is missing", "otra.Limpia");
        assertThat(told(Given.solution().replace("limpiar(", "limpia(")))
                .contains(
                        "no method \"limpiar\"",
                        "did you mean \"limpia\"?",
                        "static List<Salida> limpiar(List<Entrada>");
        assertThat(told(Given.solution().replace("static List<Salida> limpiar", "List<Salida> limpiar")))
                .contains("is declared differently", "Yours says: List<Salida> limpiar(List<Entrada>)");
    }

    @Test
    void the_row_the_column_and_where_it_comes_from_are_shown() {
        GradeResult result = Given.grade(Given.solution().replace(".strip()", ""));

        assertThat(result.score()).isEqualTo(7);
        assertThat(lines(result))
                .anyMatch(line -> line.matches(" +row 1, column nombre: expected \"pan\", yours \" {2}pan \""))
                .anyMatch(line -> line.matches(" +it comes from the input \\(\" {2}pan \", [\\d.]+, 2\\)"))
                .contains(
                        "  reread: lesson L05#trim", "next: mend that, then ./kit grade T01. Stuck? ./kit hint T01 1");
        assertThat(result.firstFailure().orElseThrow().failure().sample().column())
                .isEqualTo("nombre");
    }

    @Test
    void what_left_every_check_without_an_answer_is_told_in_place_of_the_title_that_met_it_first() {
        List<String> told = lines(Given.grade(Given.method("System.exit(0); return null;")));

        assertThat(told)
                .anyMatch(line -> line.startsWith("✗ The code ended the whole program at Limpia.java:7"))
                .anyMatch(line -> line.matches("  checks that ended like this: 7; the first of them: .+"))
                .noneMatch(line -> line.contains("reread"));
        assertThat(lines(Given.grade(Given.method("Thread.sleep(99_999); return null;"))))
                .containsSubsequence(
                        "✗ The code did not come back in time. Look for a loop that never ends, or something that waits.",
                        "    when it was stopped, it was at Limpia.java:7")
                .contains("  Checks not reached, since the time for all was used up: 5")
                .anyMatch(line ->
                        line.startsWith("not judged until at least one check that calls your method passes (1)"));
        assertThat(lines(Given.grade(Given.method("return filas.get(7).nombre() == null ? null : null;"))))
                .anyMatch(line -> line.contains("IndexOutOfBoundsException"));
    }

    @Test
    void a_hidden_check_shows_its_class_and_no_data() {
        String source = Given.solution()
                .replace("return limpias;", "return new ArrayList<>(new java.util.LinkedHashSet<>(limpias));");
        GradeResult result = Given.grade(source);
        String text = String.join("\n", lines(result));

        assertThat(text)
                .contains("two sales", "too often or not often enough", "hidden check", "All 7 public checks passed");
        assertThat(text).doesNotContain("\"pan\"", "row 1");
        assertThat(result.firstFailure().orElseThrow().failure().sample()).isNull();
        assertThat(result.firstFailure().orElseThrow().failure().details()).isEmpty();
    }

    @Test
    void a_public_check_that_fails_is_shown_before_a_hidden_one_and_names_its_rule() {
        String source = Given.solution()
                .replace("return limpias;", "return new ArrayList<>(new java.util.LinkedHashSet<>(limpias));");
        String alsoReads = source.replace(
                "        List<Salida> limpias =", "new java.io.File(\"a\").exists();\n        List<Salida> limpias =");

        assertThat(Given.grade(source).firstFailure().orElseThrow().id()).isEqualTo("keeps_twins");
        assertThat(Given.grade(alsoReads).firstFailure().orElseThrow().id()).isEqualTo("no_io");
        assertThat(lines(Given.grade(Given.solution().replace("signum() > 0", "signum() >= 0"))))
                .contains("  reread: rule 3 of the instructions");
    }

    @Test
    void full_marks_on_practice_data_say_so() {
        assertThat(lines(Given.grade(Given.solution())))
                .contains(
                        "All 8 checks passed, the hidden ones too, on the practice data. The marks come from other data of the same kind.");
    }

    @Test
    void what_is_given_is_taken_from_the_exercise_and_other_files_may_stand_beside() {
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(Given.ANSWER, Given.solution().replace("total.signum() > 0", "Mas.positivo(total)"));
        sources.put("limpia/Salida.java", "package limpia; public record Salida(int nada) {}");
        sources.put(
                "limpia/Mas.java",
                "package limpia; class Mas { static boolean positivo(java.math.BigDecimal n) { return n.signum() > 0; } }");
        sources.put("orquesta/autograder/child/Runner.java", "package orquesta.autograder.child; broken");

        assertThat(Given.grade(Submission.of("ana", sources), Given.isolation()).score())
                .isEqualTo(8);
    }

    @Test
    void an_annotation_processor_of_the_student_is_not_run_and_their_services_are_not_read() {
        SortedMap<String, String> sources = new TreeMap<>();
        sources.put(Given.ANSWER, Given.solution());
        sources.put("module-info.java", "module limpia {}");

        assertThat(Given.grade(Submission.of("ana", sources), Given.isolation()).score())
                .isEqualTo(8);
    }

    private static String told(String source) {
        GradeResult result = Given.grade(source);
        assertThat(result.status()).isEqualTo(Status.WRONG_SHAPE);
        assertThat(result.score()).isZero();
        return String.join("\n", lines(result));
    }

    private static List<String> lines(GradeResult result) {
        return TextReport.lines(
                result, Language.EN, new Next(Frontend.TERMINAL, 1, "exercises/T01/instructions.en.md", ""));
    }
}
