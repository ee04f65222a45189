package orquesta.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.text.UserException;
import tech.tablesaw.api.Table;

class FailingRowsTest {
    private final Sandbox sandbox = Sandbox.open();

    @BeforeEach
    void in_english() {
        System.setProperty("orquesta.lang", "en");
    }

    @AfterEach
    void close() {
        System.clearProperty("orquesta.lang");
        sandbox.close();
    }

    @Test
    void are_the_rows_that_the_check_found_with_what_is_missing_left_empty() {
        Table found = sandbox.failing(run("precio < 0"), "ventas#check_precio");

        assertThat(found.name()).isEqualTo("ventas#check_precio");
        assertThat(found.columnNames()).containsExactly("producto", "precio");
        assertThat(found.stringColumn("precio").asList()).containsExactly("-5", "-7");
        assertThat(found.stringColumn("producto").asList()).containsExactly("té", "");
    }

    @Test
    void are_none_where_the_check_passed() {
        assertThat(sandbox.failing(run("precio > 99"), "ventas#check_precio").rowCount())
                .isZero();
    }

    @Test
    void are_refused_for_a_check_that_could_not_judge_or_is_not_there() {
        RunResult run = run("prezio < 0");

        assertThatThrownBy(() -> sandbox.failing(run, "ventas#check_precio"))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("\"ventas#check_precio\" did not judge: ")
                .hasMessageContaining("prezio");
        assertThatThrownBy(() -> sandbox.failing(run, "ventas#check_precios"))
                .hasMessageContaining("did you mean \"ventas#check_precio\"?");
    }

    private RunResult run(String condition) {
        return sandbox.run(Definitions.of(new Shop(condition)).validated("shop"));
    }

    static class Shop {
        private final String condition;

        Shop(String condition) {
            this.condition = condition;
        }

        @Asset
        Relation ventas() {
            return Relation.rows("producto, precio", "'té', -5", "null, -7", "'pan', 9");
        }

        @Check
        CheckResult checkPrecio(Relation ventas) {
            return CheckResult.noRows("a negative price", ventas.where(condition));
        }
    }
}
