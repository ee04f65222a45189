package orquesta.demo;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.schedule.Cron;
import orquesta.schedule.CronTiming;
import orquesta.schedule.Tick;

/** One line of a crontab: when, and the programs that it runs, each once the one before has ended with 0. */
record CronLine(String expression, List<Program> programs) {
    /** When it is due, later than an instant and not later than another. */
    Stream<Tick> ticks(Instant after, Instant until) {
        return new CronTiming(Cron.parse(expression), Week.ZONE)
                .after(after)
                .takeWhile(tick -> tick.due().isBefore(until));
    }

    String text(boolean flock) {
        String command = programs.stream().map(Program::word).collect(Collectors.joining(" && "));
        if (!flock) {
            return expression + " " + command;
        }
        return expression + " flock /tmp/cron.lock " + (programs.size() > 1 ? "sh -c '" + command + "'" : command);
    }
}
