package tasas;

/** A column is not there. */
public final class ColumnaException extends EsquemaException {
    private static final long serialVersionUID = 1;

    public ColumnaException(String column) {
        super("the column " + column + " is not there");
    }
}
