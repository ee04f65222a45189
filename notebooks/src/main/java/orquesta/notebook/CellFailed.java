package orquesta.notebook;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.EvalException;

/** The code of a cell threw an exception. */
final class CellFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CellLines places;

    CellFailed(EvalException thrown, CellLines places) {
        super(describe(thrown), thrown);
        this.places = places;
    }

    /** What was thrown, where, and what caused it: the lines of the cells, not those of the kernel. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String prefix = "";
        for (Throwable each = getCause(); each != null; each = each.getCause()) {
            lines.add(prefix + describe(each));
            for (StackTraceElement frame : each.getStackTrace()) {
                lines.add("    at " + places.place(frame));
            }
            prefix = "Caused by: ";
        }
        return lines;
    }

    private static String describe(Throwable thrown) {
        String type = thrown instanceof EvalException eval
                ? eval.getExceptionClassName()
                : thrown.getClass().getName();
        return thrown.getMessage() == null ? type : type + ": " + thrown.getMessage();
    }
}
