package orquesta.plan;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.Given;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.Materialization;
import orquesta.event.Pin;
import orquesta.event.RunId;
import orquesta.reports.Reports;
import orquesta.selection.Selection;
import orquesta.text.Language;

@Tag("once")
class PlannerTest {
    /** leidas → ventas, rechazadas; ventas + productos → ingresos → reporte. */
    private final Pipeline sales = Given.pipeline(
            Given.assets(
                    "leidas",
                    "productos",
                    "ventas < leidas",
                    "rechazadas < leidas",
                    "ingresos < ventas productos",
                    "reporte < ingresos rechazadas"),
            Given.check("ventas#ninguna_perdida", "leidas", "rechazadas"),
            Given.check("ingresos#positivos"));

    static Plan plan(Pipeline pipeline, String selection, String... published) {
        Map<AssetKey, Pin> pins = Arrays.stream(published).collect(toMap(AssetKey::new, PlannerTest::pin));
        return Planner.plan(
                pipeline,
                PlanRequest.of(Selection.parse(selection), Instant.EPOCH),
                task -> Optional.ofNullable(pins.get(task.asset())));
    }

    private static Pin pin(String asset) {
        var none = Materialization.ContentHash.NONE;
        return new Pin(
                asset.length(),
                new RunId("tienda", 7),
                new Materialization(ValueForm.NOTHING, asset, Materialization.Contents.NONE, none, Map.of(), null));
    }

    /** {@code 1 leidas, 2 ventas ...}: each step with its wave, in the plan's order. */
    private static List<String> steps(Plan plan) {
        return plan.tasks().stream()
                .map(planned -> planned.wave() + " " + planned.task().text())
                .toList();
    }

    private static List<String> pins(Plan plan) {
        return plan.pins().keySet().stream().map(Task::text).toList();
    }

    @Test
    void the_whole_runs_in_waves_each_after_what_it_reads_is_audited() {
        assertThat(steps(plan(sales, "*")))
                .containsExactly(
                        "1 leidas",
                        "1 productos",
                        "2 rechazadas",
                        "2 ventas",
                        "2 ventas#ninguna_perdida",
                        "3 ingresos",
                        "3 ingresos#positivos",
                        "4 reporte");
    }

    @Test
    void nothing_is_pinned_where_everything_is_computed() {
        assertThat(plan(sales, "*", "leidas", "productos").pins()).isEmpty();
    }

    @Test
    void what_is_read_and_not_computed_is_pinned_as_it_is_published() {
        Plan plan = plan(sales, "ingresos", "ventas", "productos", "leidas", "rechazadas");

        assertThat(steps(plan)).containsExactly("1 ingresos", "1 ingresos#positivos");
        assertThat(pins(plan)).containsExactly("productos", "ventas");
        assertThat(plan.pins()).containsEntry(Task.of(Given.key("ventas")), pin("ventas"));
    }

