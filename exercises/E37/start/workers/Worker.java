package workers;

/** One of some workers that share days over a board. The rules: instructions.en.md, instructions.es.md. */
public final class Worker {
    private Worker() {}

    /** What a worker does from its begin until it goes home. */
    static void trabajar(Tablero tablero) {
        throw new UnsupportedOperationException("TODO E37: write trabajar");
    }

    /** The letter of rule 6, as in "a". */
    static String dosVeces() {
        return "";
    }
}
