package orquesta.relation;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.duckdb.DuckDBConnection;
import orquesta.schedule.Zones;
import orquesta.text.UserException;

/**
 * What a query takes for the zone, for today and for now: those of its run, never the machine's. {@code now()} is the moment
 * in which the session began, so that all queries of a step agree.
 *
 * @param date what {@code current_date} is: the date of the run, also where a run of yesterday is done again
 */
public record SessionTime(ZoneId zone, LocalDate date, Instant now) {
    /** The zone of the course, Chile's, for all that belongs to no run with a zone of its own. */
    public static final ZoneId COURSE = Zones.COURSE;

    private static final int SECONDS = 3_600;
    /** The whole hours that have a name. */
    private static final int WEST = -12;

    private static final int EAST = 14;

    private static final String DATE = "orquesta_date";
    private static final String NOW = "orquesta_now";

    /** At a clock, on the date of a run. */
    public static SessionTime of(Clock clock, LocalDate date) {
        return new SessionTime(clock.getZone(), date, clock.instant());
    }

    /** For what is asked outside of runs. */
    static SessionTime outside() {
        Clock clock = Clock.system(COURSE);
        return of(clock, LocalDate.now(clock));
    }

    /** Once for each DuckDB: from now on its words for today and now mean what the session says. */
    static void prepare(DuckDBConnection instance) throws SQLException {
        String now = "getvariable('" + NOW + "')";
        try (Statement statement = instance.createStatement()) {
            define(statement, "getvariable('" + DATE + "')", "current_date", "today", "get_current_date");
            define(statement, now, "now", "current_timestamp", "get_current_timestamp", "transaction_timestamp");
            define(statement, now + "::timestamp", "localtimestamp", "current_localtimestamp");
            define(statement, now + "::timestamp::time", "localtime", "current_localtime");
            define(statement, now + "::timetz", "current_time", "get_current_time");
        }
    }

    private static void define(Statement statement, String meaning, String... names) throws SQLException {
        for (String name : names) {
            statement.execute("create macro " + name + "() as " + meaning);
        }
    }

    /** Once for each session. */
    void set(DuckDBConnection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("set TimeZone = '" + nameOfZone() + "'; set variable " + DATE + " = date '" + date
                    + "'; set variable " + NOW + " = make_timestamptz(" + micros() + ")");
        }
    }

    private long micros() {
        return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000L), now.getNano() / 1_000);
    }

    /**
     * DuckDB knows the zones by their names alone; those of whole hours have one whose sign is the other way round, and of the others
     * none has the same offset at all times.
     */
    private String nameOfZone() {
        if (!(zone.normalized() instanceof ZoneOffset offset)) {
            return zone.getId();
        }
        int hours = offset.getTotalSeconds() / SECONDS;
        if (offset.getTotalSeconds() % SECONDS != 0 || hours < WEST || hours > EAST) {
            throw new UserException("", "clock.offset", offset.getId());
        }
        return String.format("Etc/GMT%+d", -hours);
    }
}
