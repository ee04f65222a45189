package orquesta.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Some lines of a file that become others; how far they are indented does not count, and the new ones stand as the old did.
 *
 * @param file below the folder of the demo
 * @param before lines that follow one another; none if the file is new
 */
public record CardEdit(String file, List<String> before, List<String> after) {
    public CardEdit {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Makes the change.
     *
     * @return false if the file does not hold the lines of before
     */
    public boolean make(Path folder) throws IOException {
        Path path = folder.resolve(file);
        if (before.isEmpty()) {
            Files.createDirectories(path.resolveSibling("."));
            Files.write(path, after);
            return true;
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(path));
        int at = place(lines);
        if (at < 0) {
            return false;
        }
        String indent =
                " ".repeat(lines.get(at).length() - lines.get(at).stripLeading().length());
        lines.subList(at, at + before.size()).clear();
        lines.addAll(
                at, after.stream().map(line -> (indent + line).stripTrailing()).toList());
        Files.write(path, lines);
        return true;
    }

    /** The change that takes this one back. */
    public CardEdit reversed() {
        return new CardEdit(file, after, before);
    }

    private int place(List<String> lines) {
        for (int i = 0; i + before.size() <= lines.size(); i++) {
            if (stripped(lines.subList(i, i + before.size())).equals(stripped(before))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::strip).toList();
    }
}
