package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import orquesta.autograder.batch.Batch;
import orquesta.autograder.batch.BatchScope;
import orquesta.autograder.batch.Platform;
import orquesta.autograder.dist.ClassRepository;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;

/** What platforms hand out is graded as it is, and what they take back is written as they want it. */
class PlatformTest {
    private static final String UNTRIMMED = Given.solution().replace(".strip()", "");
    private static GradeResult moodle = Graded.of("Ana Soto_7_assignsubmission_file_", UNTRIMMED);
    private static GradeResult canvas = Graded.of("díazana_LATE_71_3051_answer", UNTRIMMED);
    private static GradeResult broken = Graded.of("=1+1 (submission_5)", "class {");

    @TempDir
    private Path out;

    @BeforeAll
    static void have_marks() {
        assertThat(moodle.score()).isEqualTo(7);
        assertThat(broken.score()).isZero();
    }

    private String told(Platform platform, Language language, GradeResult... results) throws IOException {
        return platform.write(out, List.of(results), language).stream()
                .map(message -> message.in(Language.EN))
                .reduce("", (one, other) -> one + "\n" + other);
    }

    @Test
    void moodle_knows_a_participant_by_the_number_and_its_columns_by_the_words_of_its_language() throws IOException {
        told(Platform.MOODLE, Language.EN, moodle);
        assertThat(out.resolve("moodle-T01.csv"))
                .hasContent("Identifier,Full name,Grade,\"Last modified (grade)\"\nParticipant 7,Ana Soto,7,\n");
        told(Platform.MOODLE, Language.ES, moodle);
        assertThat(out.resolve("moodle-T01.csv"))
                .content()
                .startsWith("Identificador,Nombre completo,")
                .contains("Última modificación (calificación)", "Participante 7,Ana Soto,7,");
    }

    @Test
    void canvas_has_a_column_for_each_exercise_and_its_own_number_for_each_student() throws IOException {
        told(Platform.CANVAS, Language.EN, canvas);
        String title = "T01 " + canvas.subject().title().en();
        assertThat(out.resolve("canvas.csv"))
                .hasContent("Student,ID,Section," + title + "\nPoints Possible,,,8\n\"díazana\",71,,7\n");
    }

    @Test
    void who_has_no_number_or_has_handed_in_twice_is_left_out_by_name() throws IOException {
        GradeResult nobody = Graded.by("Beto", moodle);
        GradeResult again = Graded.by("Ana Soto_7_assignsubmission_file_/b", moodle);

        assertThat(told(Platform.MOODLE, Language.EN, moodle, again, nobody))
                .contains("For moodle: 0 files")
                .contains("no number of moodle: 1, the first Beto.")
                .contains("handed in twice: Ana Soto_7_assignsubmission_file_, Ana Soto_7_assignsubmission_file_/b.");
        assertThat(out.resolve("moodle-T01.csv")).doesNotExist();
    }

    @Test
    void gradescope_shows_each_check_and_of_hidden_ones_no_data() throws IOException {
        assertThat(told(Platform.GRADESCOPE, Language.EN, moodle, broken)).contains("For gradescope: 2 files");

        JsonNode json = read("gradescope/Ana Soto_7_assignsubmission_file_.json");
        assertThat(json.path("score").asDouble()).isEqualTo(7);
        assertThat(json.path("tests")).hasSize(8).allMatch(test -> !test.has("visibility"));
        assertThat(json.path("tests"))
                .filteredOn(test -> test.path("status").asText().equals("failed"))
                .singleElement()
                .satisfies(test -> assertThat(test.path("max_score").asDouble()).isEqualTo(1))
                .satisfies(test -> assertThat(test.path("output").asText()).contains("pan"));
        JsonNode none = read("gradescope/=1+1 (submission_5).json");
        assertThat(none.path("score").asDouble()).isZero();
        assertThat(none.path("output").asText()).startsWith("T01: does not compile\n");
        assertThat(none.path("output_format").asText()).isEqualTo("text");
    }

