package orquesta.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import orquesta.Orchestrator;
import orquesta.definition.Pipeline;
import orquesta.event.Fact;
import orquesta.notify.AlertSender;
import orquesta.notify.Notifiers;
import orquesta.notify.Pace;
import orquesta.process.FastClock;
import orquesta.relation.SessionTime;
import orquesta.text.Moments;
import orquesta.text.UserException;

/**
 * What the schedules of a pipeline did on a virtual clock, watched to its end: weeks in seconds. While a run goes on the clock
 * goes at its speed; where none does it stands, and skips to the next tick. So every tick is on time, the same every time,
 * however slow the machine is.
 *
 * <pre>{@code
 * FastClock clock = VirtualDays.clock("2026-09-05T23:55", 600);
 * Orchestrator orquesta = Orchestrator.at(home, clock);
 * VirtualDays.watch(orquesta, tienda, clock, "2026-09-08T00:00")
 * }</pre>
 *
 * @param lines what a daemon says: a line for each tick, and one for each run that ended
 */
public record VirtualDays(List<String> lines) {
    /** How soon it looks again while a run goes on. */
    private static final Duration LOOKS = Duration.ofMillis(2);

    public VirtualDays {
        lines = List.copyOf(lines);
    }

    /**
     * A clock that begins at a moment, in the zone of the course where it says none. It hurries only while it is watched.
     *
     * @param from such as {@code 2026-09-05T23:55}, or with an offset
     * @param speed how many of its seconds pass in a second of the world, above 0
     * @throws UserException if the moment cannot be read, or the speed is not above 0
     */
    public static FastClock clock(String from, double speed) {
        if (!(speed > 0)) {
            throw new UserException("clock", "cli.speed", speed);
        }
        FastClock clock = FastClock.from(Moments.parse("clock", from, SessionTime.COURSE), speed, SessionTime.COURSE);
        clock.hurry(false);
        return clock;
    }

    /**
     * Lets every schedule of a pipeline fire that is due from now on, and returns when the runs of the last have ended.
     *
     * @param clock the clock of the orchestrator, see {@link Orchestrator#at(java.nio.file.Path, java.time.Clock)}
     * @param until the moment of the last tick that may come, written like that of {@link #clock}
     * @throws UserException if the moment cannot be read, or has passed on this clock
     */
    public static VirtualDays watch(Orchestrator orchestrator, Pipeline pipeline, FastClock clock, String until) {
        Instant end = Moments.parse("until", until, SessionTime.COURSE);
        Instant now = clock.instant();
        if (end.isBefore(now)) {
            throw new UserException("until", "watch.passed", until, Moments.text(now, SessionTime.COURSE));
        }
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Consumer<Object> tell = line -> lines.add(line.toString());
        Supplier<Optional<Pipeline>> definitions = () -> Optional.of(pipeline);
        AlertSender.Post post = new AlertSender.Post(new Notifiers(System.getenv()), Pace.USUAL, clock, tell);
        try (Daemon daemon = new Daemon(orchestrator, definitions, clock, () -> Fact.Origin.UNKNOWN, tell);
                AlertSender alerts = new AlertSender(orchestrator, definitions, post)) {
            daemon.tick(); // schedules count from here, however long it takes to look at them
            watch(daemon, alerts, clock, end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the cell was stopped: what happened so far is shown
        } finally {
            clock.hurry(false);
        }
        return new VirtualDays(lines);
    }

    private static void watch(Daemon daemon, AlertSender alerts, FastClock clock, Instant end)
            throws InterruptedException {
        boolean over = false;
        while (!over) {
            Instant next = daemon.tick(earlier(clock.instant(), end));
            if (daemon.isIdle()) {
                clock.hold();
                Optional<Instant> owed = alerts.settle();
                Instant stop = earlier(next, end);
                clock.skipTo(owed.filter(again -> again.isBefore(stop) || next.isAfter(end))
                        .orElse(stop));
                over = next.isAfter(end) && owed.isEmpty();
            } else {
                clock.hurry(true);
                Thread.sleep(LOOKS.toMillis());
            }
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String toString() {
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
