package orquesta.cli;

import java.time.Instant;
import java.util.Optional;
import orquesta.schedule.Schedule;
import orquesta.text.Moments;
import picocli.CommandLine.Option;

/** Which moment of a schedule somebody asks about, and what time it is: by this computer, or by the clock that was watched. */
final class WhyMoment {
    @Option(names = "--at", paramLabel = "TIME", descriptionKey = "whyAt")
    String at = "";

    @Option(names = "--clock", paramLabel = "TIME", descriptionKey = "clockWhy")
    String clock = "";

    /** The moment, on the clock of the schedule's zone; empty for now. */
    Optional<Instant> at(Schedule schedule) {
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(Moments.parse("--at", at, schedule.timing().zone()));
    }

    Instant now() {
        return RunClock.parse(clock).instant();
    }
}
