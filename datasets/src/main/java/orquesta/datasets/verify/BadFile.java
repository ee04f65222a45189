package orquesta.datasets.verify;

import java.util.List;

/** A file that cannot be read, in the words of the manifest. */
final class BadFile extends Exception {
    private static final long serialVersionUID = 1;

    final String problem;

    /** The line at fault, or 0. */
    final long line;

    /** The columns at fault. */
    final transient List<String> columns;

    BadFile(String problem, long line) {
        this(problem, line, List.of());
    }

    BadFile(String problem, List<String> columns) {
        this(problem, 0, columns);
    }

    private BadFile(String problem, long line, List<String> columns) {
        super(problem);
        this.problem = problem;
        this.line = line;
        this.columns = columns;
    }
}
