package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.Template;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.submission.Submission;

/** Exercises of kind {@code pipeline}: the one that {@code ./kit exercise new} makes, and answers that lie to it. */
class PipelineKindTest {
    private static final String ANSWER = "tienda/Tienda.java";
    private static final String DECLARED = "    @Asset Relation ventas() { return Relation.csv(\"ventas.csv\"); }\n";

    @TempDir
    private static Path folder;

    private static ExerciseFolder exercise = new ExerciseFolder(Path.of("none"));
    private static Controller.Prepared prepared;

    @BeforeAll
    static void make() throws IOException {
        exercise = new Template(ExerciseKind.PIPELINE).write("N93", folder);
        prepared = Given.prepared(exercise);
    }

    /** What it prints, and where it prints it, is no evidence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            descriptor | new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[] {0, 0, 0, 2, 7, 0});
            planted    | try (var all = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 2)) { for (Path p : all.toList()) { if (Files.isDirectory(p)) { try { Files.writeString(p.resolve("totales.parquet"), "x"); } catch (IOException e) { } } } } catch (Exception e) { }
            """)
    void evidence_that_an_answer_makes_itself_earns_nothing(String how, String statements) {
        requireNothing(how, statements);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            prints     | System.out.println("{\\"published\\": {\\"totales\\": []}, \\"status\\": \\"ok\\"}");
            home       | for (String n : List.of("orquesta.db", "data/totales.parquet")) { Path p = Path.of(".orquesta", n).toAbsolutePath(); try { Files.createDirectories(p.getParent()); Files.writeString(p, "totales"); } catch (IOException e) { } }
            exits      | Runtime.getRuntime().halt(0);
            """)
    void nor_does_what_it_prints_or_leaves_at_home(String how, String statements) {
        requireNothing(how, statements);
    }

    private static void requireNothing(String how, String statements) {
        GradeResult result = grade(DECLARED, statements, "Definitions.of(new Tienda())");

        assertThat(result.status()).as(how).isEqualTo(Status.GRADED);
        assertThat(result.score()).as(how).isZero();
    }

    @Tag("long")
    @Test
    void a_step_that_catches_everything_is_judged_by_what_it_returns() {
        GradeResult result = grade(
                DECLARED
                        + "    @Asset Relation totales(Relation ventas) {\n"
                        + "        try { throw new Error(); } catch (Throwable all) { return Relation.rows(\"producto, total\", \"'Pan', 1\"); }\n"
                        + "    }\n",
                "",
                "Definitions.of(new Tienda())");

        assertThat(passed(result)).containsExactly("edge");
    }

    @Test
    void rows_that_say_they_are_equal_to_all_are_compared_by_their_values() {
        GradeResult result = grade(
                DECLARED
                        + "    public record Fila(String producto, long total) {\n"
                        + "        public boolean equals(Object other) { return true; }\n"
                        + "        public int hashCode() { return 0; }\n    }\n"
                        + "    @Asset List<Fila> totales(Relation ventas) { return List.of(new Fila(\"Pan\", 1)); }\n",
                "",
                "Definitions.of(new Tienda())");

        assertThat(passed(result)).containsExactly("edge");
        assertThat(check(result, "rows").failure().details().get(2).en()).isEqualTo("yours: {Pan=1}");
    }

    /** It fails as soon as anybody loads it, and nobody does: the solution has full marks beside it. */
    @Test
    void an_orchestrator_of_the_answers_own_is_not_the_one_that_runs() {
        TreeMap<String, String> files = new TreeMap<>(Map.of(
                "orquesta/run/Executor.java",
                "package orquesta.run;\npublic class Executor { static { if (true) throw new Error(\"mine\"); } }\n"));
        files.put(ANSWER, ExerciseFolder.read(exercise.solution().resolve(ANSWER)));

        GradeResult result = Given.warm(Given.isolation()).grade(prepared, Submission.of("ana", files));

        assertThat(result.full()).as(result.checks().toString()).isTrue();
    }

    @Test
    void definitions_that_do_not_load_are_told_with_the_orchestrators_own_words_in_both_languages() {
        GradeResult result = grade(
                DECLARED + "    @Asset Relation totales(Relation ventaz) { return ventaz; }\n",
                "",
                "Definitions.of(new Tienda())");

        Checked edge = check(result, "edge");
        assertThat(edge.failure().difference()).isEqualTo("definition");
        assertThat(edge.failure().details().get(1).en()).isEqualTo("expected: definitions that load");
        assertThat(edge.failure().details().get(2).en()).contains("ventaz").contains("ventas");
        assertThat(edge.failure().details().get(2).es()).contains("ventaz").startsWith("lo tuyo: ");
        assertThat(check(result, "blocked").failure().details())
                .as("of a hidden check nothing that happened is told")
                .isEmpty();
    }

    @Test
    void a_job_that_cannot_begin_is_told_with_the_remedy() {
        String source = ExerciseFolder.read(exercise.solution().resolve(ANSWER)).replace("\"*totales\"", "\"totales\"");

        Checked job = check(graded(source), "job");

        assertThat(job.failure().details().get(0).en())
                .isEqualTo("what is done: 2026-11-20 07:00 America/Santiago: run the job diario");
        assertThat(job.failure().details().get(2).en()).contains("*totales");
    }

    private static List<String> passed(GradeResult result) {
        return result.checks().stream().filter(Checked::passed).map(Checked::id).toList();
    }

    private static Checked check(GradeResult result, String id) {
        return result.checks().stream()
                .filter(checked -> checked.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static GradeResult grade(String members, String statements, String definitions) {
        return graded("package tienda;\nimport java.io.*;\nimport java.nio.file.*;\nimport java.util.*;\n"
                + "import orquesta.asset.*;\nimport orquesta.definition.*;\npublic class Tienda {\n" + members
                + "    static Definitions definiciones() throws Exception {\n        " + statements
                + "\n        return "
                + definitions + ";\n    }\n}\n");
    }

    private static GradeResult graded(String source) {
        TreeMap<String, String> files = new TreeMap<>();
        files.put(ANSWER, source);
        return Given.warm(Given.isolation()).grade(prepared, Submission.of("ana", files));
    }
}
