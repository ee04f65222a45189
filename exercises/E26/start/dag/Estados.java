package dag;

import java.util.List;
import java.util.Map;

/** How each step of a run ends. */
public final class Estados {
    private Estados() {}

    /**
     * For each table what it needs goes in, and how it ends if it begins: ok, failed or skipped. The state of each comes out.
     * The rules: instructions.en.md, instructions.es.md.
     */
    static Map<String, String> estados(Map<String, List<String>> necesita, Map<String, String> siParte) {
        throw new UnsupportedOperationException("TODO E26: write estados");
    }
}
