package orquesta.demo;

import java.util.Comparator;
import java.util.List;
import orquesta.draw.StateSign;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * Both lanes as a page that stands by itself, for a room: each night fills the window, large enough for the last row, and says
 * below what its reports are worth; every event with its reason is one press away. Nothing in it is fetched, and no script runs.
 */
public final class HtmlDrawing {
    private static final String STYLE = """
            html{color-scheme:light;font:20px/1.4 system-ui,sans-serif;scroll-snap-type:y proximity}
            body{margin:0;background:#fff;color:#1a202c}
            section{min-height:100vh;box-sizing:border-box;padding:1.2rem 1rem;scroll-snap-align:start;border-bottom:1px solid #cbd5e0}
            h1{font-size:2.2rem;line-height:1.2;margin:0 0 1rem}h2{font-size:1.4rem;line-height:1.25;margin:0 0 .8rem}
            p{margin:.5rem 0}.worth{font-size:1.35rem}.worth.false{color:#b42318;font-weight:700}
            pre{font:1.1rem/1.5 ui-monospace,Menlo,Consolas,monospace;margin:1rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
            svg{display:block;width:100%;height:auto}
            a{color:#23189a}nav ol{padding-left:1.4rem;margin:.4rem 0}nav li{margin:.25rem 0}
            summary{cursor:pointer;padding:.2rem 0}details{margin-top:.6rem}
            table{border-collapse:collapse;font-size:.9rem}td{padding:.15rem .8rem .15rem 0;vertical-align:top}
            :focus-visible{outline:3px solid #23189a;outline-offset:2px}
            """;

    private final CronDemo demo;
    private final StringBuilder html = new StringBuilder();

    private HtmlDrawing(CronDemo demo) {
        this.demo = demo;
    }

    /** Draws a week. */
    public static String of(CronDemo demo) {
        return new HtmlDrawing(demo).html();
    }

    private String html() {
        Message verdict = Message.of("demo.verdict", demo.falseReports(demo.cron()), demo.falseReports(demo.dag()));
        add(
                "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                Language.current().code());
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n", verdict);
        html.append("<style>\n").append(SvgDrawing.STYLE).append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        opening(verdict);
        List<Night> nights = demo.week().nights();
        nights.forEach(night -> night(night, night.equals(nights.get(0))));
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void opening(Message verdict) {
        add("<section>\n<h1>%s</h1>\n", verdict);
        add("<p>%s</p>\n<pre>", Message.of("demo.title", demo.week().seed()));
        demo.help().crontab().forEach(line -> add("cron %s\n", line));
        add("DAG  %s</pre>\n<nav aria-label=\"%s\"><ol>\n", demo.dagLine(), Message.of("demo.nights"));
        demo.week().nights().forEach(night -> add("<li><a href=\"#d%s\">%s</a></li>\n", night.day(), heading(night)));
        html.append("</ol></nav>\n</section>\n");
    }

    private static String heading(Night night) {
        return night.day() + " · " + night.trouble().text();
    }

    private void night(Night night, boolean first) {
        add("<section id=\"d%s\">\n<h2>%s</h2>\n", night.day(), heading(night));
        html.append(SvgDrawing.of(demo, night, first));
        for (Lane lane : demo.lanes()) {
            String look = demo.finding(lane, night.day()).isFalse() ? "worth false" : "worth";
            add("<p class=\"%s\">%s</p>\n", look, demo.inWords(lane, night.day()));
        }
        add("<details><summary>%s</summary><table>\n", Message.of("demo.events"));
        demo.lanes()
                .forEach(lane -> lane.of(night.day()).stream()
                        .sorted(Comparator.comparing(LaneEvent::at))
                        .forEach(event -> add(
                                "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>\n",
                                Due.time(event.at()),
                                lane.name(),
                                event.step(),
                                StateSign.of(event.state()),
                                event.why())));
        html.append("</table></details>\n</section>\n");
    }

    /** What fills the gaps is text, never markup. */
    private void add(String format, Object... parts) {
        Object[] escaped =
                java.util.Arrays.stream(parts).map(SvgDrawing::escaped).toArray();
        html.append(String.format(java.util.Locale.ROOT, format, escaped));
    }
}
