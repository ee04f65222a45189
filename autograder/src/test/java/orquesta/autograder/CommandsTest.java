package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.autograder.Typed.Said;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.Template;
import orquesta.autograder.exercise.TryLog;
import orquesta.autograder.files.Places;
import orquesta.autograder.isolation.ChildSandbox;

/** The commands, typed in a checkout that holds the small exercise. */
class CommandsTest {
    private Path checkout;

    @TempDir
    private Path outside;

    @BeforeEach
    void a_checkout() throws IOException {
        checkout = Given.checkout(CommandsTest.class);
        copy(Given.t01().path(), checkout.resolve("exercises/T01"));
        System.setProperty("orquesta.root", checkout.toString());
        System.setProperty("orquesta.lang", "en");
    }

    @AfterEach
    void as_before() {
        System.clearProperty("orquesta.root");
        System.clearProperty("orquesta.lang");
    }

    @Test
    void from_the_starter_by_hints_and_tries_to_the_solution() throws IOException {
        assertThat(kit("grade", "T01").out())
                .contains(
                        "0 of 8",
                        "Not tried yet",
                        "next: read exercises/T01/instructions.en.md, write a first answer, then ./kit grade T01. Stuck? ./kit hint T01 1");
        assertThat(kit("hint", "t01").out()).contains("Hint 1 of 3 for T01", "Look at strip.");
        assertThat(kit("hint", "T01").out()).contains("Hint 2 of 3");
        assertThat(kit("hint", "T01", "1").out()).contains("Hint 1 of 3");
        assertThat(kit("grade", "T01").out()).contains("Stuck? ./kit hint T01 3");
        assertThat(Grader.solution("T01").markdown())
                .contains("(0 so far)", "Hint 3 of 3")
                .doesNotContain("signum");
        answer(Given.solution());
        Said full =
                kit("grade", "T01", "--json", checkout.resolve("r/result.json").toString());
        assertThat(full.out()).contains("8 of 8 points", "All 8 checks passed", "next: go on with the lesson");
        assertThat(full.exit()).isZero();
        assertThat(checkout.resolve("r/result.json")).content().contains("\"status\" : \"graded\"");
        assertThat(Grader.solution("T01").markdown())
                .startsWith("```java\npackage limpia;")
                .contains("signum")
                .endsWith("}\n```");
    }

    @Test
    void all_exercises_are_proved_at_once_and_what_does_not_hold_is_told() throws IOException {
        Said proved = kit("exercise", "check");
        assertThat(proved.out()).matches("T01: (\\d+) of \\1 claims hold\\R");
        assertThat(proved.exit()).isZero();

        Path teacher = checkout.resolve("exercises/T01/.teacher");
        Places.delete(teacher.resolve("fixtures")); // what holds of them was asked above
        Path solution = teacher.resolve("solution").resolve(Given.ANSWER);
        copy(teacher.resolve("solution"), teacher.resolve("wrong/right"));
        String wrong =
                "{\"name\": \"%s\", \"loses\": [\"trims\"], \"difference\": \"space\", \"why\": {\"en\": \"a\", \"es\": \"a\"}}";
        Files.writeString(
                teacher.resolve("wrong/wrong.json"),
                "{\"wrong\": [" + wrong.formatted("no_strip") + ", " + wrong.formatted("right") + "]}");
        Said first = kit("exercise", "check", "--one-of-each");
        assertThat(first.exit()).as(first.out()).isZero();

        Files.writeString(solution, Files.readString(solution).replace(".strip()", ""));
        Said broken = kit("exercise", "check");
        assertThat(broken.out())
                .contains("✗ the solution: full marks (seed: ", "✗ the wrong answer right", "found: ", "claims hold");
        assertThat(broken.exit()).isEqualTo(1);
    }

    @Test
    void where_no_exercise_has_a_teachers_folder_there_is_nothing_to_prove() throws IOException {
        Places.delete(checkout.resolve("exercises/T01/.teacher"));

        Said said = kit("exercise", "check");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains("no exercise here has a folder .teacher", "a student's copy has none");
    }

