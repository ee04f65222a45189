package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.autograder.batch.Background;
import orquesta.autograder.batch.BatchReports;
import orquesta.autograder.batch.ByHandFile;
import orquesta.autograder.exercise.ExerciseNotes;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.submission.Submission;

/** What a batch writes while it goes and at its end: marks by hand, code beside the feedback, how many have which mark. */
class BatchReportsTest {
    private static final String HEAD = "name,exercise,mark,penalty,why\n";
    private static final Map<String, Double> POINTS = Map.of("T01", 8.0);
    private static GradeResult ana = graded("Ana Soto_7_assignsubmission_file_", Given.solution());
    private static GradeResult beto =
            graded("beto_LATE_71_3051_answer", Given.solution().replace(".strip()", ""));

    @TempDir
    private Path out;

    @BeforeAll
    static void have_marks() {
        assertThat(ana.score()).isEqualTo(8);
        assertThat(beto.score()).isEqualTo(7);
    }

    private static GradeResult graded(String who, String source) {
        SortedMap<String, String> files = new TreeMap<>(Map.of(Given.ANSWER, source));
        return Given.grade(Submission.of(who, files), Given.isolation());
    }

    @Test
    void what_is_graded_so_far_is_written_before_the_others_are() throws IOException {
        BatchReports reports = reports();
        reports.add(beto);

        assertThat(out.resolve("gradebook.csv")).content().contains("beto,").doesNotContain("Ana");
        assertThat(out.resolve("results.json")).exists();
        reports.add(ana);
        assertThat(out.resolve("report.html")).content().contains("Ana Soto", "beto");
        assertThat(out.resolve("gradebook.csv")).content().containsSubsequence("Ana Soto", "beto");
    }

    @Test
    void the_page_of_who_was_not_reached_yet_stays() throws IOException {
        reports().finish(List.of(ana, beto));
        Path page = out.resolve("feedback/Ana Soto_7_assignsubmission_file_/T01.html");
        assertThat(page).exists();

        reports().add(beto);
        assertThat(page).as("its turn may still come").exists();
        reports().finish(List.of(beto));
        assertThat(page).doesNotExist();
    }

    @Test
    void marks_by_hand_and_penalties_stand_in_every_report_and_outlive_a_regrade() throws IOException {
        byHand("Ana Soto,T01,6.5,,\"spoken, not written\"\n(late),,,20%,one day late\n");

        for (int time = 0; time < 2; time++) {
            List<GradeResult> marked = finished();
            assertThat(marked).extracting(GradeResult::mark).containsExactly(6.5, 5.6);
            assertThat(marked).extracting(GradeResult::score).containsExactly(8.0, 7.0);
        }
        assertThat(out.resolve("gradebook.csv"))
                .content()
                .contains(",graded,6.5,8,8,", "Mark by hand: 6.5 (automatically: 8). spoken, not written")
                .contains(",graded,5.6,8,7,");
        assertThat(out.resolve("feedback/Ana Soto_7_assignsubmission_file_/T01.html"))
                .content()
                .contains("6.5 / 8", "Mark by hand: 6.5 (automatically: 8). spoken, not written");
        assertThat(out.resolve("report.html")).content().contains("mean 6.1");
    }

    @Test
    void a_penalty_takes_points_or_a_share_and_never_more_than_there_is() throws IOException {
        byHand("beto,T01,4,50%,\nAna Soto,,,20,\n");

        assertThat(finished()).extracting(GradeResult::mark).containsExactly(0.0, 2.0);
    }

    @Test
    void a_file_that_a_spreadsheet_of_another_country_saved_is_read() throws IOException {
        String text = HEAD.replace(',', ';') + "Ana Soto;T01;6,5;;adiós\r\n";
        Files.write(out.resolve(ByHandFile.NAME), text.getBytes(Charset.forName("windows-1252")));

        assertThat(finished().get(0).byHand()).isEqualTo(new GradeResult.ByHand(6.5, "adiós"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ana Soto,T01,seven,,x       | by-hand.csv:2: "seven" is no mark
            Ana Soto,T01,9,,x           | by-hand.csv:2: the mark 9 is more than there is (8.0)
            Ana Soto,T01,,200%,x        | by-hand.csv:2: "200%" is no penalty
            Ana Soto,T01,,-1,x          | by-hand.csv:2: "-1" is no penalty
            Ana Soto,T01,,,x            | by-hand.csv:2: there is neither a mark nor a penalty
            Ana Sotto,T01,5,,x          | by-hand.csv:2: nobody here is called "Ana Sotto"; did you mean "Ana Soto"
            Ana Soto,T02,5,,x           | by-hand.csv:2: there is no exercise "T02" in this batch; did you mean "T01"
            Ana Soto,T01,5,,a, b        | by-hand.csv:2: this line has 6 cells and needs 5
            """)
    void a_mistake_in_the_file_is_told_by_its_line(String line, String told) throws IOException {
        byHand(line + "\n");

        assertThatThrownBy(this::finished).hasMessageContaining(told);
    }

    @Test
    void all_mistakes_are_told_at_once_and_a_wrong_head_alone() throws IOException {
        byHand("Ana Soto,T01,x,,\nbeto,T01,1,,\nbeto,T01,2,,\n");
        assertThatThrownBy(this::finished)
                .hasMessageContaining("by-hand.csv:2")
                .hasMessageContaining("by-hand.csv:4: line 3 speaks of the same already");

        Files.writeString(out.resolve(ByHandFile.NAME), "nombre,nota\n");
        assertThatThrownBy(this::finished)
                .hasMessageContaining("by-hand.csv:1: the first line has to be name,exercise,mark,penalty,why");
    }

    @Test
    void the_code_stands_beside_the_feedback_with_its_lines_and_without_markup() throws IOException {
        SortedMap<String, String> code = new TreeMap<>(Map.of("limpia/Limpia.java", "class A {\n  // <script>\n}\n"));
        new BatchReports(out, "", Duration.ZERO, new Background(result -> code, exercise -> ExerciseNotes.NOTHING))
                .finish(List.of(ana));

        assertThat(out.resolve("feedback/Ana Soto_7_assignsubmission_file_/T01.html"))
                .content()
                .contains("limpia/Limpia.java", "   2    // &lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void the_class_page_shows_how_many_have_which_mark() throws IOException {
        reports().finish(List.of(ana, beto));

        assertThat(out.resolve("report.html"))
                .content()
                .contains("7.2 to 8</th><td><meter max=\"1\" value=\"1\"></meter> 1")
                .contains("6.4 to under 7.2</th><td><meter max=\"1\" value=\"1\"></meter> 1")
                .contains("0 to under 0.8</th><td><meter max=\"1\" value=\"0\"></meter> 0");
    }

    private BatchReports reports() {
        return new BatchReports(out, "", Duration.ZERO, Background.NONE);
    }

    private void byHand(String lines) throws IOException {
        Files.writeString(out.resolve(ByHandFile.NAME), HEAD + lines);
    }

    private List<GradeResult> finished() throws IOException {
        ByHandFile file = ByHandFile.of(out);
        file.requireKnown(List.of(ana.subject().submission(), beto.subject().submission()), POINTS);
        BatchReports reports = reports();
        reports.decided(file);
        return reports.finish(List.of(ana, beto));
    }
}
