package orquesta.autograder.batch;

import java.util.ArrayList;
import java.util.List;
import orquesta.autograder.files.WrittenText;

/** The cells of a small file as a spreadsheet saves it: in UTF-8, UTF-16 or Windows's own letters, with commas or semicolons. */
final class CsvLines {
    private CsvLines() {}

    /** Each line by itself: no cell goes over two lines. Blanks around a cell go. */
    static List<List<String>> of(byte[] bytes) {
        String text = WrittenText.of(bytes);
        String head = text.lines().findFirst().orElse("");
        char separator = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
        return text.lines().map(line -> cells(line, separator)).toList();
    }

    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
