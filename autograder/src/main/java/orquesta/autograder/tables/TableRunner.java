package orquesta.autograder.tables;

import java.nio.file.Path;
import java.util.List;
import orquesta.autograder.child.Runner;

/** The child that runs code which uses Tablesaw. */
public final class TableRunner {
    private TableRunner() {}

    /**
     * Serves requests until there are none.
     *
     * @param args the folder of the student's classes; with a second word it loads what most answers need, for an archive
     */
    public static void main(String[] args) {
        Tablesaw tables = new Tablesaw();
        if (args.length > 1) {
            tables.rows(
                    tables.make(
                            List.of(List.of("texto", "text"), List.of("monto", "double")), List.of(List.of("a", "1"))),
                    9);
        }
        Runner.run(Path.of(args[0]), tables);
    }
}
