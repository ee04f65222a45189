package orquesta.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import orquesta.event.State;
import orquesta.schedule.Tick;
import orquesta.text.Message;

/**
 * A machine with a crontab. It knows the time, and nothing of what its programs do for each other: each takes the file that
 * lies there and the date that the clock shows. Programs are decent: a file is replaced when a program ends, never half
 * written while it runs; only one that breaks off leaves the half that it has.
 */
final class CronLane {
    private record Moment(Instant at, long order, Runnable what) {}

    /** A file as it lies there. */
    private record Written(Instant at, Sales sales) {}

    /** A line of the crontab that is being run, and why it began. */
    private record LineRun(CronLine line, Message why) {}

    private final Week week;
    private final CronHelp help;
    /** Who gets a lock that several wait for: flock promises no order. */
    private final Random luck;

    private final PriorityQueue<Moment> queue =
            new PriorityQueue<>(Comparator.comparing(Moment::at).thenComparing(Moment::order));
    private final Map<String, Written> files = new HashMap<>();
    private final List<LineRun> waiting = new ArrayList<>();
    private final List<LaneEvent> events = new ArrayList<>();
    private final List<Publication> published = new ArrayList<>();
    private @Nullable LineRun holder;
    private Instant now;
    private long order = 0;

    private CronLane(Week week, CronHelp help) {
        this.week = week;
        this.help = help;
        this.luck = Week.chance(~week.seed());
        this.now = week.begin();
    }

    /** Lives through a week. */
    static Lane of(Week week, CronHelp help) {
        return new CronLane(week, help).live();
    }

    private Lane live() {
        for (CronLine line : help.lines()) {
            line.ticks(week.begin(), week.end()).forEach(tick -> at(tick.due(), () -> due(line, tick)));
        }
        while (!queue.isEmpty()) {
            Moment moment = queue.remove();
            now = moment.at;
            moment.what.run();
            boolean last = queue.isEmpty() || queue.peek().at.isAfter(now);
            if (last && holder == null && !waiting.isEmpty()) {
                holder = waiting.remove(luck.nextInt(waiting.size()));
                start(holder, 0, holder.why);
            }
        }
        List<String> words = Arrays.stream(Program.values()).map(Program::word).toList();
        return new Lane("cron", words, events, published);
    }

    private void at(Instant when, Runnable what) {
        queue.add(new Moment(when, order++, what));
    }

    private void due(CronLine line, Tick tick) {
        LineRun run = new LineRun(line, Due.why(line.expression(), tick));
        if (!help.flock()) {
            start(run, 0, run.why);
            return;
        }
        if (holder != null) {
            tell(line.programs().get(0), State.WAITING, Message.of("demo.locked", run.why));
        }
        waiting.add(run);
    }

    private void start(LineRun run, int place, Message why) {
        Program program = run.line.programs().get(place);
        LocalDate yesterday = yesterday();
        if (program == Program.DESCARGAR) {
            tell(program, State.RUNNING, why);
            end(run, place, week.after(yesterday).delivered());
            return;
        }
        Written input = files.getOrDefault(program.reads(), new Written(Instant.EPOCH, Sales.NONE));
        tell(program, State.RUNNING, Message.of("demo.reads", why, program.reads(), Due.dateTime(input.at)));
        end(run, place, program == Program.LIMPIAR ? input.sales.cleaned() : input.sales);
    }

    /** Has a program end when its time is over. A crontab makes one attempt a night. */
    private void end(LineRun run, int place, Sales made) {
        Program program = run.line.programs().get(place);
        LocalDate day = yesterday();
        Night night = week.after(day);
        Instant over = now.plus(night.duration(program, 1));
        if (night.breaksOff(program, 1)) {
            at(over, () -> brokenOff(run, place, made.half()));
        } else {
            at(over, () -> ended(run, place, made, day));
        }
    }

    private void brokenOff(LineRun run, int place, Sales half) {
        Program program = run.line.programs().get(place);
        files.put(program.makes(), new Written(now, half));
        tell(program, State.FAILED, Message.of("demo.exit_one", program.makes()));
        List<Program> programs = run.line.programs();
        programs.subList(place + 1, programs.size())
                .forEach(left -> tell(left, State.SKIPPED, Message.of("demo.and_stops", program.word())));
        holder = null;
    }

    private void ended(LineRun run, int place, Sales made, LocalDate day) {
        Program program = run.line.programs().get(place);
        files.put(program.makes(), new Written(now, made));
        if (program == Program.REPORTAR) {
            Report report = made.reportOf(day);
            published.add(new Publication(now, report));
            tell(program, State.OK, Message.of("demo.sends", day, report.pesos()));
        } else {
            tell(
                    program,
                    State.OK,
                    Message.of("demo.exit_zero", program.makes(), made.tickets().size()));
        }
        if (place + 1 < run.line.programs().size()) {
            start(run, place + 1, Message.of("demo.and_goes_on", program.word()));
        } else {
            holder = null;
        }
    }

    /** What the machine's clock calls yesterday. */
    private LocalDate yesterday() {
        return LocalDate.ofInstant(now, Week.ZONE).minusDays(1);
    }

    private void tell(Program program, State state, Message why) {
        events.add(new LaneEvent(now, yesterday(), program.word(), state, why));
    }
}
