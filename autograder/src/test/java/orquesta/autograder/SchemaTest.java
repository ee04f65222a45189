package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.ResultJson;
import orquesta.autograder.submission.Submission;

class SchemaTest {
    @Test
    void every_kind_of_result_is_what_the_published_schema_says() {
        for (String source : new String[] {
            Given.solution(),
            Given.solution().replace(".strip()", ""),
            Given.solution().replace("signum() > 0", "signum() >= 0"),
            Given.solution().replace("return limpias;", "return limpias"),
            Given.solution().replace("limpiar(", "limpia("),
            Given.method("return null;")
        }) {
            assertThat(schema().validate(ResultJson.text(Given.grade(source)), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void so_is_one_whose_checks_are_tests() {
        for (Path answer : List.of(
                Given.t02().solution(),
                Given.t02().start(),
                Given.t02().wrong().resolve("counts_first_only"),
                Given.t02().wrong().resolve("ends_the_program"))) {
            GradeResult result =
                    Given.grade(Given.t02(), Submission.of("ana", ExerciseFolder.sources(answer)), Given.isolation());
            assertThat(schema().validate(ResultJson.text(result), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void the_schema_refuses_what_is_no_result() {
        GradeResult result = Given.grade(Given.method("return null;"));
        String text = ResultJson.text(result);

        assertThat(schema().validate(text.replace("\"graded\"", "\"perfect\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema().validate(text.replace("\"score\"", "\"mark\""), InputFormat.JSON))
                .isNotEmpty();
    }

    private static JsonSchema schema() {
        InputStream schema = Objects.requireNonNull(GradeResult.class.getResourceAsStream("grade-result.schema.json"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }
}
