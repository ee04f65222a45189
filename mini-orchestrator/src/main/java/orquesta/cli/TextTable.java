package orquesta.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.text.Visible;

/** Rows of text in columns that line up in a terminal. */
final class TextTable {
    private static final int WIDEST = 60;
    private static final Pattern GAPS = Pattern.compile("\\s+");

    private final List<List<String>> rows = new ArrayList<>();
    private int widest = WIDEST;

    TextTable(String... header) {
        rows.add(Arrays.stream(header).map(Visible::of).toList());
    }

    /** From now on rows are not cut. */
    void cutNoMore() {
        widest = Integer.MAX_VALUE;
    }

    TextTable row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(this::cell).toList());
        return this;
    }

    private String cell(@Nullable Object value) {
        String text = value == null ? "" : Visible.of(inOneLine(value.toString()));
        return TerminalWidth.of(text) > widest ? TerminalWidth.beginning(text, widest - 1) + "…" : text;
    }

    private static String inOneLine(String text) {
        return hasGap(text) ? GAPS.matcher(text).replaceAll(" ") : text;
    }

    /** Whether it has an end of line, a tab, or two blanks in a row: few cells have, of the thousands of a long table. */
    private static boolean hasGap(String text) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if ((sign < ' ' && Character.isWhitespace(sign)) || (sign == ' ' && text.startsWith(" ", at + 1))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TerminalWidth.of(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(i == 0 ? "" : "  ").append(cell).append(" ".repeat(widths[i] - TerminalWidth.of(cell)));
        }
        return line.toString().stripTrailing();
    }
}
