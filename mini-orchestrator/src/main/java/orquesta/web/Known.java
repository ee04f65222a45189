package orquesta.web;

/**
 * What a page was made from; it says so when it connects, and is told what came after.
 *
 * @param last the newest event
 * @param version the id of the version of the definitions
 */
public record Known(long last, String version) {
    /** A page that shows neither. */
    public static final Known NOTHING = new Known(0, "");
}
