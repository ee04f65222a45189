package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final String LONG = "x".repeat(100);

    @Test
    void a_long_text_is_cut_to_fit_a_window() {
        assertThat(new TextTable("a", "b").row("1", LONG)).hasToString("a  b\n1  " + "x".repeat(59) + "…");
    }

    @Test
    void a_table_that_cuts_no_more_keeps_it_whole_in_one_line() {
        TextTable table = new TextTable("a", "b");
        table.cutNoMore();

        assertThat(table.row("1", LONG + "\n" + LONG)).hasToString("a  b\n1  " + LONG + " " + LONG);
    }

    @Test
    void several_blanks_tabs_and_ends_of_lines_in_a_row_are_one_blank_in_a_cell() {
        assertThat(new TextTable("a", "b").row("x  y\t z", "1").row("  x y\r\n", "2"))
                .hasToString("a      b\nx y z  1\n x y   2");
    }

    @Test
    void a_letter_is_never_cut_in_half_and_wide_ones_take_two_places() {
        String family = "👩\u200D👩\u200D👧";

        assertThat(new TextTable("a", "b").row("x".repeat(58) + "😀😀", "1"))
                .hasToString("a" + " ".repeat(58) + "  b\n" + "x".repeat(58) + "…  1");
        assertThat(new TextTable("a", "b")
                        .row("日本", "1")
                        .row("e\u0301", "2")
                        .row(family, "3")
                        .row("ﾊ", "4"))
                .hasToString("a     b\n日本  1\ne\u0301     2\n" + family + "    3\nﾊ     4");
    }

    @Test
    void what_a_terminal_would_take_for_an_order_is_a_sign() {
        assertThat(new TextTable("a\u001B[2J").row("\u001B]0;x\u0007 \u202Eabc\u009B31m"))
                .hasToString("a␛[2J\n␛]0;x␇ \uFFFDabc\uFFFD31m");
    }
}
