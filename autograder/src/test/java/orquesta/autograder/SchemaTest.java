package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.ResultJson;

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