    @Test
    void an_upstream_that_was_never_published_is_an_error_that_names_them_all_with_the_remedy() {
        List<String> problems = Given.problems(() -> plan(sales, "reporte or ingresos", "productos"));

        assertThat(problems)
                .hasSize(2)
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("reporte: ").contains("\"rechazadas\"", "--select \"*reporte\""))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("ingresos: ").contains("\"ventas\"", "--select \"*ingresos\""));
    }

    @Test
    void an_upstream_that_is_wanting_for_a_check_alone_is_told_with_the_check_that_pulled_its_reader_in() {
        Pipeline pipeline = Given.pipeline(Given.assets("a", "c", "d < c"), Given.check("a#m", "d"));

        assertThat(Given.problem(() -> plan(pipeline, "a")))
                .startsWith("a#m: d is computed for this check and reads \"c\"")
                .contains("--select \"*d\"");
    }

    @Test
    void what_a_check_reads_is_computed_if_anything_above_it_is() {
        Plan plan = plan(sales, "*ventas", "rechazadas", "leidas");

        assertThat(steps(plan)).containsExactly("1 leidas", "2 rechazadas", "2 ventas", "2 ventas#ninguna_perdida");
        assertThat(why(plan, "rechazadas")).contains("ventas#ninguna_perdida");
        assertThat(why(plan, "ventas")).contains("*ventas");
        assertThat(why(plan, "ventas#ninguna_perdida")).contains("ventas");
    }

    @Test
    void what_stands_between_the_computed_and_what_a_check_reads_is_computed_too() {
        Pipeline pipeline = Given.pipeline(
                Given.assets("a", "lejos", "b < a lejos", "b2 < b", "c < b2", "x"), Given.check("x#mira", "c"));

        Plan plan = plan(pipeline, "a or x", "lejos", "b", "b2", "c");

        assertThat(steps(plan)).containsExactly("1 a", "1 x", "2 b", "3 b2", "4 c", "4 x#mira");
        assertThat(pins(plan)).containsExactly("lejos");
        assertThat(why(plan, "b")).isEqualTo(why(plan, "b2")).contains("between", "x#mira");
        assertThat(why(plan, "c")).contains("read by", "x#mira");
    }

    @Test
    void what_the_user_left_out_between_two_selected_assets_stays_pinned() {
        Pipeline pipeline = Given.pipeline(Given.assets("a", "b < a", "c < b"), Given.check("c#mira", "a"));

        Plan plan = plan(pipeline, "a or c", "b");

        assertThat(steps(plan)).containsExactly("1 a", "1 c", "1 c#mira");
        assertThat(pins(plan)).containsExactly("b");
    }

    @Test
    void only_what_planned_steps_borrow_is_among_its_resources() {
        Pipeline pipeline = Definitions.of(
                        Given.asset("a"),
                        borrowing("b", "dos"),
                        borrowing("c", "tres"),
                        CheckDefinition.named("mira", "a")
                                .borrows("uno", Reports.class)
                                .computedBy(in -> CheckResult.passed()))
                .resource("tres", Reports.in("x"))
                .resource("dos", Reports.in("x"))
                .resource("uno", Reports.in("x"))
                .validated();

        assertThat(plan(pipeline, "a").resources()).containsOnlyKeys("uno");
        assertThat(plan(pipeline, "b").resources()).containsOnlyKeys("dos");
        assertThat(plan(pipeline, "*").resources().keySet()).containsExactly("tres", "dos", "uno");
    }

    private static AssetDefinition borrowing(String key, String resource) {
        return AssetDefinition.named(key).borrows(resource, Reports.class).computedBy(in -> Relation.rows("n", "1"));
    }

    @Test
    void what_a_check_reads_is_computed_if_it_was_never_published() {
        Plan plan = plan(sales, "ventas", "leidas");

        assertThat(steps(plan)).containsExactly("1 rechazadas", "1 ventas", "1 ventas#ninguna_perdida");
        assertThat(pins(plan)).containsExactly("leidas");
        assertThat(steps(plan(sales, "ventas")))
                .containsExactly("1 leidas", "2 rechazadas", "2 ventas", "2 ventas#ninguna_perdida");
    }

    @Test
    void what_a_check_reads_is_pinned_else() {
        Plan plan = plan(sales, "ventas", "leidas", "rechazadas");

        assertThat(steps(plan)).containsExactly("1 ventas", "1 ventas#ninguna_perdida");
        assertThat(pins(plan)).containsExactly("leidas", "rechazadas");
    }

    @Test
    void what_is_computed_for_one_check_brings_its_own_checks_and_what_they_read() {
        Pipeline pipeline =
                Given.pipeline(Given.assets("a", "b", "c"), Given.check("a#mira_b", "b"), Given.check("b#mira_c", "c"));

        assertThat(steps(plan(pipeline, "a"))).containsExactly("1 a", "1 b", "1 c", "1 a#mira_b", "1 b#mira_c");
        assertThat(steps(plan(pipeline, "a", "c"))).containsExactly("1 a", "1 b", "1 a#mira_b", "1 b#mira_c");
    }

    @Test
    void what_looked_settled_is_looked_at_again_when_something_above_it_is_added() {
        Pipeline pipeline = Given.pipeline(
                Given.assets("a", "m", "b < m"), Given.check("a#mira_b", "b"), Given.check("a#mira_m", "m"));

        assertThat(steps(plan(pipeline, "a", "b"))).containsExactly("1 a", "1 m", "1 a#mira_m", "2 b", "2 a#mira_b");
    }

    @Test
    void a_check_of_an_asset_that_is_not_computed_holds_nothing_back() {
        Pipeline pipeline = Given.pipeline(
                Given.assets("fijo", "lento", "lenta < lento", "rapido < fijo"), Given.check("fijo#mira", "lenta"));

        assertThat(steps(plan(pipeline, "*lenta or rapido", "fijo"))).containsExactly("1 lento", "1 rapido", "2 lenta");
    }

    @Test
    void a_check_holds_what_is_below_back_until_all_that_it_reads_is_there() {
        Pipeline pipeline = Given.pipeline(Given.assets("a", "b", "c < b", "d < a"), Given.check("a#mira_c", "c"));

        assertThat(steps(plan(pipeline, "*"))).containsExactly("1 a", "1 b", "2 c", "2 a#mira_c", "3 d");
    }

    @Test
    void the_order_of_declarations_changes_nothing() {
        List<String> lines = new ArrayList<>(List.of("z", "y < z", "x < z", "w < x y"));
        List<String> forward = steps(plan(Given.pipeline(Given.assets(lines.toArray(String[]::new))), "*"));
        java.util.Collections.reverse(lines);

        assertThat(steps(plan(Given.pipeline(Given.assets(lines.toArray(String[]::new))), "*")))
                .isEqualTo(forward)
                .containsExactly("1 z", "2 x", "2 y", "3 w");
    }

    @Test
    void an_unknown_asset_is_no_plan() {
        assertThat(Given.problem(() -> plan(sales, "ingreso"))).contains("\"ingreso\"", "\"ingresos\"");
    }

    private static String why(Plan plan, String step) {
        return plan.tasks().stream()
                .filter(planned -> planned.task().text().equals(step))
                .findFirst()
                .orElseThrow()
                .why()
                .in(Language.EN);
    }
}
