package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import orquesta.autograder.batch.Batch;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.report.CsvReport;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.ResultJson;
import orquesta.text.Language;
import orquesta.text.UserException;

class BatchTest {
    private static final String HOSTILE = "=1+1<img src=x onerror=alert(1)>";

    @TempDir
    private Path folder;

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
    void each_gets_its_mark_whatever_the_neighbours_do() throws IOException {
        answer("carla", Given.method("while (true) {}"));
        assertThat(marks(grade("out")))
                .containsExactly(
                        HOSTILE + " graded 0",
                        "ana graded 8",
                        "berta graded 7",
                        "carla graded 0",
                        "nobody no_answer 0");
    }

    @Test
    void a_submission_that_cannot_be_read_or_written_is_its_own_trouble() throws IOException {
        Path handed = folder.resolve("handed");
        Files.write(handed.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});
        put(handed.resolve("dino/T01/answer").resolve(Given.ANSWER), Given.solution());
        put(handed.resolve("dino/T01/answer/limpia/a\u0001b.java"), "package limpia; class B {}");
        zip(handed.resolve("eva.zip"), "limpia/Limpia.java", "limpia/A.java", "limpia/A.java/B.java");

        assertThat(marks(grade("out")))
                .contains("ana graded 8", "cut rejected 0", "dino graded 8", "eva infra_error 0", "berta graded 7");
    }

    @Test
    void what_a_learning_platform_makes_is_read_as_it_was_handed_in() throws IOException {
        Path handed = folder.resolve("handed");
        Path moodle = Files.createDirectories(handed.resolve("Sofía Soto_40123_assignsubmission_file_"));
        zip(moodle.resolve("answer.zip"), "answer/limpia/Limpia.java");
        Path hidden = Files.createDirectories(moodle.resolve("__MACOSX"));
        zip(hidden.resolve("answer.zip"), "limpia/Limpia.java");
        put(moodle.resolve("nota.txt"), "hola");
        zip(Files.createDirectories(handed.resolve("grupo B")).resolve("dino.zip"), "limpia/Limpia.java");
        zip(handed.resolve("grupo B/eva.ZIP"), "T01/answer/limpia/Limpia.java");

        assertThat(marks(grade("out")))
                .contains(
                        "Sofía Soto_40123_assignsubmission_file_ graded 8",
                        "grupo B/dino graded 8",
                        "grupo B/eva graded 8")
                .hasSize(8);
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

        List<GradeResult> results = grade("handed/grades");
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
        assertThat(CsvReport.of(results)).contains("Pedro Rar.rar,T01,rejected,0,8,");
    }

    @Test
    void who_has_handed_in_twice_is_marked_and_names_are_sorted_as_a_class_list() throws IOException {
        Path handed = folder.resolve("handed");
        for (String who : List.of("Íñigo", "José Ñúñez", "Zoë", "Łukasz", "munoz", "Pía (2)", "Pía", "Pía Soto")) {
            answer(who, "package limpia;");
        }
        zip(handed.resolve("Jose\u0301 Ñúñez.zip"), "limpia/Limpia.java");
        put(handed.resolve("munoz.rar"), "");

        List<GradeResult> results = grade("out");
        assertThat(results.stream().map(result -> result.subject().submission()))
                .containsSubsequence("ana", "berta", "Íñigo", "Łukasz", "munoz", "nobody", "Pía", "Pía Soto", "Zoë");
        assertThat(CsvReport.of(results).lines().filter(line -> line.contains("handed in twice")))
                .hasSize(6)
                .allMatch(line -> line.matches("\"?(José? ?.*|munoz.*|Pía( \\(2\\))?\"?,.*|Jose.*)"))
                .noneMatch(line -> line.startsWith("\"Pía Soto"));
        String page = HtmlReport.page(results, "", Language.ES);
        assertThat(page).contains("falta la clase o el método · entregado dos veces</td>", "<h1 id=\"top\">");
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
    void two_runs_say_the_same_and_the_second_grades_nothing_again() throws IOException {
        List<GradeResult> first = grade("out");
        String journal = Files.readString(folder.resolve("out/journal.jsonl"));
        List<GradeResult> second = grade("out");

        assertThat(second).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("out/journal.jsonl"))).isEqualTo(journal);
        assertThat(grade("other")).isEqualTo(first);
    }

    @Test
    void a_batch_that_was_killed_in_the_middle_of_a_line_goes_on() throws IOException {
        List<GradeResult> first = grade("out");
        Path journal = folder.resolve("out/journal.jsonl");
        String lines = Files.readString(journal);
        Files.writeString(journal, lines.substring(0, lines.length() - 200), StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(grade("out")).isEqualTo(first);
        assertThat(grade("out")).isEqualTo(first);
    }

    @Test
    void what_another_version_of_the_grader_found_is_not_believed() throws IOException {
        grade("out");
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
        List<GradeResult> results = grade("out");

        assertThat(CsvReport.of(results))
                .startsWith("submission,exercise,status,score,points,isolation,seed,note,T01.drops_zero,")
                .contains("\"'=1+1<img", "ana,T01,graded,8,8,")
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
    void a_result_reads_as_it_was_written() throws IOException {
        for (GradeResult result : grade("out")) {
            assertThat(ResultJson.read(ResultJson.text(result))).isEqualTo(result);
        }
    }

    @Test
    void a_folder_without_submissions_or_without_answers_is_refused() {
        assertThatThrownBy(() -> batch("out").grade(folder.resolve("missing"), Optional.empty(), result -> {}))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("there is no such folder");
        assertThatThrownBy(() -> batch("out").grade(folder.resolve("handed/nobody"), Optional.empty(), result -> {}))
                .hasMessageContaining("no folder and no zip");
        assertThatThrownBy(() -> batch("out").grade(folder.resolve("checkout"), Optional.of("T02"), result -> {}))
                .hasMessageContaining("did you mean \"T01\"");
    }

    private Batch batch(String out) {
        return new Batch(workplace, Given.isolation(), folder.resolve(out), 2);
    }

    private List<GradeResult> grade(String out) throws IOException {
        List<GradeResult> seen = new ArrayList<>();
        List<GradeResult> results = batch(out).grade(folder.resolve("handed"), Optional.empty(), result -> {
            synchronized (seen) {
                seen.add(result);
            }
        });
        assertThat(seen).containsExactlyInAnyOrderElementsOf(results);
        return results;
    }

    private static List<String> marks(List<GradeResult> results) {
        return results.stream()
                .map(result ->
                        result.subject().submission() + " " + result.status().code() + " " + result.score())
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