    @Test
    void three_different_tries_open_the_solution_where_it_is_there_and_nothing_where_it_is_not() throws IOException {
        kit("grade", "T01");
        for (String statement : new String[] {"return null;", "return new ArrayList<>();", "return List.of();"}) {
            assertThat(Grader.solution("T01").markdown()).doesNotContain("signum");
            answer(Given.method(statement));
            Feedback told = Grader.check("T01");
            assertThat(told.text()).contains("0 of 8");
            assertThat(told.html()).contains("<pre>", "✗ ");
        }
        assertThat(Grader.solution("T01").markdown()).contains("signum");
        deleteTeacher();
        assertThat(Grader.solution("T01").markdown()).contains("has not released this solution", "Hint 3 of 3");
    }

    @Test
    void a_solution_shows_values_in_the_place_of_their_names_and_is_what_its_kind_is_written_in() throws IOException {
        Path exercises = checkout.resolve("exercises");
        TryLog log = new TryLog(checkout.resolve(".kit/autograder"));
        log.tried(new Template(ExerciseKind.ANSWERS).write("N1", exercises).name(), "an answer", true);
        log.tried(new Template(ExerciseKind.SQL).write("N2", exercises).name(), "an answer", true);

        assertThat(Grader.solution("N1").markdown())
                .startsWith("```txt\n")
                .containsPattern(" = -?\\d")
                .doesNotContain("${");
        assertThat(Grader.solution("N2").markdown()).startsWith("```sql\n");
    }

    @Test
    void a_notebook_is_pointed_at_what_can_be_typed_there() throws IOException {
        Files.writeString(
                checkout.resolve("exercises/T01/hints.en.md"),
                "# Hints\n\n## 1\n\nTry `./kit grade T01`, then `./kit hint T01 2`.\n\n## 2\n\nUse `strip`.\n");
        answer(Given.method("return null;"));

        Feedback told = Grader.check("T01");
        assertThat(told.text())
                .endsWith("next: mend that, then Grader.check(\"T01\"). Stuck? Grader.hint(\"T01\", 1)")
                .doesNotContain("./kit");
        assertThat(told.html()).contains("Grader.hint(&quot;T01&quot;, 1)");
        assertThat(Grader.hint("T01").markdown())
                .startsWith("Hint 1 of 2 for T01\n\n**1**\n\n")
                .contains("Try `Grader.check(\"T01\")`, then `Grader.hint(\"T01\", 2)`.");
        assertThat(kit("hint", "T01", "1").out()).contains("Try `./kit grade T01`, then `./kit hint T01 2`.");
        assertThat(Grader.solution("T01").markdown()).contains("Hint 2 of 2 for T01", "Use `strip`.");
        answer("nothing");
        assertThat(Grader.check("T01").text()).endsWith("next: mend that, then Grader.check(\"T01\").");
        assertThatThrownBy(() -> Grader.hint("T01", 9)).hasMessageContaining("Example: Grader.hint(\"T01\", 1)");
    }

    @Test
    void of_each_shape_of_exercise_the_first_is_graded_before_anybody_asks() throws IOException {
        for (String name : List.of("N1", "N2")) {
            new Template(ExerciseKind.ANSWERS).write(name, checkout.resolve("exercises"));
        }

        assertThat(kit("exercise", "prepare").out()).matches("N1 graded 0\\RT01 graded 0\\R");
        assertThat(kit("exercise", "prepare", "--first").out()).matches("N1 graded 0\\R");
    }

