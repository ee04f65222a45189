package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void a_message_fills_its_gaps_by_number() {
        String sentence =
                Message.of("selection.empty", "not *", "ventas, productos").in(Language.EN);

        assertThat(sentence).contains("\"not *\"").contains("ventas, productos").doesNotContain("{");
    }

    @Test
    void a_command_begins_so_that_it_can_be_typed_where_the_reader_stands() {
        Message again = Message.of("rerun.running", 3);

        assertThat(again.in(Language.EN)).contains(" ./kit cancel 3");
        System.setProperty("orquesta.kit", "'/mi casa/kit'");
        try {
            assertThat(again.in(Language.EN))
                    .contains(" '/mi casa/kit' cancel 3")
                    .doesNotContain("./kit");
        } finally {
            System.clearProperty("orquesta.kit");
        }
    }

    @Test
    void what_fills_a_gap_is_not_looked_into() {
        String sentence = Message.of("selection.empty", "{1}", "{0}").in(Language.EN);

        assertThat(sentence.indexOf("{1}")).isNotNegative().isLessThan(sentence.indexOf("{0}"));
    }

    @Test
    void a_gap_that_nothing_fills_stays_to_be_seen() {
        assertThat(Message.of("selection.empty", "not *").in(Language.EN)).contains("{1}");
    }

    @Test
    void counts_have_their_thousands_set_off_as_the_reader_writes_them() {
        Message wrote = Message.of("why.wrote_rows", "ventas", 4821L);

        assertThat(wrote.in(Language.EN)).endsWith("(rows: 4,821).");
        assertThat(wrote.in(Language.ES)).endsWith("(filas: 4.821).");
        assertThat(Message.of("step.refused_at", "x", wrote).in(Language.ES)).endsWith("(filas: 4.821).");
    }

    @Test
    void so_are_the_counts_of_states_that_a_run_ended_with_and_it_says_what_was_counted() {
        Message counts = Message.of("run.counts", "12345 ok, 2 warned");

        assertThat(counts.in(Language.EN)).isEqualTo("12,345 ok, 2 warned (assets and checks)");
        assertThat(counts.in(Language.ES)).isEqualTo("12.345 ok, 2 warned (assets y chequeos)");
        assertThat(Message.of("run.counts", "a1234 1.5678 x-9999").in(Language.EN))
                .startsWith("a1234 1.5678 x-9999 ");
    }

    @Test
    void numbers_that_count_nothing_stay_plain_and_so_does_what_is_no_number() {
        assertThat(Message.of("web.no_run", 4821).in(Language.EN)).contains("no run 4821 ");
        assertThat(Message.of("why.wrote_rows", "ventas", "n/a").in(Language.EN))
                .endsWith("(rows: n/a).");
        assertThat(Message.of("why.wrote_rows", "1234", 5).in(Language.EN)).startsWith("1234 ");
    }

    @Test
    void a_key_without_a_sentence_shows_itself_and_what_it_would_have_said() {
        assertThat(Message.of("no.such_key", "ventas", 3).in(Language.EN)).isEqualTo("no.such_key [ventas, 3]");
    }

    @Test
    void a_message_keeps_its_arguments_as_text() {
        assertThat(Message.of("why.wrote_rows", "ventas", 12L))
                .isEqualTo(new Message("why.wrote_rows", List.of("ventas", "12")));
        assertThat(Message.of("cli.bug", (Object) null).args()).containsExactly("null");
    }

    @Test
    void a_problem_begins_with_its_place_if_it_has_one() {
        assertThat(Problem.at("Ventas.x", "no.such_key").in(Language.EN)).isEqualTo("Ventas.x: no.such_key []");
        assertThat(Problem.at("", "no.such_key").in(Language.EN)).isEqualTo("no.such_key []");
    }

    @Test
    void an_exception_says_every_problem_on_a_line_of_its_own() {
        var two = new UserException(List.of(Problem.at("a", "no.such_key"), Problem.at("b", "no.such_key")));

        assertThat(two).hasMessage("a: no.such_key []\nb: no.such_key []");
    }

    @Test
    void a_message_inside_a_message_is_read_in_the_language_of_the_reader() {
        Message inner = Message.of("value.gone", "a/value.parquet");
        Message outer = Message.of("step.refused_at", "catalogo.csv", inner);

        assertThat(outer.in(Language.EN)).isEqualTo("catalogo.csv: " + inner.in(Language.EN));
        assertThat(outer.in(Language.ES)).isEqualTo("catalogo.csv: " + inner.in(Language.ES));
        assertThat(inner.in(Language.ES)).isNotEqualTo(inner.in(Language.EN));
    }

    @Test
    void so_is_one_three_levels_down_whatever_it_holds() {
        String odd = "\u0001 \u0002 \u00031 \u00033";
        Message what = Message.either("a negative income " + odd, "un ingreso negativo " + odd);
        Message reason = Message.of("check.rows", what, 4821);
        Message sentence = Message.of("why.state", "ingresos#check", "failed", reason);
        Message around = Message.of("step.refused_at", "x", sentence);

        assertThat(sentence.in(Language.ES))
                .endsWith("se encontró 4.821 veces: un ingreso negativo " + odd)
                .doesNotContain("income");
        assertThat(around.in(Language.EN)).isEqualTo("x: " + sentence.in(Language.EN));
        assertThat(around.in(Language.ES)).isEqualTo("x: " + sentence.in(Language.ES));
    }

    @Test
    void what_was_recorded_with_one_level_is_still_read() {
        Message recorded = new Message("step.refused_at", List.of("x", "\u0002value.gone\u0001a/value.parquet"));

        assertThat(recorded.in(Language.EN))
                .isEqualTo("x: " + Message.of("value.gone", "a/value.parquet").in(Language.EN));
    }
}
