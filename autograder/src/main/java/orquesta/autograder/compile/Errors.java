package orquesta.autograder.compile;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Wire;

/** The compiler's errors in the order of the source, each with its line. */
final class Errors {
    private static final int TAB = 8;

    private Errors() {}

    static List<CompileError> read(DataInputStream in, Path work, Map<String, String> sources) throws IOException {
        List<CompileError> errors = new ArrayList<>();
        for (int left = Wire.readCount(in); left > 0; left--) {
            String file = name(Wire.readWord(in), work);
            int line = in.readInt();
            int column = in.readInt();
            String code = Wire.readWord(in);
            errors.add(new CompileError(file, line, column, code, Wire.readWord(in), line(sources.get(file), line)));
        }
        errors.sort(Comparator.comparing(CompileError::file).thenComparing(CompileError::line));
        return errors;
    }

    private static String name(String path, Path work) {
        if (path.isEmpty()) {
            return "";
        }
        Path file = Path.of(path);
        return (file.startsWith(work) ? work.relativize(file) : file.getFileName())
                .toString()
                .replace('\\', '/');
    }

    private static String line(@Nullable String source, int line) {
        if (source == null || line < 1) {
            return "";
        }
        String[] lines = source.split("\\R", -1);
        return line <= lines.length ? withoutTabs(lines[line - 1]) : "";
    }

    /** As wide as the compiler counts its columns. */
    private static String withoutTabs(String line) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            wide.append(letter == '\t' ? " ".repeat(TAB - wide.length() % TAB) : letter);
        }
        return wide.toString();
    }
}