    private JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(out.resolve(file).toFile());
    }

    @Test
    void a_ci_reads_each_check_as_a_test_and_of_hidden_ones_no_data() throws Exception {
        told(Platform.JUNIT, Language.EN, Graded.by("<b>\u0007 \"Ana\"", moodle), broken);

        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(out.resolve("junit.xml").toFile());
        NodeList suites = xml.getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(2);
        assertThat(attributes(suites.item(0))).isEqualTo("<b>· \"Ana\" T01 8 1 0 0");
        assertThat(attributes(suites.item(1))).endsWith("T01 9 1 0 8");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(17);
        NodeList failures = xml.getElementsByTagName("failure");
        assertThat(failures.getLength()).isEqualTo(2);
        assertThat(failures.item(0).getTextContent()).contains("pan");
        assertThat(failures.item(1).getTextContent()).contains("limpia/Limpia.java");
    }

    private static String attributes(Node suite) {
        return Stream.of("name", "tests", "failures", "errors", "skipped")
                .map(each -> suite.getAttributes().getNamedItem(each).getNodeValue())
                .collect(Collectors.joining(" "));
    }

    @Test
    void the_summary_of_a_job_holds_no_markup_of_anybody() throws IOException {
        told(Platform.GITHUB, Language.EN, Graded.by("<b>|[x](y)", moodle), broken);
        assertThat(out.resolve("github.md"))
                .content()
                .startsWith("## 7 of 16 points\n")
                .contains("(·b···x·(y))", "| graded | 7 / 8 |", "| does not compile | 0 / 8 |")
                .doesNotContain("<b>", "[x]");
        told(Platform.GITHUB, Language.ES, Graded.with(6.5, moodle));
        assertThat(out.resolve("github.md")).content().startsWith("## 6,5 ").contains("| 6,5 / 8 |");
    }

    @Test
    void the_workflow_speaks_the_language_of_the_command() throws IOException {
        ClassRepository.writeInto(out, Language.ES);
        assertThat(out.resolve(".github/workflows/orquesta.yml"))
                .content()
                .contains("ORQUESTA_LANG: es", "--for github", "stop-commands")
                .doesNotContain("ORQUESTA_LANG: en");
    }

    @Test
    void the_one_zip_of_a_platform_is_graded_as_it_is() throws IOException {
        String yaml =
                "---\nsubmission_71:\n  :submitters:\n  - :name: Ana Soto\n    :sid: '1'\n  - :sid: '2'\n    :name: 'D''Angelo'\n"
                        + "  :score: 0.0\nsubmission_72:\n  :submitters:\n  - :name: Beto\n";
        Path export = zip(
                "assignment_12_export/submission_metadata.yml",
                yaml,
                "assignment_12_export/submission_71/Limpia.java",
                Given.solution(),
                "assignment_12_export/submission_72/notes.txt",
                "x");
        assertThat(marks(export))
                .containsExactlyInAnyOrder(
                        "Ana Soto + D'Angelo (submission_71) graded 8", "Beto (submission_72) no_answer 0");
        assertThat(out.resolve("grades/.unpacked")).doesNotExist();

        Path ofMoodle = zip(
                "Ana Soto_7_assignsubmission_file/Limpia.java",
                UNTRIMMED,
                "Ana Soto_7_assignsubmission_onlinetext/onlinetext.html",
                "<p>",
                "Beto_8_assignsubmission_file/E/limpia/Limpia.java",
                Given.solution());
        assertThat(marks(ofMoodle))
                .containsExactlyInAnyOrder(
                        "Ana Soto_7_assignsubmission_file graded 7", "Beto_8_assignsubmission_file graded 8");
        assertThat(marks(zip(
                        "diazana_71_3051_Limpia.java", Given.solution(), "sotobeto_LATE_8_9_Limpia.java", UNTRIMMED)))
                .containsExactlyInAnyOrder("diazana_71_3051_Limpia graded 8", "sotobeto_LATE_8_9_Limpia graded 7");
    }

    @Test
    void a_zip_that_leads_out_or_cannot_be_read_is_refused_whole() throws IOException {
        assertThatThrownBy(() -> marks(zip("ana/Limpia.java", "x", "../../evil.java", "x")))
                .hasMessageContaining("leads out of its folder (../../evil.java)");
        Path text = Files.writeString(out.resolve("text.zip"), "no zip");
        assertThatThrownBy(() -> marks(text)).hasMessageContaining("this is no zip that can be read");
        assertThat(out.resolve("grades/.unpacked")).doesNotExist();
    }

    private Path zip(String... entries) throws IOException {
        Path file = Files.createTempFile(out, "all", ".zip");
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private List<String> marks(Path zip) throws IOException {
        Workplace shared = Given.workplace();
        Path checkout = Files.createDirectories(out.resolve("checkout"));
        for (var source : ExerciseFolder.sources(Given.t01().path()).entrySet()) {
            Path file = checkout.resolve("exercises/T01").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
        }
        Files.copy(
                Given.t01().json(),
                checkout.resolve("exercises/T01/exercise.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Workplace workplace = new Workplace(checkout, shared.cache(), shared.clock());
        List<String> marks = new ArrayList<>();
        new Batch(workplace, Given.isolation(), out.resolve("grades"), 1)
                .grade(zip, BatchScope.ALL, result -> {})
                .forEach(result -> marks.add(result.subject().submission() + " "
                        + result.status().code() + " " + Points.text(result.score())));
        return marks;
    }
}
