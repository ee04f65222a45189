package orquesta.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import orquesta.draw.StateSign;
import orquesta.text.Message;

/** Both lanes as a picture that stands by itself: each stretch has its reason as a title; states by sign and pattern, not by colour alone. */
public final class SvgDrawing {
    private static final int WIDTH = 900;
    private static final int LEFT = 160;
    private static final int MINUTES = 270;
    private static final int ROW = 15;
    private static final int HEAD = 76;
    private static final int NIGHT = 176;
    private static final double MINUTE = 2.0;
    /** A night alone is narrower, so that it is larger on a wide page. */
    private static final double NARROW_MINUTE = 0.9;

    private static final int NARROW_WIDTH = 530;
    private static final int NIGHT_HEIGHT = 118;

    /** What the drawings of a document share. */
    static final String PATTERNS = """
            <defs>
            <pattern id="torn" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 6L6 0" stroke="#b42318" stroke-width="2"/></pattern>
            <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><circle cx="2" cy="3" r="1" fill="#4a5568"/></pattern>
            </defs>
            """;

    static final String STYLE = """
            text{font:12px system-ui,sans-serif;fill:#1a202c}.night{font-weight:600}.hour{font-size:11px;fill:#4a5568}
            .verdict{font-size:16px;font-weight:600}.step{font-family:ui-monospace,Menlo,Consolas,monospace}
            .back{fill:#fff}.grid{stroke:#cbd5e0}.runs{fill:#2b6cb0}.breaks_off{fill:url(#torn);stroke:#b42318}.waits{fill:url(#dots)}
            .false{fill:#b42318;font-weight:600}
            """;

    private final CronDemo demo;
    private final StringBuilder svg = new StringBuilder();

    private final double perMinute;

    private SvgDrawing(CronDemo demo, double perMinute) {
        this.demo = demo;
        this.perMinute = perMinute;
    }

    /** Draws a week. */
    public static String of(CronDemo demo) {
        return new SvgDrawing(demo, MINUTE).svg();
    }

    /** Draws the lanes of one night, for a document that has {@link #STYLE} and, in its first drawing, {@link #PATTERNS}. */
    static String of(CronDemo demo, Night night, boolean first) {
        SvgDrawing drawing = new SvgDrawing(demo, NARROW_MINUTE);
        drawing.add(
                "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\">%n",
                escaped(night.day()), NARROW_WIDTH, NIGHT_HEIGHT);
        drawing.svg.append(first ? PATTERNS : "");
        drawing.lanes(night, 16);
        return drawing.svg.append("</svg>\n").toString();
    }

    private String svg() {
        List<Night> nights = demo.week().nights();
        int height = HEAD + nights.size() * NIGHT;
        Message verdict = Message.of("demo.verdict", demo.falseReports(demo.cron()), demo.falseReports(demo.dag()));
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">%n",
                WIDTH, height, WIDTH, height);
        add("<title>%s</title>%n", escaped(verdict));
        svg.append(PATTERNS).append("<style>\n").append(STYLE).append("</style>\n");
        add("<rect class=\"back\" width=\"%d\" height=\"%d\"/>%n", WIDTH, height);
        text(14, 24, "verdict", verdict);
        text(14, 44, "hour", "cron " + String.join(" · ", demo.help().crontab()));
        text(14, 60, "hour", "DAG " + demo.dagLine());
        for (int i = 0; i < nights.size(); i++) {
            night(nights.get(i), HEAD + i * NIGHT);
        }
        return svg.append("</svg>\n").toString();
    }

    private void night(Night night, int top) {
        text(14, top + 14, "night", night.day() + " · " + night.trouble().text());
        int y = lanes(night, top + 34);
        for (Lane lane : demo.lanes()) {
            String look = demo.finding(lane, night.day()).isFalse() ? "false" : "found";
            y += ROW;
            text(14, y - 4, look, demo.inWords(lane, night.day()));
        }
    }

    /** The hours above, then a row for each step; gives where it ends. */
    private int lanes(Night night, int first) {
        int rows = demo.cron().steps().size() + demo.dag().steps().size();
        for (int minute = 0; minute < MINUTES; minute += 60) {
            double x = LEFT + minute * perMinute;
            text(x, first - 4, "hour", Due.time(night.start().plus(Duration.ofMinutes(minute))));
            add(
                    "<line class=\"grid\" x1=\"%.0f\" y1=\"%d\" x2=\"%.0f\" y2=\"%d\"/>%n",
                    x, first, x, first + rows * ROW + 4);
        }
        int y = first;
        for (Lane lane : demo.lanes()) {
            for (Bar bar : Bar.of(lane, night)) {
                row(lane, bar, night, y);
                y += ROW;
            }
            y += 4;
        }
        return y;
    }

    private void row(Lane lane, Bar bar, Night night, int y) {
        text(14, y + 11, "step", lane.name() + " " + bar.step());
        for (Bar.Stretch stretch : bar.stretches()) {
            double from = LEFT + minute(night, stretch.from()) * perMinute;
            double to = LEFT + minute(night, stretch.to()) * perMinute;
            add(
                    "<rect class=\"%s\" x=\"%.0f\" y=\"%d\" width=\"%.0f\" height=\"%d\"><title>%s</title></rect>%n",
                    stretch.look().name().toLowerCase(Locale.ROOT),
                    from,
                    y + 1,
                    Math.max(2, to - from),
                    ROW - 4,
                    escaped(words(stretch.event())));
        }
        bar.last()
                .ifPresent(event -> add(
                        "<text x=\"%.0f\" y=\"%d\">%s<title>%s</title></text>%n",
                        LEFT + MINUTES * perMinute + 14,
                        y + 11,
                        escaped(StateSign.of(event.state())),
                        escaped(words(event))));
    }

    private static String words(LaneEvent event) {
        return Due.time(event.at()) + " " + event.step() + " " + StateSign.of(event.state()) + ": " + event.why();
    }

    private static double minute(Night night, Instant instant) {
        return Math.min(MINUTES, Duration.between(night.start(), instant).toMinutes());
    }

    private void text(double x, int y, String look, Object words) {
        add("<text class=\"%s\" x=\"%.0f\" y=\"%d\">%s</text>%n", look, x, y, escaped(words));
    }

    private void add(String format, Object... parts) {
        svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), parts));
    }

    static String escaped(Object words) {
        return words.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
