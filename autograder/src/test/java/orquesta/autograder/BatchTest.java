package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.batch.Background;
import orquesta.autograder.batch.Batch;
import orquesta.autograder.batch.BatchScope;
import orquesta.autograder.batch.FeedbackFolder;
import orquesta.autograder.batch.PagePlaces;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.files.Places;
import orquesta.autograder.report.CsvReport;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.ResultJson;
import orquesta.text.Language;
import orquesta.text.UserException;

class BatchTest {
    private static final String HOSTILE = "=1+1<img src=x onerror=alert(1)>";

    /** What any test here has graded, as a journal: most of them only read what is made of the same five answers. */
    @TempDir
    private static Path kept;

    @TempDir
    private Path folder;

    private final List<GradeResult> gradedNow = new ArrayList<>();
    private Workplace workplace;

    @BeforeEach
    void a_checkout_with_the_small_exercise() throws IOException {
        Path exercise = folder.resolve("checkout/exercises/T01");
        for (Map.Entry<String, String> source :
                ExerciseFolder.sources(Given.t01().path()).entrySet()) {
            put(exercise.resolve(source.getKey()), source.getValue());
        }
        put(exercise.resolve("exercise.json"), ExerciseFolder.read(Given.t01().json()));
        put(exercise.resolve(".teacher/seed"), "99");
        Workplace shared = Given.workplace();
        workplace = new Workplace(folder.resolve("checkout"), shared.cache(), shared.clock());
        answer("ana", Given.solution());
        answer("berta", Given.solution().replace(".strip()", ""));
        answer("carla", Given.method("System.exit(0); return null;"));
        answer(HOSTILE, Given.method("throw new Exception(\"<script>=HYPERLINK(1)</script>\");"));
        Files.createDirectories(folder.resolve("handed/nobody"));
    }

    @Test
    void a_submission_that_cannot_be_read_or_written_is_its_own_trouble() throws IOException {
        Path handed = folder.resolve("handed");
        Files.write(handed.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});
        put(handed.resolve("dino/T01/answer").resolve(Given.ANSWER), Given.solution());
        put(handed.resolve("dino/T01/answer/limpia/a\u0001b.java"), "package limpia; class B {}");
        zip(handed.resolve("eva.zip"), "limpia/Limpia.java", "limpia/A.java", "limpia/A.java/B.java");

