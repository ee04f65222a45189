package orquesta.autograder.files;

import java.nio.file.Path;
import java.util.Arrays;

/** Which files are an author's sources. */
public final class SourceNames {
    private SourceNames() {}

    /**
     * A Java file that somebody wrote: what lies in a hidden folder, or is hidden itself, is a copy that an editor or a
     * system made (JupyterLab's {@code .ipynb_checkpoints}, macOS's {@code __MACOSX} and {@code ._*}).
     *
     * @param path below the answer's folder, with slashes
     */
    public static boolean isSource(String path) {
        return path.endsWith(".java") && isVisible(path);
    }

    /** What an answer may be made of: Java, a query, or lines of text. */
    public static boolean isAnswer(String path) {
        return (path.endsWith(".java") || path.endsWith(".sql") || path.endsWith(".txt")) && isVisible(path);
    }

    /** Neither hidden, nor in a hidden folder, nor in that of macOS. */
    public static boolean isVisible(String path) {
        return !path.startsWith("__MACOSX/") && Arrays.stream(path.split("/")).noneMatch(part -> part.startsWith("."));
    }

    /** The path of a file below a folder, with slashes on every system. */
    public static String below(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
