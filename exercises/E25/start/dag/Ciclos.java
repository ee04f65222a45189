package dag;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the tables of a pipeline need each other in a circle, and where. */
public final class Ciclos {
    private Ciclos() {}

    /** For each table what it needs goes in; a cycle comes out, written as text. The rules: instructions.en.md, instructions.es.md. */
    static Optional<String> ciclo(Map<String, List<String>> necesita) {
        throw new UnsupportedOperationException("TODO E25: write ciclo");
    }
}
