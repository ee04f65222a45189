package dag;

import java.util.List;
import java.util.Map;

/** In which order the tables of a pipeline can be computed. */
public final class Orden {
    private Orden() {}

    /** For each table what it needs goes in; an order comes out. The rules: instructions.en.md, instructions.es.md. */
    static List<String> ordenar(Map<String, List<String>> necesita) {
        throw new UnsupportedOperationException("TODO E23: write ordenar");
    }
}
