package orquesta.crontab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import orquesta.text.Message;
import orquesta.text.Names;

/** The pipeline that does what a crontab does: an asset, a job and a schedule for each line; and what a crontab leaves open. */
public final class CrontabPipeline {
    private static final int SHOWN = 60;

    private final Crontab crontab;
    private final String className;
    private final Map<CrontabLine, String> names = new LinkedHashMap<>();

    /** @param className how its class is called */
    public CrontabPipeline(Crontab crontab, String className) {
        this.crontab = crontab;
        this.className = className;
        LineNames free = new LineNames();
        crontab.lines().forEach(line -> names.put(line, free.next(line)));
    }

    /** The keys of its assets, in the order of the lines. */
    public List<String> assets() {
        return names.values().stream().map(Names::snake).toList();
    }

    /**
     * Its source.
     *
     * @param header the line that names its package; empty for none
     */
    public String source(String header) {
        StringBuilder source = new StringBuilder(header)
                .append(
                        "import java.io.IOException;\nimport orquesta.asset.Asset;\nimport orquesta.crontab.CronShell;\n")
                .append("import orquesta.definition.Definitions;\nimport orquesta.definition.Job;\n")
                .append("import orquesta.schedule.Schedule;\n\npublic class ")
                .append(className)
                .append(" {\n");
        names.forEach((line, name) -> source.append(asset(line, name)));
        source.append("    public static Definitions definitions() {\n        return Definitions.of(new ")
                .append(className)
                .append("())");
        names.forEach((line, name) -> source.append(schedule(line, Names.snake(name))));
        return source.append(";\n    }\n}\n").toString();
    }

    private static String asset(CrontabLine line, String name) {
        String input = line.input().isEmpty() ? "" : ", " + literal(line.input());
        String shell = line.variables().entrySet().stream()
                .filter(variable -> !variable.getKey().matches("MAILTO|CRON_TZ"))
                .map(variable -> "\n                .with(" + literal(variable.getKey()) + ", "
                        + literal(variable.getValue()) + ")")
                .collect(Collectors.joining("", "CronShell.plain()", "\n                "));
        return "    @Asset(description = " + literal(description(line)) + ")\n    String " + name
                + "() throws IOException, InterruptedException {\n        return " + shell.stripTrailing() + ".run("
                + literal(line.command()) + input + ");\n    }\n\n";
    }

    private static String description(CrontabLine line) {
        return Message.of("crontab.description", line.number()).toString();
    }

    private static String schedule(CrontabLine line, String key) {
        String quoted = literal(key);
        return "\n                .job(Job.named(" + quoted + ").select(" + quoted + "))"
                + "\n                .schedule(Schedule.named(" + quoted + ").cron(" + literal(line.expression()) + ", "
                + literal(line.zone()) + ").runs(" + quoted + "))";
    }

    /** Text as Java writes it. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\t' -> literal.append("\\t");
                default ->
                    literal.append(Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c));
            }
        });
        return literal.append('"').toString();
    }

    /** What nobody can read in a crontab, and where to write it. */
    public List<Message> open() {
        List<Message> open = new ArrayList<>();
        List<CrontabLine> lines = crontab.lines();
        if (lines.size() > 1) {
            String all = names.entrySet().stream()
                    .map(entry -> Names.snake(entry.getValue()) + " ("
                            + entry.getKey().expression() + ")")
                    .collect(Collectors.joining(", "));
            List<String> methods = List.copyOf(names.values());
            open.add(Message.of("crontab.order", all, methods.get(1), methods.get(0)));
        }
        open.add(Message.of("crontab.retries"));
        open.add(
                crontab.mailTo().isEmpty()
                        ? Message.of("crontab.nobody_told")
                        : Message.of("crontab.told", crontab.mailTo()));
        List<String> ignored = names.entrySet().stream()
                .filter(entry -> entry.getKey().command().matches(".*(\\|\\||; *true|2> */dev/null).*"))
                .map(entry -> Names.snake(entry.getValue()))
                .toList();
        if (!ignored.isEmpty()) {
            open.add(Message.of("crontab.hidden", String.join(", ", ignored)));
        }
        return open;
    }

    /** One line for each asset: its name, when, and the beginning of its command. */
    public List<String> summary() {
        return names.entrySet().stream()
                .map(entry -> Names.snake(entry.getValue()) + "  "
                        + entry.getKey().expression() + " " + entry.getKey().zone() + "  "
                        + shortened(entry.getKey().command()))
                .toList();
    }

    private static String shortened(String command) {
        return command.length() > SHOWN ? command.substring(0, SHOWN) + "..." : command;
    }
}
