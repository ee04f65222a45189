package orquesta.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.retention.Cleaning;
import orquesta.retention.Retention;
import orquesta.retention.Retention.Going;
import orquesta.retention.Retention.Rule;
import orquesta.retention.Size;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit clean}: removes values that are no longer published, by a rule, and says which went and why. */
@Command(name = "clean", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class CleanCommand implements Callable<Integer> {
    private static final int LEFT_OVER = 1;

    @Option(names = "--keep", paramLabel = "N", descriptionKey = "keep")
    int keep = Retention.USUAL.runs();

    @Option(names = "--at-most", paramLabel = "SIZE", descriptionKey = "atMost")
    String atMost = Size.text(Retention.USUAL.bytes());

    @Option(names = "--dry-run", descriptionKey = "dryRun")
    boolean dryRun;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        UserException.when(keep < 0, "--keep", "clean.keep", keep);
        Retention rule = new Retention(keep, Size.parse("--at-most", atMost));
        try (Orchestrator orchestrator = home.look()) {
            Cleaning cleaning = orchestrator.cleaning();
            Cleaning.Report report =
                    dryRun ? new Cleaning.Report(cleaning.going(rule), 0, List.of()) : cleaning.clean(rule);
            System.out.println(json ? Json.write(object(report)) : Visible.of(text(report, rule)));
            report.problems().forEach(problem -> System.err.println(Visible.of(problem)));
            return report.problems().isEmpty() ? 0 : LEFT_OVER;
        }
    }

    private Map<String, @Nullable Object> object(Cleaning.Report report) {
        return Json.object(
                "dry_run",
                dryRun,
                "values",
                report.going().stream().map(CleanCommand::value).toList(),
                "bytes",
                report.bytes(),
                "removed",
                report.removed(),
                "problems",
                report.problems().stream().map(Message::toString).toList());
    }

    private static Map<String, @Nullable Object> value(Going going) {
        return Json.object(
                "pipeline", going.value().run().pipeline(),
                "key", going.value().task().text(),
                "run", going.value().run().number(),
                "bytes", going.value().bytes(),
                "rule", going.rule().name().toLowerCase(Locale.ROOT));
    }

    private String text(Cleaning.Report report, Retention rule) {
        List<Going> going = report.going();
        if (going.isEmpty()) {
            String key = report.removed() == 0 ? "clean.nothing" : "clean.left_before";
            return Message.of(key, report.removed()) + "\n" + rules(EnumSet.allOf(Rule.class), rule);
        }
        EnumSet<Rule> rules =
                going.stream().map(Going::rule).collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
        String key = dryRun ? "clean.would" : "clean.done";
        return table(going) + "\n" + Message.of(key, going.size(), Size.text(report.bytes())) + "\n"
                + rules(rules, rule);
    }

    private static String rules(EnumSet<Rule> rules, Retention rule) {
        return rules.stream()
                .map(each -> Message.of("clean.rule", rule.why(each)).toString())
                .collect(Collectors.joining("\n"));
    }

    /** One line for each asset and partition of a pipeline. */
    private static TextTable table(List<Going> going) {
        TextTable table = new TextTable(
                "pipeline",
                Message.of("cli.step").toString(),
                Message.of("clean.runs").toString(),
                Message.of("clean.takes").toString());
        Map<List<String>, List<Going>> same = going.stream()
                .collect(Collectors.groupingBy(
                        one -> List.of(
                                one.value().run().pipeline(), one.value().task().text()),
                        () -> new TreeMap<>((a, b) -> a.toString().compareTo(b.toString())),
                        Collectors.toList()));
        same.forEach((name, values) -> table.row(name.get(0), name.get(1), runs(values), taken(values)));
        return table;
    }

    private static String taken(List<Going> values) {
        return Size.text(values.stream().mapToLong(one -> one.value().bytes()).sum());
    }

    /** {@code 3}, or {@code 3 … 41 (39)}: the first, the last, how many. */
    private static String runs(List<Going> values) {
        List<Long> runs = values.stream()
                .map(one -> one.value().run().number())
                .sorted()
                .distinct()
                .toList();
        Long first = runs.get(0);
        Long last = runs.get(runs.size() - 1);
        return runs.size() == 1 ? String.valueOf(first) : first + " … " + last + " (" + runs.size() + ")";
    }
}
