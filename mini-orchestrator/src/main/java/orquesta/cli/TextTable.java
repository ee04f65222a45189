package orquesta.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of text in columns that line up. */
final class TextTable {
    private static final int WIDEST = 60;

    private final List<List<String>> rows = new ArrayList<>();
    private int widest = WIDEST;

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    /** From now on rows are not cut. */
    void cutNoMore() {
        widest = Integer.MAX_VALUE;
    }

    TextTable row(@Nullable Object... cells) {
        rows.add(java.util.Arrays.stream(cells).map(this::cell).toList());
        return this;
    }

    private String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString().replaceAll("\\s+", " ");
        return text.length() > widest ? text.substring(0, widest - 1) + "…" : text;
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(i ->
                        rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                .toArray();
        return rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(i ->
                                row.get(i) + " ".repeat(widths[i] - row.get(i).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }
}
