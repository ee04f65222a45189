package orquesta.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.Given.keys;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import orquesta.Given;

class BuilderTest {
    @Test
    void an_asset_reads_and_borrows_in_the_order_in_which_it_says_so() {
        AssetDefinition asset = AssetDefinition.named("ingresos_totales")
                .reads("ventas", "productos")
                .borrows("reports", Path.class)
                .reads("nota", String.class)
                .wantsRun()
                .computedBy(inputs -> null);

        assertThat(asset.needs())
                .containsExactly(
                        new Need.Upstream(new AssetKey("ventas"), Relation.class),
                        new Need.Upstream(new AssetKey("productos"), Relation.class),
                        asset.needs().get(2),
                        new Need.Upstream(new AssetKey("nota"), String.class),
                        new Need.Reserved("run", Run.class));
        assertThat(asset.needs().get(2)).isInstanceOf(Need.Borrowed.class);
        assertThat(asset.needs().get(2).name()).isEqualTo("reports");
        assertThat(asset.reads()).containsExactlyElementsOf(keys("ventas", "productos", "nota"));
    }

    @Test
    void an_asset_is_a_relation_without_labels_unless_it_says_otherwise() {
        AssetDefinition asset = AssetDefinition.named("a").computedBy(inputs -> null);

        assertThat(asset.returns()).isEqualTo(Relation.class);
        assertThat(asset.labels()).isEqualTo(new Labels("", "", "", "", Map.of()));
        assertThat(asset.needs()).isEmpty();
        assertThat(asset.declaredAt()).isEqualTo("a");
    }

    @Test
    void an_asset_keeps_what_is_said_about_it() {
        AssetDefinition asset = AssetDefinition.named("a")
                .returns(void.class)
                .description("Income by category")
                .group("informes")
                .kind("table")
                .owner("ana@uni.cl")
                .tag("nivel", "oro")
                .computedBy(inputs -> null);

        assertThat(asset.returns()).isEqualTo(void.class);
        assertThat(asset.labels())
                .isEqualTo(new Labels("Income by category", "informes", "table", "ana@uni.cl", Map.of("nivel", "oro")));
    }

    @Test
    void its_function_is_the_one_that_was_given() throws Exception {
        AssetDefinition asset =
                AssetDefinition.named("a").returns(String.class).computedBy(inputs -> inputs.get("x", String.class));

        assertThat(asset.function().apply(new Inputs(Map.of("x", "hola")))).isEqualTo("hola");
    }

    @Test
    void a_check_judges_the_asset_that_it_is_named_for_and_blocks_unless_it_only_warns() {
        CheckDefinition check = Given.check("ventas#sin_nulos", "productos");
        CheckDefinition warning = CheckDefinition.named("sin_nulos", "ventas")
                .warning()
                .description("no nulls")
                .computedBy(inputs -> CheckResult.passed());

        assertThat(check.key().text()).isEqualTo("ventas#sin_nulos");
        assertThat(check.reads()).containsExactlyElementsOf(keys("ventas", "productos"));
        assertThat(check.blocking()).isTrue();
        assertThat(warning.blocking()).isFalse();
        assertThat(warning.description()).isEqualTo("no nulls");
    }

    @Test
    void the_key_of_a_step_is_written_and_read_alike() {
        StepKey asset = StepKey.parse("ventas");
        StepKey check = StepKey.parse("ventas#sin_nulos");

        assertThat(asset).isEqualTo(new AssetKey("ventas"));
        assertThat(check).isEqualTo(new CheckKey(new AssetKey("ventas"), "sin_nulos"));
        assertThat(check.asset()).isEqualTo(asset);
        assertThat(List.of(asset.kind(), check.kind())).containsExactly("asset", "check");
        assertThat(List.of(asset.text(), check.text())).containsExactly("ventas", "ventas#sin_nulos");
    }

    @Test
    void a_name_that_is_no_key_is_refused_where_it_is_given() {
        assertThat(Given.problem(() -> AssetDefinition.named("Ventas"))).contains("\"Ventas\"", "\"ventas\"");
        assertThat(Given.problem(() -> CheckDefinition.named("sinNulos", "ventas")))
                .startsWith("check: ")
                .contains("\"sinNulos\"", "\"sin_nulos\"");
    }
}
