package orquesta.datasets;

import java.util.ArrayList;
import java.util.List;
import orquesta.datasets.parquet.ColumnPages;
import orquesta.datasets.parquet.Flags;
import orquesta.datasets.parquet.Numbers;
import orquesta.datasets.parquet.TextPart;

/** The rows of one piece of a file, by column; its lines are counted from 0 until somebody knows how many came before. */
final class Piece {
    private final Numbers lines = new Numbers();
    private final Flags legible = new Flags();
    private final List<TextPart> texts = new ArrayList<>();
    private List<ColumnPages> pages = List.of();
    private long lineFeeds;

    /** @param wanted how many columns of text */
    Piece(int wanted) {
        for (int i = 0; i < wanted; i++) {
            texts.add(new TextPart());
        }
    }

    void clear() {
        lines.clear();
        legible.clear();
        texts.forEach(TextPart::clear);
        pages = List.of();
        lineFeeds = 0;
    }

    TextPart column(int wanted) {
        return texts.get(wanted);
    }

    /** Begins a row; its texts follow. */
    void row(long line, boolean isLegible) {
        lines.add(line);
        legible.add(isLegible);
    }

    void illegible(long line) {
        row(line, false);
        texts.forEach(TextPart::addMissing);
    }

    /** @param all how many line feeds the piece has */
    void end(long all) {
        lineFeeds = all;
        pages = texts.stream().map(TextPart::pages).toList();
    }

    long lineFeeds() {
        return lineFeeds;
    }

    int rows() {
        return lines.rows();
    }

    /** The columns as Parquet, {@code line} and {@code legible} first. */
    List<ColumnPages> pages(long linesBefore) {
        lines.shiftBy(linesBefore + 1);
        List<ColumnPages> all = new ArrayList<>(List.of(lines.pages(), legible.pages()));
        all.addAll(pages);
        return all;
    }
}
