package orquesta.schedule;

/** What becomes of ticks that were due while nobody was there to run them. */
public enum MissedTicks {
    /** None is run: the next one on time is the next. */
    SKIP,
    /** Only the newest is run: enough where a run looks at everything anyway. */
    LAST,
    /** Each is run, the oldest first, one after another: for work that belongs to its date. */
    ALL
}
