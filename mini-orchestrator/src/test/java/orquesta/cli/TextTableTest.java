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
}