        List<GradeResult> results = results("out");
        assertThat(marks(results))
                .contains("ana graded 8", "cut rejected 0", "dino graded 8", "eva infra_error 0", "berta graded 7");
        write(results);
        assertThat(folder.resolve("out/feedback/cut/T01.html")).content().contains("Make it again");
        assertThat(folder.resolve("out/feedback/eva")).as("what is run again").doesNotExist();
    }

    @Test
    void what_a_learning_platform_makes_is_read_as_it_was_handed_in() throws IOException {
        Path handed = folder.resolve("handed");
        Path moodle = Files.createDirectories(handed.resolve("Sofía Soto_40123_assignsubmission_file_"));
        zip(moodle.resolve("answer.zip"), "answer/limpia/Limpia.java");
        Path hidden = Files.createDirectories(moodle.resolve("__MACOSX"));
        zip(hidden.resolve("answer.zip"), "limpia/Limpia.java");
        put(moodle.resolve("nota.txt"), "hola");
        put(handed.resolve("Sofía Soto_40123_assignsubmission_onlinetext_/onlinetext.html"), "hola");
        put(handed.resolve("Teo Paz_40124_assignsubmission_onlinetext/onlinetext.html"), "hola");
        zip(Files.createDirectories(handed.resolve("grupo B")).resolve("dino.zip"), "limpia/Limpia.java");
        zip(handed.resolve("grupo B/eva.ZIP"), "T01/answer/limpia/Limpia.java");

        assertThat(marks(results("out")))
                .as("what was typed beside a file is no hand-in of its own; alone it is")
                .contains(
                        "Sofía Soto_40123_assignsubmission_file_ graded 8",
                        "grupo B/dino graded 8",
                        "grupo B/eva graded 8",
                        "Teo Paz_40124_assignsubmission_onlinetext no_answer 0")
                .hasSize(9);
    }

    @Test
    void nobody_is_passed_over_in_silence() throws IOException {
        Path handed = folder.resolve("handed");
        put(handed.resolve("Ana Solo.java"), Given.solution());
        put(handed.resolve("Pedro Rar.rar"), "Rar!");
        put(handed.resolve("Pía Siete.7z"), "7z");
        put(handed.resolve(".DS_Store"), "");
        put(handed.resolve("__MACOSX/._ana"), "");
        zip(handed.resolve("ana.zip"), "limpia/Limpia.java");
        put(folder.resolve("Secret.java"), Given.solution());
        Files.createSymbolicLink(handed.resolve("Espía.java"), folder.resolve("Secret.java"));

        List<GradeResult> results = results("handed/grades");
        assertThat(grade("handed/grades")).isEqualTo(results);
        assertThat(marks(results))
                .containsExactlyInAnyOrder(
                        "Ana Solo graded 8",
                        "Pedro Rar.rar rejected 0",
                        "Pía Siete.7z rejected 0",
                        "Espía.java rejected 0",
                        "ana graded 8",
                        "ana.zip graded 8",
                        "berta graded 7",
                        "carla graded 0",
                        HOSTILE + " graded 0",
                        "nobody no_answer 0");
        assertThat(HtmlReport.page(results, "", Language.ES)).contains("No se leyó: no es una carpeta, ni un zip");
        assertThat(CsvReport.of(results))
                .contains(
                        "Pedro Rar.rar,T01,rejected,0,8,,\"It was not read: it is neither a folder, a zip nor a Java source.\",");
    }

    @Test
    void who_has_handed_in_twice_is_marked_and_names_are_sorted_as_a_class_list() throws IOException {
        Path handed = folder.resolve("handed");
        for (String who : List.of("Íñigo", "José Ñúñez", "Zoë", "Łukasz", "munoz", "Pía (2)", "Pía", "Pía Soto")) {
            answer(who, "package limpia;");
        }
        zip(handed.resolve("Jose\u0301 Ñúñez.zip"), "limpia/Limpia.java");
        put(handed.resolve("munoz.rar"), "");

        answer("díazeva_71_3051_uno", "package limpia;");
        answer("díazeva_LATE_71_3052_dos", "package limpia;");

        List<GradeResult> results = results("out");
        assertThat(results.stream().map(result -> result.subject().submission()))
                .containsSubsequence("ana", "berta", "Íñigo", "Łukasz", "munoz", "nobody", "Pía", "Pía Soto", "Zoë");
        assertThat(CsvReport.of(results).lines().filter(line -> line.contains("handed in twice")))
                .hasSize(8)
                .allMatch(line -> line.matches("\"?(José? ?.*|munoz.*|Pía( \\(2\\))?\"?,.*|Jose.*|\"díazeva.*)"))
                .noneMatch(line -> line.startsWith("\"Pía Soto"));
        String page = HtmlReport.page(results, "", Language.ES);
        assertThat(page)
                .contains(
                        "falta la clase o el método<br>",
                        "<br><small>entregado dos veces</small></td>",
                        "<h1 id=\"top\">");
        assertThat(page.split("<a href=\"#top\">volver a la lista</a>", -1)).hasSize(results.size() + 1);
    }

    private static void zip(Path file, String... names) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Given.solution().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void each_gets_its_mark_whatever_the_neighbours_do_and_a_second_run_grades_nothing_again() throws IOException {
        answer("carla", Given.method("Thread.sleep(99_999); return null;"));
        List<GradeResult> first = grade("out");
        assertThat(marks(first))
                .containsExactly(
                        HOSTILE + " graded 0",
                        "ana graded 8",
                        "berta graded 7",
                        "carla graded 0",
                        "nobody no_answer 0");
        assertThat(gradedNow).containsExactlyInAnyOrderElementsOf(first);
        String journal = Files.readString(folder.resolve("out/journal.jsonl"));
        List<GradeResult> second = grade("out");

        assertThat(second).isEqualTo(first);
        assertThat(gradedNow).isEmpty();
        System.setProperty("orquesta.lang", "es");
        try {
            assertThat(grade("out")).hasSameSizeAs(first);
            assertThat(gradedNow).as("in the other language").isEmpty();
        } finally {
            System.clearProperty("orquesta.lang");
        }
        assertThat(Files.readString(folder.resolve("out/journal.jsonl"))).isEqualTo(journal);
        assertThat(grade(batch("other", 2), BatchScope.ALL)).as("in two lanes").isEqualTo(first);
    }

    @Test
    void a_batch_that_was_killed_in_the_middle_of_a_line_goes_on() throws IOException {
        List<GradeResult> first = results("out");
        Path journal = folder.resolve("out/journal.jsonl");
        String lines = Files.readString(journal);
        Files.writeString(journal, lines.substring(0, lines.length() - 200), StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(grade("out")).isEqualTo(first);
        assertThat(gradedNow).hasSize(1);
        assertThat(grade("out")).isEqualTo(first);
    }

    @Test
    void what_another_version_of_the_grader_found_is_not_believed() throws IOException {
        Places.delete(folder.resolve("handed/carla"));
        Places.delete(folder.resolve("handed").resolve(HOSTILE));
        results("out");
        Path journal = folder.resolve("out/journal.jsonl");
        List<String> others = Files.readAllLines(journal).stream()
                .map(line -> "0".repeat(16) + line.substring(16))
                .toList();
        Files.write(journal, others);

        grade("out");
        assertThat(Files.readAllLines(journal))
                .startsWith(others.toArray(String[]::new))
                .hasSize(2 * others.size());
    }

    @Test
    void the_gradebook_holds_no_formula_and_the_page_no_markup_of_the_students() throws IOException {
        List<GradeResult> results = results("out");

        assertThat(CsvReport.of(results))
                .startsWith(
                        "name,id,late,submission,exercise,status,score,points,automatic,note,isolation,seed,T01.drops_zero,")
                .contains("\"'=1+1<img", "ana,,,ana,T01,graded,8,8,,,")
                .contains(",teacher,");
        String page = HtmlReport.page(results, "level", Language.ES);
        assertThat(page)
                .contains(
                        "<html lang=\"es\">",
                        "default-src 'none'",
                        "&lt;script&gt;=HYPERLINK",
                        "no compila".substring(0, 2))
                .doesNotContain("<script", "<img", "http://", "https://");
    }

    @Test
    void the_page_begins_with_the_class_and_says_once_what_ended_everything() throws IOException {
        answer("dora", Given.method("Thread.sleep(99_999); return null;"));
        String page = HtmlReport.page(results("out"), "", Language.EN);

        assertThat(page)
                .contains(
                        "<p>T01 Shout, 8 points: submissions 6, with a mark 6. Of all marks, where what did not run counts"
                                + " as 0: mean 2.5, median 0.</p>",
                        "<p>Of the marks of the answers that ran (5): mean 3.0, median 0.</p>")
                .contains("no answer in it (1) · graded (5)")
                .as("what ended says nothing of a check")
                .contains("Answers counted: 2");
        int worst = page.indexOf("1 / 2</td>");
        assertThat(worst).isPositive().isLessThan(page.indexOf("2 / 2</td>"));
        String carla = page.substring(page.indexOf("<h2>carla"), page.indexOf("<h2>dora"));
        assertThat(page.substring(worst, page.indexOf("2 / 2</td>")))
                .as("who has not passed it")
                .startsWith("1 / 2</td><td><a href=\"#s2\">berta</a></td>");
        assertThat(page).contains("<section id=\"s2\">\n<h2>berta");
        String berta = page.substring(page.indexOf("<h2>berta"), page.indexOf("<h2>carla"));
        assertThat(berta)
                .as("what passed is folded")
                .containsSubsequence("✗ ", "</table>", "<details><summary>passed: 7</summary>", "✓ ", "</details>");
        assertThat(carla.split("return a value instead", -1)).as(carla).hasSize(2);
        assertThat(carla)
                .contains(
                        "The same in 7 checks:",
                        "<small>The code ended the whole program at Limpia.java:7 (System.exit or halt).</small>");
        String dora = page.substring(page.indexOf("<h2>dora"), page.indexOf("<h2>nobody"));
        assertThat(dora.split("Look for a loop that never ends", -1)).as(dora).hasSize(2);
    }

    @Test
    void of_an_answer_that_never_comes_back_the_page_tells_the_cause_first_and_every_row_its_own_reason()
            throws IOException {
        answer(
                "dora",
                Given.method(
                        "int n = 0;\n        while (n < 9) {\n            Thread.sleep(9_999);\n        }\n return null;"));
        write(results("out"));

        assertThat(folder.resolve("out/feedback/dora/T01.html"))
                .content()
                .containsSubsequence(
                        "The same in 2 checks:",
                        "<p>The code did not come back in time. Look for a loop",
                        "when it was stopped, it was at Limpia.java:",
                        "<p>Checks not reached, since the time for all was used up: 5</p>",
                        "<small>The code did not come back in time.</small>",
                        "<small>Not reached: there was no time left.</small>",
                        "· ",
                        "<small>not judged until at least one check that calls your method passes</small>")
                .doesNotContain("see above", "Look for what makes them slow");
    }

    @Test
    void who_never_came_to_a_check_is_not_counted_among_those_who_did_not_pass_it() throws IOException {
        answer(
                "dora",
                Given.solutionAfter("        while (\"zTÉ LIMÓN\".contains(filas.get(0).nombre())) {\n"
                        + "            java.util.concurrent.locks.LockSupport.park();\n        }"));
        answer("eva", Given.solution());

        assertThat(HtmlReport.page(results("out"), "", Language.EN))
                .containsPattern("The order stays</th>.* 3 / 4</td><td><a href=\"#s\\d\">dora</a></td>")
                .containsPattern("The input stays as it is</th>.* 3 / 3</td><td></td>");
    }

    @Test
    void a_page_says_where_the_mark_comes_from_only_if_something_ran_and_gives_no_orders_to_who_did_nothing()
            throws IOException {
        answer("dora", ExerciseFolder.read(Given.t01().start().resolve(Given.ANSWER)));
        answer("elsa", "package limpia; class");
        List<GradeResult> results = results("out");
        write(results);

        for (String who : List.of("dora", "elsa", "nobody")) {
            assertThat(folder.resolve("out/feedback").resolve(who).resolve("T01.html"))
                    .content()
                    .doesNotContain("The mark comes from");
        }
        assertThat(folder.resolve("out/feedback/dora/T01.html"))
                .content()
                .contains("<p>What was handed in is the starter: nothing has been written in it yet.</p>")
                .doesNotContain("grade it again", "Not tried yet");
        assertThat(row(CsvReport.of(results), "dora")).contains("not_tried,0,8,,");
    }

    @Test
    void more_names_than_a_handful_are_folded() throws IOException {
        List<GradeResult> results = results("out");
        GradeResult berta = named(results, "berta");
        for (int i = 0; i < 6; i++) {
            results.add(ResultJson.read(ResultJson.text(berta).replace("\"berta\"", "\"zoe" + i + "\"")));
        }
        assertThat(HtmlReport.page(results, "", Language.ES))
                .containsSubsequence(
                        "no la pasan</th>", "1 / 8</td><td><details><summary>7</summary>", ">berta</a>, ", ">zoe5</a>");
    }

    private static GradeResult named(List<GradeResult> results, String who) {
        return results.stream()
                .filter(result -> result.subject().submission().equals(who))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everybody_with_a_mark_has_a_page_that_holds_nobody_else_and_goes_when_the_submission_goes()
            throws IOException {
        answer("Sofía Soto_40123_assignsubmission_file_", Given.solution());
        zip(folder.resolve("handed/diazana_LATE_71_3051_answer.zip"), "limpia/Limpia.java");
        Path pages = folder.resolve("out/feedback");
        write(results("out"));

        assertThat(pages.resolve("Sofía Soto_40123_assignsubmission_file_/T01.html"))
                .as("as Moodle takes it back")
                .content()
                .contains("<p>Sofía Soto</p>", "8 / 8 points")
                .doesNotContain("ana", "berta", "assignsubmission");
        assertThat(pages.resolve("diazana_LATE_71_3051_answer/diazana_LATE_71_3051_T01.html"))
                .as("as Canvas takes it back")
                .exists();
        assertThat(pages.resolve("berta/T01.html"))
                .content()
                .containsSubsequence("✗ ", "✓ ")
                .contains("7 / 8 points", "reread: lesson L05#trim", "expected &quot;pan&quot;")
                .contains("The mark comes from your teacher&#39;s data")
                .contains("Blanks around a name must go.");

        put(pages.resolve("berta/mine.html"), "my words");
        put(pages.resolve("copied/T01.html"), Files.readString(pages.resolve("berta/T01.html")));
        put(folder.resolve("out/.feedback"), Files.readString(folder.resolve("out/.feedback")) + "../journal.html\n");
        put(folder.resolve("out/journal.html"), "not a page");
        Places.delete(folder.resolve("handed/berta"));
        Places.delete(folder.resolve("handed/carla"));
        write(results("out"));
        assertThat(pages.resolve("berta/T01.html")).doesNotExist();
        assertThat(pages.resolve("berta/mine.html")).exists();
        assertThat(pages.resolve("copied/T01.html")).exists();
        assertThat(pages.resolve("carla")).doesNotExist();
        assertThat(folder.resolve("out/journal.html")).exists();
        assertThat(pages.resolve("ana/T01.html")).exists();
    }

    private void write(List<GradeResult> results) throws IOException {
        new FeedbackFolder(folder.resolve("out"), Background.NONE).write(PagePlaces.of(results), Language.EN, true);
    }

    @Test
    void a_submission_is_graded_again_when_it_is_named_and_only_that_one() throws IOException {
        answer("Sofía Soto_40123_assignsubmission_file_", Given.solution());
        List<GradeResult> first = results("out");
        BatchScope again = new BatchScope(Optional.empty(), List.of("berta", "Sofía Soto"));

        assertThat(grade("out", again)).isEqualTo(first);
        assertThat(gradedNow.stream().map(result -> result.subject().submission()))
                .containsExactlyInAnyOrder("berta", "Sofía Soto_40123_assignsubmission_file_");
        assertThatThrownBy(() -> grade("out", new BatchScope(Optional.empty(), List.of("bertha"))))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no submission \"bertha\" here; did you mean \"berta\"?")
                .hasMessageContaining("gradebook.csv");
        assertThatThrownBy(() -> grade("out", new BatchScope(Optional.empty(), List.of("nobody at all"))))
                .hasMessageContaining("there is no submission \"nobody at all\" here. The names");
    }

    @Test
    void the_gradebook_says_in_one_sentence_why_somebody_has_no_points() throws IOException {
        answer("dora", Given.solution().replace("return limpias;", "return limpia;"));
        answer("elsa", "package limpia;");
        answer("fito", Given.method("Thread.sleep(99_999); return null;"));
        answer("gabi", Given.solution().replace("package limpia;", ""));
        put(folder.resolve("handed/hugo/notas.txt"), "no");
        answer("iris", Given.method("return List.of();"));
        put(folder.resolve("handed/juan/T01/answer").resolve(Given.ANSWER), Given.solution());
        put(folder.resolve("handed/juan/T01/viejo/limpia/Limpia.java"), Given.method("return null;"));

        String csv = CsvReport.of(results("out"));
        assertThat(row(csv, "carla"))
                .contains("\"The code ended the whole program at Limpia.java:7 (System.exit or halt)");
        assertThat(row(csv, "carla")).doesNotContain("Return a value");
        assertThat(row(csv, "dora"))
                .contains(
                        "compile_error,0,8,,\"limpia/Limpia.java:",
                        "cannot find symbol, symbol: variable limpia, location: class");
        assertThat(row(csv, "gabi"))
                .contains("compile_error,0,8,,\"limpia/Limpia.java: its first line of code must be: package limpia;\"");
        assertThat(row(csv, "elsa")).contains("wrong_shape,0,8,,\"The class limpia.Limpia is missing;");
        assertThat(row(csv, "fito")).contains("graded,0,8,,The code did not come back in time.,");
        assertThat(row(csv, "hugo"))
                .contains("no_answer,0,8,,\"There is no answer in it: limpia/Limpia.java is missing");
        assertThat(row(csv, "iris")).contains("graded,");
        assertThat(row(csv, "juan"))
                .contains(
                        "graded,8,8,,\"T01/answer/limpia/Limpia.java was read, and not T01/viejo/limpia/Limpia.java.\"");
        assertThat(row(csv, "ana")).contains("graded,8,8,,");
    }

    private static String row(String csv, String name) {
        return csv.lines()
                .filter(line -> line.startsWith(name + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_result_reads_as_it_was_written() throws IOException {
        for (GradeResult result : results("out")) {
            assertThat(ResultJson.read(ResultJson.text(result))).isEqualTo(result);
        }
    }

    @Test
    void a_folder_without_submissions_or_without_answers_is_refused() {
        assertThatThrownBy(() -> batch("out").grade(folder.resolve("missing"), BatchScope.ALL, result -> {}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> batch("out").grade(folder.resolve("handed/nobody"), BatchScope.ALL, result -> {}))
                .hasMessageContaining("no folder and no zip");
        assertThatThrownBy(() -> batch("out")
                        .grade(folder.resolve("checkout"), new BatchScope(Optional.of("T02"), List.of()), result -> {}))
                .hasMessageContaining("did you mean \"T01\"");
    }

    private Batch batch(String out) {
        return batch(out, 1);
    }

    private Batch batch(String out, int lanes) {
        return new Batch(workplace, Given.isolation(), folder.resolve(out), lanes);
    }

    private List<GradeResult> grade(String out) throws IOException {
        return grade(out, BatchScope.ALL);
    }

    /** The same as after {@link #grade}; what some test has graded before is known from the journal, which is then left with this batch alone. */
    private List<GradeResult> results(String out) throws IOException {
        Path before = kept.resolve("journal.jsonl");
        Path journal = Files.createDirectories(folder.resolve(out)).resolve("journal.jsonl");
        if (Files.exists(before)) {
            Files.copy(before, journal, StandardCopyOption.REPLACE_EXISTING);
        }
        List<GradeResult> results = grade(out);
        Files.copy(journal, before, StandardCopyOption.REPLACE_EXISTING);
        List<String> own = results.stream().map(ResultJson::line).toList();
        Files.write(
                journal,
                Files.readAllLines(journal).stream()
                        .filter(line -> own.stream().anyMatch(line::endsWith))
                        .toList());
        return results;
    }

    private List<GradeResult> grade(String out, BatchScope wanted) throws IOException {
        return grade(batch(out), wanted);
    }

    private List<GradeResult> grade(Batch batch, BatchScope wanted) throws IOException {
        gradedNow.clear();
        return batch.grade(folder.resolve("handed"), wanted, result -> {
            synchronized (gradedNow) {
                gradedNow.add(result);
            }
        });
    }

    private static List<String> marks(List<GradeResult> results) {
        return results.stream()
                .map(result -> result.subject().submission() + " "
                        + result.status().code() + " " + Points.text(result.score()))
                .toList();
    }

    private void answer(String who, String source) throws IOException {
        put(folder.resolve("handed").resolve(who).resolve("T01/answer").resolve(Given.ANSWER), source);
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
