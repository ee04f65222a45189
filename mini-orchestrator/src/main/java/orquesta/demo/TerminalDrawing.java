package orquesta.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import orquesta.draw.StateSign;
import orquesta.text.Message;

/** Both lanes in a terminal of 80 columns: one column is six minutes. Lines are without their ends. */
public final class TerminalDrawing {
    private static final int WIDTH = 80;
    private static final int COLUMNS = 45;
    private static final int AN_HOUR = 10;
    private static final Duration COLUMN = Duration.ofMinutes(6);

    private final CronDemo demo;

    public TerminalDrawing(CronDemo demo) {
        this.demo = demo;
    }

    /** What is compared, and how to read the rows. */
    public List<String> opening() {
        List<String> lines =
                new ArrayList<>(wrapped("", Message.of("demo.title", demo.week().seed())));
        lines.add("");
        demo.help().crontab().forEach(line -> lines.add("  cron " + line));
        lines.add("  DAG  " + demo.dagLine());
        lines.add("");
        lines.addAll(wrapped("", Message.of("demo.legend")));
        return lines;
    }

    /** One night: its trouble, both lanes, what the reports are worth. */
    public List<String> night(Night night) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(wrapped("", night.day() + "  " + night.trouble().text()));
        lines.add(hours(night));
        for (Lane lane : demo.lanes()) {
            Bar.of(lane, night).forEach(bar -> lines.add(row(lane, bar, night)));
        }
        for (Lane lane : demo.lanes()) {
            lines.addAll(wrapped("     ", demo.inWords(lane, night.day())));
        }
        return lines;
    }

    private static String hours(Night night) {
        StringBuilder hours = new StringBuilder(" ".repeat(17));
        for (int column = 0; column < COLUMNS; column += AN_HOUR) {
            String hour = Due.time(night.start().plus(COLUMN.multipliedBy(column)));
            hours.append(String.format(Locale.ROOT, "%-" + AN_HOUR + "s", hour));
        }
        return hours.toString().stripTrailing();
    }

    private static String row(Lane lane, Bar bar, Night night) {
        char[] row = new char[COLUMNS];
        Arrays.fill(row, ' ');
        for (Bar.Stretch stretch : bar.stretches()) {
            int from = column(night, stretch.from());
            int to = Math.max(from + 1, column(night, stretch.to()));
            Arrays.fill(row, from, Math.min(to, COLUMNS), stretch.look().sign());
        }
        String end = bar.last().map(event -> StateSign.of(event.state())).orElse("");
        return String.format(Locale.ROOT, "  %-4s %-9s %s %s", lane.name(), bar.step(), new String(row), end)
                .stripTrailing();
    }

    private static int column(Night night, Instant instant) {
        long columns = Duration.between(night.start(), instant).dividedBy(COLUMN);
        return (int) Math.min(columns, COLUMNS - 1);
    }

    /** What happened in a night, in both lanes, in the order of time; each with its reason. */
    public List<LaneEvent> events(Night night) {
        return demo.lanes().stream()
                .flatMap(lane -> lane.of(night.day()).stream())
                .sorted(Comparator.comparing(LaneEvent::at))
                .toList();
    }

    /** One event with its reason. */
    public List<String> event(LaneEvent event) {
        Lane lane = demo.cron().steps().contains(event.step()) ? demo.cron() : demo.dag();
        String what = String.format(
                Locale.ROOT,
                "  %s %-4s %-17s %-17s ",
                Due.time(event.at()),
                lane.name(),
                event.step(),
                StateSign.of(event.state()));
        String why = event.why().toString();
        return what.length() + why.length() <= WIDTH
                ? List.of(what + why)
                : Stream.concat(Stream.of(what.stripTrailing()), wrapped("             ", why).stream())
                        .toList();
    }

    /** The count of both lanes, and the verdict. */
    public List<String> verdict() {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.add(counted(
                "",
                Stream.of("demo.count_right", "demo.count_stale", "demo.count_wrong", "demo.count_none")
                        .map(key -> Message.of(key).toString())
                        .toList()));
        for (Lane lane : demo.lanes()) {
            List<String> counts = Arrays.stream(Reconciliation.Worth.values())
                    .map(worth -> String.valueOf(demo.count(lane, worth)))
                    .toList();
            lines.add(counted(lane.name(), counts));
        }
        lines.add("");
        lines.addAll(
                wrapped("", Message.of("demo.verdict", demo.falseReports(demo.cron()), demo.falseReports(demo.dag()))));
        return lines;
    }

    private static String counted(String name, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-4s", name));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, "%15s", cell)));
        return line.toString();
    }

    /** By words, each line behind an indentation, the lines after the first two places further in. */
    private static List<String> wrapped(String indentation, Object text) {
        return EightyColumns.wrapped(indentation, indentation + "  ", text);
    }
}
