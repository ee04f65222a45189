package orquesta.cli;

import java.time.Clock;
import orquesta.process.FastClock;
import orquesta.text.UserException;
import picocli.CommandLine.Option;

/** The clock of a process that goes on: that of the system, or one that begins elsewhere and goes faster. */
final class ClockOption {
    private static final double FASTEST = 100_000;

    @Option(names = "--clock", paramLabel = "TIME", descriptionKey = "clockFrom")
    String from = "";

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "speed")
    double speed = 1;

    /**
     * A clock that goes.
     *
     * @throws UserException if the time cannot be read, or the speed is not between 0 and 100,000
     */
    Clock clock() {
        return going(from, speed);
    }

    /** The same from what was said. */
    static Clock going(String from, double speed) {
        if (!(speed > 0 && speed <= FASTEST)) {
            throw new UserException("--speed", "cli.speed", speed);
        }
        Clock start = RunClock.parse(from);
        boolean plain = from.isEmpty() && speed == 1;
        return plain ? start : FastClock.from(start.instant(), speed, start.getZone());
    }
}
