package tasas;

/** Data has another form than this program knows: only somebody who changes the program can mend that. */
public class EsquemaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EsquemaException(String message) {
        super(message);
    }
}
