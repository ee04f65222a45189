package orquesta.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import orquesta.schedule.Schedule;
import orquesta.schedule.Tick;
import orquesta.schedule.Timing;
import orquesta.text.Message;
import orquesta.text.Moments;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit schedule next}: the next ticks of an expression, without any pipeline. */
@Command(name = "next", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class NextCommand implements Callable<Integer> {
    private static final String EVERY = "every ";

    @Parameters(index = "0", paramLabel = "CRON", descriptionKey = "cronText")
    String expression = "";

    @Option(names = "--zone", paramLabel = "ZONE", required = true, descriptionKey = "zone")
    String zone = "";

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "from")
    String from = "";

    @Option(names = "--count", paramLabel = "N", descriptionKey = "count")
    int count = 5;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new UserException("--count", "schedule.count", count);
        }
        Schedule.Named schedule = Schedule.named("next");
        Timing cron = schedule.cron(expression.startsWith(EVERY) ? "@hourly" : expression, zone)
                .timing();
        Timing timing = expression.startsWith(EVERY)
                ? schedule.every(expression.substring(EVERY.length())).timing()
                : cron;
        ZoneId shown = cron.zone();
        Instant after = from.isEmpty() ? RunClock.parse("").instant() : Moments.parse("--from", from, shown);
        List<Tick> ticks = timing.next(after, count);
        if (json) {
            List<String> times =
                    ticks.stream().map(tick -> Moments.text(tick.due(), shown)).toList();
            System.out.println(Json.write(Map.of("ticks", times)));
        } else {
            ticks.forEach(tick -> System.out.println(line(tick, shown, timing)));
        }
        return 0;
    }

    /** Says which local times a tick stands for where they are not the one that the clock then shows. */
    private static Object line(Tick tick, ZoneId zone, Timing timing) {
        String due = Moments.text(tick.due(), zone);
        List<LocalDateTime> asked = tick.asked();
        boolean plain = asked.equals(List.of(LocalDateTime.ofInstant(tick.due(), timing.zone())));
        return plain
                ? due
                : Message.of(
                        "schedule.asked",
                        due,
                        asked.stream().map(LocalDateTime::toString).collect(Collectors.joining(", ")));
    }
}
