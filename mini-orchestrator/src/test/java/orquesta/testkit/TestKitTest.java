package orquesta.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.event.State;

/** The examples of the test kit's pages, run. */
@Tag("once")
class TestKitTest {
    private final Relation leidas =
            Relation.rows("id, precio decimal(18,2), regla", "1, 1990, null", "2, null, 'precio_nulo'");

    /** A pipeline as a student writes it. */
    static class Ventas {
        @Asset
        Relation ventasLeidas() {
            return Relation.rows("id, precio decimal(18,2), regla", "1, 1990, null", "2, null, 'precio_nulo'");
        }

        @Asset
        Relation ventas(Relation ventasLeidas) {
            System.out.println("filtro");
            return ventasLeidas.where("regla is null");
        }

        @Check
        CheckResult checkPrecio(Relation ventas) {
            return CheckResult.noRows("a negative price", ventas.where("precio < 0"));
        }
    }

    @Test
    void the_method_of_an_asset_is_tested_with_rows_of_ones_own() {
        Relation ventas = new Ventas().ventas(leidas);

        assertThat(TestKit.lines(ventas)).containsExactly("1,1990.00,null");
        assertThat(TestKit.rows(ventas).get(0)).containsEntry("precio", new BigDecimal("1990.00"));
    }

    @Test
    void a_check_is_tested_with_a_broken_asset() {
        assertThat(TestKit.passes(new Ventas().checkPrecio(leidas))).isTrue();
        assertThat(TestKit.passes(new Ventas().checkPrecio(Relation.rows("precio", "-1"))))
                .isFalse();
        assertThat(TestKit.passes(CheckResult.failed("no"))).isFalse();
    }

    @Test
    void a_pipeline_is_run_in_a_home_of_its_own() {
        Path folder;
        try (TestHome home = TestHome.create()) {
            folder = home.folder();

            RunResult run = home.run(Definitions.of(new Ventas()), "*ventas");

            assertThat(run.step("ventas").state()).isEqualTo(State.OK);
            assertThat(run.step("ventas#check_precio").state()).isEqualTo(State.OK);
            assertThat(home.lines("ventas")).containsExactly("1,1990.00,null");
            assertThat(home.printed(run, "ventas")).isEqualTo("filtro\n");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_home_in_a_folder_of_ones_own_stays(@TempDir Path folder) {
        try (TestHome home = TestHome.in(folder)) {
            home.run(Definitions.of(new Ventas()));
        }
        try (TestHome again = TestHome.in(folder)) {
            assertThat(again.lines("ventas")).hasSize(1);
        }
    }

    @Test
    void what_was_never_published_is_told_by_name() {
        try (TestHome home = TestHome.create()) {
            assertThatThrownBy(() -> home.lines("ventas")).hasMessage("'ventas' was never published in this home");
        }
    }
}
