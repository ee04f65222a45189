package orquesta.tienda;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import orquesta.RunResult;
import orquesta.draw.StateSign;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.text.Message;

/** When each step of a rehearsal began and ended, as bars on one axis of minutes: what ran side by side is seen. */
public final class Gantt {
    private static final int NAMES = 170;
    private static final int MINUTE = 56;
    private static final int ROW = 30;
    private static final int TOP = 30;
    private static final int ROOM = 130;

    private static final String STYLE = """
            <style>
            .bar{fill:#e1effe;stroke:#1a56db;stroke-width:1.5}.bar.failed{fill:#fde4e1;stroke:#b42318;stroke-width:3}
            .tick{stroke:#cbd5e0}text{font:14px system-ui,sans-serif;fill:#1a202c}
            </style>
            """;

    /** A step, with minutes since the run's first step began. */
    private record Bar(String step, State state, double from, double to) {}

    private final List<Bar> bars;

    private Gantt(List<Bar> bars) {
        this.bars = List.copyOf(bars);
    }

    /** The steps of a rehearsal that ran, by their beginning; those that never began are left out. */
    public static Gantt de(RunResult run) {
        List<StepRecord> ran = run.steps().stream()
                .filter(step -> step.times().millis() >= 0)
                .sorted(Comparator.comparing(Gantt::started)
                        .thenComparing(step -> step.key().text()))
                .toList();
        return new Gantt(
                ran.stream().map(step -> bar(step, started(ran.get(0)))).toList());
    }

    private static Instant started(StepRecord step) {
        return Objects.requireNonNull(step.times().started());
    }

    private static Bar bar(StepRecord step, Instant zero) {
        double from = (double) Duration.between(zero, started(step)).toMillis() / Ensayo.MINUTO;
        double to = from + (double) step.times().millis() / Ensayo.MINUTO;
        return new Bar(step.key().text(), step.state(), from, to);
    }

    /** Minutes from the first beginning to the last end. */
    public double minutos() {
        return bars.stream().mapToDouble(Bar::to).max().orElse(0);
    }

    /** The picture; in words it says the same, for who cannot see it. */
    public String svg() {
        int minutes = (int) Math.ceil(minutos());
        int width = NAMES + minutes * MINUTE + ROOM;
        int height = TOP + bars.size() * ROW + 8;
        StringBuilder svg = new StringBuilder(text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n",
                width, height, width, height));
        svg.append("<title>").append(words("; ")).append("</title>\n").append(STYLE);
        for (int minute = 0; minute <= minutes; minute++) {
            int x = NAMES + minute * MINUTE;
            svg.append(text("<path class=\"tick\" d=\"M%d %dV%d\"/>", x, TOP - 6, height));
            svg.append(text("<text x=\"%d\" y=\"16\" text-anchor=\"middle\">%d</text>\n", x, minute));
        }
        svg.append(
                text("<text x=\"%d\" y=\"16\">%s</text>\n", NAMES + minutes * MINUTE + 20, Message.of("gantt.axis")));
        for (int row = 0; row < bars.size(); row++) {
            svg.append(drawn(bars.get(row), TOP + row * ROW));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String drawn(Bar bar, int y) {
        double left = NAMES + bar.from() * MINUTE;
        double wide = Math.max(3, (bar.to() - bar.from()) * MINUTE);
        return text("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", NAMES - 10, y + 19, bar.step())
                + text(
                        "<rect class=\"bar %s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"4\"/>",
                        bar.state().text(), left, y + 3, wide, ROW - 7)
                + text("<text x=\"%.1f\" y=\"%d\">%s</text>\n", left + wide + 6, y + 19, StateSign.of(bar.state()));
    }

    /** A line for each step: {@code ventas 3.0-4.0 ok}. */
    @Override
    public String toString() {
        return words("\n");
    }

    private String words(String between) {
        return bars.stream()
                .map(bar -> text(
                        "%s %.1f-%.1f %s",
                        bar.step(), bar.from(), bar.to(), bar.state().text()))
                .collect(Collectors.joining(between));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
