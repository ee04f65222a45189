package orquesta.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        String text =
                value == null ? "" : Visible.of(GAPS.matcher(value.toString()).replaceAll(" "));
        return TerminalWidth.of(text) > widest ? TerminalWidth.beginning(text, widest - 1) + "…" : text;
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(i -> rows.stream()
                        .mapToInt(row -> TerminalWidth.of(row.get(i)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(i -> row.get(i) + " ".repeat(widths[i] - TerminalWidth.of(row.get(i))))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
