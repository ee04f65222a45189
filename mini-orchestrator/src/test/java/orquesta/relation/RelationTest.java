package orquesta.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orquesta.testkit.TestKit.lines;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.Relation;
import orquesta.testkit.TestKit;
import orquesta.text.UserException;

@Tag("once")
class RelationTest {
    private final Relation ventas =
            Relation.rows("producto, precio decimal(18,2)", "'te', 1990", "'pan', null", "'té', -5.5");

    @Test
    void rows_have_the_types_of_the_header_and_null_stays_null() {
        assertThat(lines(ventas)).containsExactly("te,1990.00", "pan,null", "té,-5.50");
    }

    @Test
    void a_header_alone_is_an_empty_table_with_its_columns() {
        Relation empty = Relation.rows("producto, precio decimal(18,2), n");

        assertThat(lines(empty)).isEmpty();
        assertThat(lines(empty.select("count(*), sum(precio)"))).containsExactly("0,null");
    }

    @Test
    void values_come_back_as_what_they_are() {
        Relation all = Relation.rows(
                "t, n integer, l bigint, d double, b boolean, m decimal(38,2), dia date, cuando timestamp, h hugeint",
                "'ñ', 1, 3000000000, 0.5, true, 123456789012345678901234.99, '2025-12-31', '2025-12-31 23:59:59', "
                        + "170141183460469231731687303715884105727");

        assertThat(TestKit.rows(all).get(0).values())
                .containsExactly(
                        "ñ",
                        1,
                        3_000_000_000L,
                        0.5,
                        true,
                        new BigDecimal("123456789012345678901234.99"),
                        LocalDate.of(2025, 12, 31),
                        LocalDateTime.of(2025, 12, 31, 23, 59, 59),
                        new BigInteger("170141183460469231731687303715884105727"));
    }

    @Test
    void where_and_select_can_be_chained() {
        assertThat(lines(ventas.where("precio > 0").select("producto, precio * 2 as doble")))
                .containsExactly("te,3980.00");
    }

    @Test
    void a_query_names_its_inputs_whatever_other_queries_call_theirs() {
        Relation baratas = Relation.with("ventas", ventas).sql("select * from ventas where precio < 100");
        Relation caras = Relation.with("ventas", ventas).sql("select * from ventas where precio > 100");
        Relation both = Relation.with("ventas", baratas)
                .with("caras", caras)
                .sql("select producto from ventas union all select producto from caras");

        assertThat(lines(both)).containsExactlyInAnyOrder("té", "te");
    }

    @Test
    void an_input_may_have_any_name() {
        Relation odd = Relation.with("Año \"2025\" %s", ventas).sql("select count(*) from \"Año \"\"2025\"\" %s\"");

        assertThat(lines(odd)).containsExactly("3");
    }

    @Test
    void a_query_may_begin_with_a_with_of_its_own() {
        Relation totals = Relation.with("ventas", ventas).sql("""
            -- the positive ones
            /* only
               these */
            WITH positivas AS (select * from ventas where precio > 0), otras as (select 1 as uno)
            select count(*), sum(precio) from positivas, otras
            """);

        assertThat(lines(totals)).containsExactly("1,1990.00");
    }

    @Test
    void a_query_may_be_recursive() {
        Relation recursive =
                Relation.with("desde", Relation.rows("n integer", "3")).sql("""
                    with recursive cuenta(n) as (
                        select n from desde
                        union all
                        select n - 1 from cuenta where n > 1
                    )
                    select n from cuenta order by n
                    """);

        assertThat(lines(recursive)).containsExactly("1", "2", "3");
    }

    @Test
    void inputs_of_a_recursive_query_are_not_recursive_themselves() {
        Relation twice = Relation.with("n", Relation.rows("n integer", "1"))
                .sql("select n from n union all select n + 10 from n");
        Relation recursive = Relation.with("n", twice)
                .sql("with recursive c(n) as (select n from n union all select n + 1 from c where n < 2) "
                        + "select n from c order by n");

        assertThat(lines(recursive)).containsExactly("1", "2", "11");
    }

    @Test
    void a_comment_at_the_end_of_a_query_hides_nothing_of_what_is_built_around_it() throws Exception {
        Relation commented = Relation.with("ventas", ventas).sql("select producto from ventas -- all of them");

        assertThat(lines(commented)).hasSize(3);
        assertThat(lines(commented.where("producto = 'te' -- only tea"))).containsExactly("te");
        assertThat(lines(Relation.with("c", commented).sql("select count(*) from c")))
                .containsExactly("3");
        try (Duck duck = new Duck(java.nio.file.Path.of(System.getProperty("java.io.tmpdir"), "orquesta-relation"));
                Session session = duck.session()) {
            assertThat(session.count(commented)).isEqualTo(3);
            assertThat(session.sample(commented, 1).count()).isEqualTo(3);
            assertThat(session.rowHash(commented)).isNotEmpty();
        }
    }

