package limpieza;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Row;

/** The generator of E12 beside a second program that was written from the instructions. */
class CasosTest {
    private static final long SEEDS = 200;
    private static final Map<Long, List<Case>> CASES = new HashMap<>();

    @Test
    void what_the_generator_expects_is_what_the_instructions_say() {
        LongStream.range(0, SEEDS)
                .forEach(seed -> cases(seed)
                        .forEach(planted -> assertThat(Oracle.answer(values(planted.input())))
                                .as("seed %d, %s", seed, planted)
                                .isEqualTo(values(planted.expected()))));
    }

    @Test
    void somebody_who_has_seen_only_the_page_answers_the_same() {
        LongStream.range(0, SEEDS)
                .forEach(seed -> cases(seed)
                        .forEach(planted -> assertThat(Oraculo.limpiar(sales(planted.input())))
                                .as("seed %d, %s", seed, planted)
                                .isEqualTo(planted.expected().stream()
                                        .map(CasosTest::cleanSale)
                                        .collect(Collectors.toList()))));
    }

    @Test
    void one_seed_gives_the_same_cases_again_and_another_seed_gives_others() {
        assertThat(cases(7)).isEqualTo(new Casos().cases(7)).isNotEqualTo(cases(8));
    }

    @Test
    void each_seed_has_the_same_checks_in_the_same_order() {
        List<String> checks = cases(0).stream().map(Case::check).toList();

        assertThat(LongStream.range(1, SEEDS))
                .allSatisfy(seed ->
                        assertThat(cases(seed).stream().map(Case::check)).containsExactlyElementsOf(checks));
    }

    @Test
    void each_check_keeps_some_sale_so_that_an_empty_answer_passes_none() {
        assertThat(LongStream.range(0, SEEDS)).allSatisfy(seed -> {
            Set<String> all = cases(seed).stream().map(Case::check).collect(Collectors.toSet());
            Set<String> keeping = cases(seed).stream()
                    .filter(planted -> !planted.expected().isEmpty())
                    .map(Case::check)
                    .collect(Collectors.toSet());
            assertThat(keeping).isEqualTo(all);
        });
    }

    @Test
    void no_sale_has_a_negative_price_and_a_negative_quantity_at_once() {
        assertThat(LongStream.range(0, SEEDS))
                .allSatisfy(seed -> assertThat(cases(seed))
                        .flatExtracting(Case::input)
                        .noneMatch(row -> negative(row, 2) && negative(row, 3)));
    }

    /** Otherwise an answer that sorts by category, or keeps one of equal sales, would lose more than one check. */
    @Test
    void only_their_own_checks_hold_several_categories_or_equal_sales() {
        assertThat(LongStream.range(0, SEEDS))
                .allSatisfy(seed -> assertThat(cases(seed)).allSatisfy(planted -> {
                    List<Row> rows = planted.expected();
                    long categories = rows.stream()
                            .map(row -> row.values().get(1))
                            .distinct()
                            .count();
                    assertThat(categories > 1).isEqualTo(planted.check().equals("order_is_kept"));
                    assertThat(Set.copyOf(rows).size() < rows.size())
                            .isEqualTo(planted.check().equals("equal_sales_stay"));
                }));
    }

    @Test
    void the_case_of_the_order_is_sorted_by_no_column() {
        assertThat(LongStream.range(0, SEEDS)).allSatisfy(seed -> {
            List<Row> rows = cases(seed).stream()
                    .filter(planted -> planted.check().equals("order_is_kept"))
                    .findFirst()
                    .orElseThrow()
                    .expected();
            assertThat(IntStream.range(0, 5))
                    .allSatisfy(column -> assertThat(sorted(rows, column))
                            .as("column %d", column)
                            .isZero());
        });
    }

    private static List<VentaCruda> sales(List<Row> rows) {
        return rows.stream()
                .map(Row::values)
                .map(values -> new VentaCruda(
                        (String) values.get(0), (String) values.get(1), (BigDecimal) values.get(2), (Integer)
                                values.get(3)))
                .collect(Collectors.toList());
    }

    private static VentaLimpia cleanSale(Row row) {
        List<Object> values = row.values();
        return new VentaLimpia(
                (String) values.get(0),
                (String) values.get(1),
                (BigDecimal) values.get(2),
                (Integer) values.get(3),
                (BigDecimal) values.get(4));
    }

    private static boolean negative(Row row, int column) {
        Object amount = row.values().get(column);
        return amount != null && amount.toString().startsWith("-");
    }

    /** 1 if the column goes only up, -1 if only down, else 0. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int sorted(List<Row> rows, int column) {
        List<Integer> steps = IntStream.range(1, rows.size())
                .mapToObj(
                        at -> Integer.signum(((Comparable) rows.get(at).values().get(column))
                                .compareTo(rows.get(at - 1).values().get(column))))
                .toList();
        if (!steps.contains(-1)) {
            return 1;
        }
        return steps.contains(1) ? 0 : -1;
    }

    private static List<Case> cases(long seed) {
        return CASES.computeIfAbsent(seed, new Casos()::cases);
    }

    private static List<List<Object>> values(List<Row> rows) {
        return rows.stream().map(Row::values).collect(Collectors.toList());
    }
}
