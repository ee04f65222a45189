package orquesta.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLineTest {
    private static final String LONG = "a".repeat(100) + "FAULT" + "z".repeat(100);

    private static List<String> around(String source, int position, int width) {
        return SourceLine.around(source, position, width).lines().toList();
    }

    /** The character above the mark. */
    private static char marked(List<String> lines) {
        return lines.get(0).charAt(lines.get(1).indexOf('^'));
    }

    @Test
    void a_short_line_loses_its_indent_and_is_marked_at_the_place() {
        assertThat(SourceLine.around("        int x = y;", 16, 70)).isEqualTo("int x = y;\n        ^");
    }

    @Test
    void a_tab_is_one_blank_wherever_it_stands() {
        assertThat(SourceLine.around("\t\tint\tx = y;", 10, 70)).isEqualTo("int x = y;\n        ^");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 34, 35, 36, 100, 104, 169, 170, 204})
    void a_long_line_is_cut_to_its_width_and_the_mark_stands_under_the_same_character(int position) {
        List<String> lines = around(LONG, position, 70);

        assertThat(lines.get(0).replace("…", "")).hasSize(70).isSubstringOf(LONG);
        assertThat(marked(lines)).isEqualTo(LONG.charAt(position));
        assertThat(lines.get(1)).isEqualTo(" ".repeat(lines.get(1).length() - 1) + "^");
    }

    @Test
    void an_ellipsis_stands_on_each_side_that_was_cut_and_on_no_other() {
        assertThat(around(LONG, 100, 70).get(0))
                .startsWith("…a")
                .contains("FAULT")
                .endsWith("z…");
        assertThat(around(LONG, 0, 70).get(0)).startsWith("aaa").endsWith("a…");
        assertThat(around(LONG, 204, 70).get(0)).startsWith("…z").endsWith("zzz");
        assertThat(around("  " + "a".repeat(70) + "  ", 2, 70).get(0)).isEqualTo("a".repeat(70));
    }

    @Test
    void the_indent_does_not_count_as_something_that_was_cut() {
        List<String> lines = around(" ".repeat(20) + "total.plus(missing)", 31, 70);

        assertThat(lines.get(0)).isEqualTo("total.plus(missing)");
        assertThat(marked(lines)).isEqualTo('m');
    }

    @Test
    void a_place_after_the_end_is_the_end_and_one_in_the_indent_keeps_it() {
        assertThat(SourceLine.around("    return x", 12, 70)).isEqualTo("return x\n        ^");
        assertThat(SourceLine.around("    return x", 99, 70)).isEqualTo("return x\n        ^");
        assertThat(SourceLine.around("    return x", 2, 70)).isEqualTo("  return x\n^");
        assertThat(SourceLine.around("", 0, 70)).isEqualTo("\n^");
        assertThat(SourceLine.around("", -1, 70)).isEqualTo("\n^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void of_many_lines_the_one_of_the_place_is_shown(String end) {
        String source = String.join(end, "int a;", "\tint b = c;", "int d;");

        assertThat(SourceLine.around(source, source.indexOf("c;"), 70)).isEqualTo("int b = c;\n        ^");
        assertThat(SourceLine.around(source, source.indexOf("c;") + 2, 70)).isEqualTo("int b = c;\n          ^");
        assertThat(SourceLine.around(source, 0, 70)).isEqualTo("int a;\n^");
        assertThat(SourceLine.around(source, 99, 70)).isEqualTo("int d;\n      ^");
    }

    @Test
    void a_character_of_two_halves_is_never_cut_in_two() {
        String faces = "😀".repeat(100);

        for (int position = 0; position < faces.length(); position++) {
            assertThat(around(faces, position, 71).get(0).replace("…", ""))
                    .matches("(😀)+")
                    .hasSizeBetween(70, 72);
        }
    }
}