    @Test
    void what_is_misused_is_told_with_the_remedy_and_ends_with_two() {
        assertThat(kit("grade", "T02"))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("did you mean \"T01\""));
        assertThat(kit("grade").err()).contains("Example: ./kit grade E12");
        assertThat(kit("hint", "T01", "9").err())
                .contains("there is no hint 9; the exercise has 3. Example: ./kit hint T01 1");
        assertThat(kit("grade", "--batch", checkout.resolve("no").toString()).err())
                .contains("there is no such folder");
        assertThat(kit("dist", "studen", "--out", "x").err()).contains("did you mean \"student\"? There are: student");
        System.setProperty("orquesta.lang", "es");
        assertThat(kit("dist", "profesor", "--out", "x").err())
                .contains("\"profesor\" no sirve como valor de READER; hay: student, teacher");
        System.setProperty("orquesta.lang", "en");
        assertThat(kit("dist", "student", "--out", checkout.resolve("in").toString())
                        .err())
                .contains("inside");
    }

    @Test
    void half_a_character_of_one_student_does_not_cost_the_batch_its_reports() throws IOException {
        String half = "throw new Exception(\"x\".repeat(299) + \"\\uD83D\\uDE00\");";
        Path answer = checkout.resolve("handed/ana").resolve(Given.ANSWER);
        Files.createDirectories(answer.getParent());
        Files.writeString(answer, Given.method(half));
        Path reports = checkout.resolve("reports");

        Said said = kit(
                "grade", "--batch", checkout.resolve("handed").toString(), "--out", reports.toString(), "--lanes", "1");

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(reports.resolve("report.html")).content().contains("x".repeat(299) + "…");
        assertThat(reports.resolve("results.json")).content().contains("x".repeat(299) + "…");
        assertThat(reports.resolve("gradebook.csv")).content().contains("ana,T01,graded,0,8");
        assertThat(reports.resolve("gradebook.csv"))
                .as("Excel sees accents")
                .content()
                .startsWith("\uFEFFname,id,late,submission,");
    }

    @Test
    void the_row_behind_a_hidden_check_is_the_teachers_and_no_students() throws IOException {
        String marked = Given.solution()
                .replace(
                        "return limpias;",
                        "return Set.copyOf(limpias).size() == limpias.size()"
                                + " ? limpias : List.of(new Salida(\"MARCA-7731\", BigDecimal.ONE));")
                .replace("import java.util.List;", "import java.util.*;");
        answer(marked);
        Path json = checkout.resolve("result.json");
        assertThat(kit("grade", "T01", "--json", json.toString()).out())
                .contains("7 of 8", "a hidden check")
                .doesNotContain("MARCA");
        assertThat(json).content().contains("keeps_twins").doesNotContain("MARCA");
        Feedback told = Grader.check("T01");
        assertThat(told.text() + told.html()).doesNotContain("MARCA");

        Path handed = checkout.resolve("handed/ana").resolve(Given.ANSWER);
        Files.createDirectories(handed.getParent());
        Files.writeString(handed, marked);
        Said said = kit("grade", "--batch", checkout.resolve("handed").toString(), "--out", checkout + "/reports");
        assertThat(said.out()).contains("7/8").doesNotContain("MARCA");
        assertThat(checkout.resolve("reports/report.html")).content().contains("MARCA-7731");
        assertThat(checkout.resolve("reports/results.json")).content().contains("MARCA-7731");
        String page = Files.readString(checkout.resolve("reports/feedback/ana/T01.html"));
        String ownCode = "<h2>What was handed in</h2>";
        assertThat(page).contains("7 / 8 points", "(hidden)", ownCode);
        assertThat(page.substring(0, page.indexOf(ownCode))).doesNotContain("MARCA");
    }

    @Test
    void the_console_of_a_batch_tells_what_is_new_why_there_are_no_points_and_how_many_were_kept() throws IOException {
        String nul = "throw new IllegalStateException(\"\u001b[2J\");";
        for (String who : List.of("ana", "berta")) {
            Path handed = checkout.resolve("handed").resolve(who).resolve(Given.ANSWER);
            Files.createDirectories(handed.getParent());
            Files.writeString(handed, who.equals("ana") ? Given.method("retrun null;") : Given.method(nul));
        }
        String folder = checkout.resolve("handed").toString();
        String out = checkout.resolve("reports").toString();

        assertThat(kit("grade", "--batch", folder, "--out", out).out())
                .contains("does not compile: limpia/Limpia.java:7: ", "graded: The code threw IllegalStateException")
                .doesNotContain("Kept from before", "\u001b");
        assertThat(kit("grade", "--batch", folder, "--out", out).out())
                .contains("Kept from before, since nothing has changed: 2.")
                .doesNotContain("does not compile");
        assertThat(kit("grade", "--batch", folder, "--out", out, "--again", "berta")
                        .out())
                .contains("Kept from before, since nothing has changed: 1.", "berta")
                .doesNotContain("does not compile");
        assertThat(kit("grade", "--batch", folder, "--out", out, "--again", "anna"))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("did you mean \"ana\"?"));
        assertThat(kit("grade", "T01", "--again", "ana").err())
                .contains("Example: ./kit grade --batch FOLDER --again \"ana\"");
    }

    @Test
    void a_path_to_a_file_that_is_not_there_is_told_as_one_and_not_as_an_exercise() {
        for (String path : List.of("../nofile.zip", "handed/ana", "NADA.ZIP")) {
            assertThat(kit("grade", path))
                    .satisfies(said -> assertThat(said.exit()).isEqualTo(2))
                    .satisfies(said -> assertThat(said.err())
                            .contains("there is no such file; looked for: "
                                    + Path.of(path).toAbsolutePath().normalize())
                            .doesNotContain("no exercise"));
        }
    }

    @Test
    void two_of_the_same_name_are_told_apart_on_the_console_and_who_has_handed_in_twice_is_named_at_its_end()
            throws IOException {
        for (String who :
                List.of("Ana Soto_7_assignsubmission_file", "Ana Soto_9_assignsubmission_file", "eva (2)", "eva")) {
            Path handed = checkout.resolve("handed").resolve(who).resolve(Given.ANSWER);
            Files.createDirectories(handed.getParent());
            Files.writeString(handed, "package limpia;");
        }
        String folder = checkout.resolve("handed").toString();
        String[] command = {
            "grade", "--batch", folder, "--out", checkout.resolve("reports").toString()
        };

        assertThat(kit(command).out())
                .containsPattern("(?m)^Ana Soto \\(7\\) +T01 ")
                .containsPattern("(?m)^Ana Soto \\(9\\) +T01 ")
                .contains("Handed in twice, and you choose which counts: eva / eva (2)\n");
        assertThat(kit(command).out())
                .as("what was kept")
                .contains("Handed in twice, and you choose which counts: eva");
    }

    @Test
    void after_the_zip_of_somebody_nothing_points_at_ones_own_folder() throws IOException {
        Path zip = checkout.resolve("Nora Díaz.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("answer/" + Given.ANSWER));
            out.write(Given.method("return 1;").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(kit("grade", zip.toString()).out())
                .contains("does not compile", "next: fix the answer and make the zip again. This was the practice data")
                .doesNotContain("./kit");
    }

    @Test
    void what_an_answer_says_gives_a_terminal_no_orders() throws IOException {
        answer(Given.method("throw new IllegalStateException(\"\\u001b[2J\\u0007\");"));
        assertThat(kit("grade", "T01").out())
                .contains("it says: ␛[2J␇")
                .doesNotContain("\u001b")
                .doesNotContain("\u0007");
        answer(Given.method("retrun \"\u001b[2J\";"));
        assertThat(kit("grade", "T01").out())
                .contains("it does not compile", "␛[2J")
                .doesNotContain("\u001b");
        String test = "exercises/T01/test/limpia/LimpiaTest.java";
        Files.writeString(
                checkout.resolve(test),
                Files.readString(checkout.resolve(test)).replace("\"21.00\"", "\"\\u001b[2J\""));
        answer(Given.solution());
        assertThat(kit("grade", "T01", "--tests").out()).doesNotContain("\u001b");
    }

    @Test
    void all_results_of_a_zip_are_written_and_none_replaces_another() throws IOException {
        copy(Given.t02().path(), checkout.resolve("exercises/T02"));
        Path zip = checkout.resolve("all.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("T01/answer/" + Given.ANSWER));
            out.write(Given.method("return 1;").getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry("T02/answer/caja/Caja.java"));
            out.write("package caja;".getBytes(StandardCharsets.UTF_8));
        }
        Path json = checkout.resolve("result.json");

        assertThat(kit("grade", zip.toString(), "--json", json.toString()).exit())
                .isZero();
        assertThat(new ObjectMapper().readTree(json.toFile()).findValuesAsText("exercise"))
                .containsExactly("T01", "T02");
        assertThat(kit("grade", "--batch", checkout.toString(), "--json", json.toString()))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("results.json", "leave --json out"));
    }

    @Test
    void a_students_copy_has_no_teacher_and_begins_with_answers() throws IOException {
        Path copy = outside.resolve("copy");
        for (String file : new String[] {
            "exercises/.gitignore",
            "exercises/E99/README.md",
            "exercises/E99/.teacher/Secret.java",
            "autograder/.teacher/attack.py",
            "autograder/src/test/exercises/T01/.teacher/seed"
        }) {
            Files.createDirectories(checkout.resolve(file).getParent());
            Files.writeString(checkout.resolve(file), "*/answer/\n");
        }
        Said said = kit("dist", "student", "--out", copy.toString());

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("Files copied to", "no .git that could tell");
        assertThat(copy.resolve("exercises/T01/.teacher")).doesNotExist();
        assertThat(copy.resolve("autograder/.teacher")).doesNotExist();
        assertThat(copy.resolve("exercises/E99")).as("a draft").doesNotExist();
        assertThat(copy.resolve("exercises/.gitignore"))
                .as("what keeps answers from being pushed")
                .doesNotExist();
        assertThat(copy.resolve("autograder/src/test"))
                .as("its small exercise is answered there")
                .doesNotExist();
        assertThat(copy.resolve("exercises/T01/answer").resolve(Given.ANSWER))
                .content()
                .contains("TODO");
        assertThat(copy.resolve("exercises/T01/test/limpia/LimpiaTest.java"))
                .as("what --tests runs")
                .exists();
        assertThat(kit("dist", "student", "--out", copy.toString()).err()).contains("not empty");
        String line = "BigDecimal total = fila.monto().multiply(BigDecimal.valueOf(fila.cantidad()));";
        Files.writeString(checkout.resolve("exercises/T01/hints.en.md"), "## 1\n```\n" + Given.solution() + "```\n");
        Said leak = kit("dist", "student", "--out", copy.resolve("other").toString());
        assertThat(leak.exit()).isEqualTo(2);
        assertThat(leak.err()).contains("hints.en.md", line);
    }

    @Test
    void the_tests_that_are_shown_are_run_by_command_and_in_a_notebook_and_the_exit_code_says_how_they_went()
            throws IOException {
        assertThat(kit("grade", "T01", "--tests"))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(1))
                .satisfies(said ->
                        assertThat(said.out()).contains("tests passed: 0 of 3", "next: ./kit grade T01 --tests"));
        answer(Given.solution());
        assertThat(kit("grade", "T01", "--tests").exit()).isZero();
        assertThat(Grader.tests("T01").text()).contains("tests passed: 3 of 3", "next: Grader.check(\"T01\")");
        assertThat(Grader.tests("T01").html())
                .startsWith("<div class=\"grade\">")
                .contains("<pre>T01 Shout");
        answer("nothing");
        assertThat(kit("grade", "T01", "--tests").exit()).isEqualTo(2);
        assertThat(kit("grade", "T02", "--tests").err()).contains("did you mean \"T01\"");
        assertThat(kit("grade", "T01", "--tests", "--watch"))
                .satisfies(said -> assertThat(said.exit()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("Example: ./kit grade E12 --tests"));
    }

    @Test
    void who_fails_a_hidden_check_is_told_where_a_case_of_ones_own_goes_and_how_it_is_run() throws IOException {
        answer(Given.solution()
                .replace("return limpias;", "return new ArrayList<>(new java.util.LinkedHashSet<>(limpias));"));

        assertThat(kit("grade", "T01").out())
                .contains("write a test with a case of your own into exercises/T01/test/limpia/LimpiaTest.java"
                        + " and run ./kit grade T01 --tests");
        assertThat(Grader.check("T01").text()).contains("LimpiaTest.java and run Grader.tests(\"T01\")");
        orquesta.autograder.files.Places.delete(checkout.resolve("exercises/T01/test"));
        assertThat(kit("grade", "T01").out()).contains("(a hidden check: make a case of your own that shows it)");
    }

    @Test
    void a_level_that_the_machine_has_is_used_and_one_that_does_not_exist_is_told_with_those_that_do()
            throws IOException {
        handed();
        String level = Given.isolation().level().code();

        Said graded = batchHere(level);
        Said unknown = batchHere("namespace");

        assertThat(graded.exit()).as(graded.err()).isZero();
        assertThat(graded.out()).startsWith("isolation: " + level + ";").contains("8/8");
        assertThat(checkout.resolve("grades/gradebook.csv")).content().contains("ana,T01,graded,8,8,,," + level);
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err())
                .contains(
                        "\"namespace\" is not a value", "did you mean \"namespaces\"?", "process, limits, namespaces");
    }

    @Test
    void a_level_that_the_machine_has_not_is_refused_for_a_batch_a_zip_and_ones_own_answer_too() throws Exception {
        handed();
        String noPrograms = Files.createDirectories(checkout.resolve("empty")).toString();
        answer(Given.solution());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(checkout.resolve("ana.zip")))) {
            zip.putNextEntry(new ZipEntry("T01/answer/" + Given.ANSWER));
            zip.write(Given.solution().getBytes(StandardCharsets.UTF_8));
        }
        List<Said> said = typedElsewhere(
                noPrograms,
                List.of(
                        "grade --batch handed --require-isolation namespaces",
                        "grade ana.zip --require-isolation limits",
                        "grade T01 --require-isolation limits",
                        "grade T01 --tests --require-isolation limits",
                        "grade ana.zip",
                        "grade T01"));

        assertThat(said).extracting(Said::exit).startsWith(2, 2, 2, 2);
        assertThat(said.get(0).out()).startsWith("isolation: process;");
        assertThat(said.get(0).err())
                .contains("--require-isolation", "namespaces is asked for", "offers only process", "another machine");
        assertThat(checkout.resolve("grades"))
                .as("nothing is graded, here and below")
                .doesNotExist();
        assertThat(said.subList(1, 3)).allSatisfy(refused -> {
            assertThat(refused.err()).contains("limits is asked for", "offers only process");
            assertThat(refused.out()).doesNotContain("points");
        });
        Said zip = said.get(4);
        assertThat(zip.exit()).isEqualTo(ChildSandbox.isRoot() ? 2 : 0);
        assertThat(zip.out() + zip.err()).contains(ChildSandbox.isRoot() ? "as an ordinary user" : "8 of 8 points");
        assertThat(said.get(5).out()).as("one's own").contains("8 of 8 points");
    }

    @Test
    void the_help_of_grade_says_what_its_exit_codes_mean() {
        assertThat(kit("grade", "--help").out())
                .contains("It ends with:", "0   a grade was given, whatever the points", "--tests");
        System.setProperty("orquesta.lang", "es");
        assertThat(kit("grade", "--help").out())
                .contains("Termina con:", "0   hay nota, sean cuantos sean los puntos", "./kit grade E12 --tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grade", "hint", "dist"})
    void every_command_has_help_with_one_worked_example_in_both_languages(String command) {
        assertThat(kit(command, "--help").out()).contains("Usage: kit " + command, "Example:  ./kit " + command);
        System.setProperty("orquesta.lang", "es");
        assertThat(kit(command, "--help").out()).contains("Ejemplo:  ./kit " + command);
    }

    private Said batchHere(String level) {
        String handed = checkout.resolve("handed").toString();
        String grades = checkout.resolve("grades").toString();
        return kit("grade", "--batch", handed, "--out", grades, "--require-isolation", level);
    }

    /** On a machine of another PATH: how far code is kept apart is tried anew there, and then again here. */
    private List<Said> typedElsewhere(String path, List<String> commands) throws IOException, InterruptedException {
        forgetIsolation();
        try {
            return Typed.in(checkout, path, commands);
        } finally {
            forgetIsolation();
        }
    }

    /** One answer to T01. */
    private void handed() throws IOException {
        Path file = checkout.resolve("handed/ana").resolve(Given.ANSWER);
        Files.createDirectories(file.getParent());
        Files.writeString(file, Given.solution());
    }

    private void forgetIsolation() throws IOException {
        try (Stream<Path> kept = Files.list(checkout.resolve(".kit/autograder"))) {
            for (Path each : kept.toList()) {
                if (each.getFileName().toString().startsWith("isolation-")) {
                    Files.delete(each);
                }
            }
        }
    }

    private void answer(String source) throws IOException {
        Path file = checkout.resolve("exercises/T01/answer").resolve(Given.ANSWER);
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
    }

    private void deleteTeacher() {
        orquesta.autograder.files.Places.delete(checkout.resolve("exercises/T01/.teacher"));
    }

    private static Said kit(String... words) {
        return Typed.here(words);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
