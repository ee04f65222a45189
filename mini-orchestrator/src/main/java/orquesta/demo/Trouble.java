package orquesta.demo;

import orquesta.text.Message;

/**
 * What is out of the ordinary in one night.
 *
 * @param amount minutes, or for a clean-up that fails its attempts that break off; else 0
 */
public record Trouble(Kind kind, int amount) {
    static final Trouble NONE = new Trouble(Kind.NONE, 0);

    /** The kinds of trouble, each once a week, and the night without any. */
    public enum Kind {
        NONE("demo.quiet"),
        /** The download takes so many minutes. */
        SLOW_DOWNLOAD("demo.slow_download"),
        /** So many attempts of the clean-up break off half-way. */
        FAILED_CLEANUP("demo.failed_cleanup"),
        /** The download brings a file without a line, and no error. */
        EMPTY_FILE("demo.empty_file"),
        /** The clean-up closes the month, and takes so many minutes. */
        MONTH_END("demo.month_end"),
        /** The wall clock jumps over the first hour of the night. */
        CLOCK_CHANGE("demo.clock_change");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    /** In a sentence. */
    public Message text() {
        return Message.of(kind.key, amount);
    }
}