    @Test
    void macros_reach_their_query_and_the_queries_above_it() {
        Relation conIva = Relation.with("ventas", ventas)
                .macro("con_iva(monto)", "(monto * 1.19)::decimal(18,2)")
                .sql("select producto, con_iva(precio) as total from ventas where precio > 0");
        Relation doble =
                Relation.with("con_iva", conIva).macro("doble(x)", "2 * x").sql("select doble(total) from con_iva");

        assertThat(lines(conIva)).containsExactly("te,2368.10");
        assertThat(lines(doble)).containsExactly("4736.20");
    }

    @Test
    void the_same_macro_may_come_from_two_inputs() {
        Relation a = Relation.with("v", ventas).macro("m(x)", "x + 1").sql("select m(1) as n");
        Relation b = Relation.with("v", ventas).macro("m(x)", "x + 1").sql("select m(2) as n");

        assertThat(lines(Relation.with("a", a).with("b", b).sql("select a.n + b.n from a, b")))
                .containsExactly("5");
    }

    @Test
    void two_macros_of_one_name_that_mean_different_things_are_an_error_that_shows_both() {
        for (String[] other : List.of(new String[] {"m(x)", "x + 2"}, new String[] {"M( y )", "y + 2"})) {
            Relation a = Relation.with("v", ventas).macro("m(x)", "x + 1").sql("select m(1) as n");
            Relation b = Relation.with("v", ventas).macro(other[0], other[1]).sql("select m(2) as n");

            assertThatThrownBy(() -> lines(Relation.with("a", a).with("b", b).sql("select a.n + b.n from a, b")))
                    .isInstanceOf(UserException.class)
                    .hasMessageContainingAll("x + 1", other[1], "rename one of them");
        }
    }

    @Test
    void nothing_is_computed_before_somebody_asks() {
        Relation wrong = Relation.with("ventas", ventas).sql("select precios from ventas");

        assertThat(wrong.toString()).isEqualTo("select precios from ventas");
        assertThatThrownBy(() -> lines(wrong))
                .isInstanceOf(UserException.class)
                .hasMessageStartingWith("Binder Error: Referenced column \"precios\" not found")
                .hasMessageContaining("Candidate bindings: \"precio\"")
                .hasMessageEndingWith(
                        "; in the line \"select precios from ventas\" of the query: select precios from ventas");
    }

    @Test
    void a_table_that_is_no_input_gets_the_nearest_input_and_none_of_the_databases_own() {
        assertThatThrownBy(() -> lines(Relation.with("ventas", ventas).sql("select * from vents")))
                .hasMessageContaining(
                        "the query names the table \"vents\", which is none of its inputs; did you mean \"ventas\"?")
                .hasMessageContaining("Relation.with(\"vents\", ...)")
                .hasMessageNotContaining("pg_");
        assertThatThrownBy(() -> lines(Relation.sql("select * from productos")))
                .hasMessageContaining("\"productos\", which is none of its inputs; there are none");
    }

    @Test
    void a_query_that_needs_too_much_memory_gets_a_remedy_that_its_author_can_follow() {
        SQLException full = new SQLException(
                "Out of Memory Error: failed to allocate data of size 32.0 KiB (799.9 MiB/800.0 MiB used)\n\n"
                        + "Possible solutions:\n"
                        + "* Reducing the number of threads (SET threads=X)");

        assertThat(QueryFailure.of(full, null, Relation.sql("select 1")))
                .hasMessage(
                        "the query needs more memory than the 800.0 MiB that it may use; read fewer columns or rows at"
                                + " once, or do it in two assets. The query: select 1");
    }

    @Test
    void a_long_query_is_shortened_in_the_sentence_about_it() {
        Relation wrong = ventas.select("no_such_column, " + "1 as x,\n ".repeat(100) + "2 as y");

        assertThatThrownBy(() -> lines(wrong))
                .hasMessageStartingWith("Binder Error")
                .hasMessageEndingWith(" ...");
    }

    @Test
    void the_line_of_a_wrong_query_is_quoted_without_a_number_that_counts_our_lines_too() {
        Relation wrong = Relation.with("ventas", ventas).sql("""
            with caras as (from ventas where precio > 1000)
            select
                count(*) as n,
                sum(precioo) as total
            from caras
            """);

        assertThatThrownBy(() -> lines(wrong))
                .hasMessageContaining("; in the line \"sum(precioo) as total\" of the query: with caras as (")
                .hasMessageNotContainingAny("LINE", "^");
    }

    @Test
    void the_order_of_a_query_is_kept() {
        Relation ordered = Relation.with("r", Relation.rows("n integer", "1", "2"))
                .sql("select range as n from range(10000) order by n desc");

        List<String> lines = lines(ordered);

        assertThat(lines).hasSize(10_000).startsWith("9999", "9998").endsWith("1", "0");
        assertThat(lines(Relation.rows("n integer", "3", "1", "2"))).isEqualTo(Arrays.asList("3", "1", "2"));
    }
}
