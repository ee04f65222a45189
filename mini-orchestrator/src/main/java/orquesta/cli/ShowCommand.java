package orquesta.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.Materialization;
import orquesta.event.Pin;
import orquesta.event.RunRecord;
import orquesta.store.History;
import orquesta.store.StepQueries;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit show}: what readers see of an asset now: its facts, its first rows, what its checks said. */
@Command(name = "show", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    private static final int LONGEST_VALUE = 4_000;

    @Parameters(index = "0", paramLabel = "ASSET", descriptionKey = "asset")
    String asset = "";

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Mixin
    HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        try (Orchestrator orchestrator = home.look()) {
            History history = orchestrator.history();
            RunChoice choice = home.choice(orchestrator);
            Task asked = choice.task(asset).judged();
            if (!new StepQueries(history).names().contains(asked.asset().name())) {
                throw choice.unknown(asset);
            }
            StepQueries.Published newest =
                    new StepQueries(history).newest(asked).orElseThrow(() -> unpublished(asked));
            Task task = newest.task();
            Pin pin = newest.pin();
            RunRecord run = choice.run(pin.run().number());
            System.out.println(json ? Json.write(object(task, pin, run)) : Visible.of(text(task, pin, run)));
            String whole = json ? "" : json(orchestrator, pin);
            if (!whole.isEmpty()) {
                System.out.println("\n" + Visible.of(whole));
            }
            checks(history, task, pin);
            return 0;
        }
    }

    /** Never published; the remedy computes this partition alone. */
    private static UserException unpublished(Task task) {
        String key = task.partition().isEmpty() ? "cli.not_published" : "cli.not_published_partition";
        return new UserException(task.text(), key, task.text(), task.asset(), task.partition());
    }

    private static Map<String, @Nullable Object> object(Task task, Pin pin, RunRecord run) {
        Materialization value = pin.value();
        return Json.object(
                "key", task.asset().name(),
                "partition", task.partition(),
                "pipeline", pin.run().pipeline(),
                "run", pin.run().number(),
                "computed", Json.time(run.request().started()),
                "form", value.form().name().toLowerCase(Locale.ROOT),
                "location", value.location(),
                "contents", value.contents(),
                "hash", value.hash(),
                "facts", value.facts());
    }

    private static String text(Task task, Pin pin, RunRecord run) {
        Materialization value = pin.value();
        StringBuilder text = new StringBuilder();
        text.append(Message.of(
                "cli.published",
                task.text(),
                pin.run(),
                pin.run().pipeline(),
                Json.time(run.request().started())));
        Materialization.Contents contents = value.contents();
        if (contents.rows() >= 0) {
            text.append('\n').append(Message.of("cli.table", contents.rows(), contents.bytes(), value.target()));
        } else if (!value.location().isEmpty()) {
            text.append('\n').append(Message.of("cli.value", contents.bytes(), value.target()));
        }
        contents.files()
                .forEach(file -> text.append("\n  ")
                        .append(file.name())
                        .append("  ")
                        .append(Language.current().count(file.bytes()))
                        .append(" B"));
        value.facts()
                .forEach((name, fact) ->
                        text.append("\n  ").append(name).append(": ").append(fact));
        text.append("\n  ")
                .append(value.hash().algorithm())
                .append(": ")
                .append(value.hash().value());
        if (!contents.columns().isEmpty()) {
            text.append("\n\n").append(preview(contents));
        }
        long hidden = contents.rows() - contents.preview().size();
        if (hidden > 0) {
            text.append('\n').append(Message.of("cli.more_rows", hidden));
        }
        return text.toString();
    }

    /** A record or a text, as JSON; at most its beginning. */
    private static String json(Orchestrator orchestrator, Pin pin) {
        String whole = pin.value().form() == ValueForm.JSON
                ? ((JsonNode) orchestrator.value(pin, JsonNode.class)).toPrettyString()
                : "";
        return whole.length() > LONGEST_VALUE ? whole.substring(0, LONGEST_VALUE) + "…" : whole;
    }

    private static TextTable preview(Materialization.Contents contents) {
        TextTable table = new TextTable(contents.columns().stream()
                .map(column -> column.name() + " " + column.type())
                .toArray(String[]::new));
        for (List<@Nullable String> row : contents.preview()) {
            table.row(row.toArray());
        }
        return table;
    }

    private void checks(History history, Task task, Pin pin) {
        if (json) {
            return;
        }
        for (Event event : history.events(pin.run())) {
            if (event.fact() instanceof Fact.CheckEvaluated check
                    && event.task() != null
                    && event.task().judged().equals(task)) {
                String facts = check.verdict().facts().entrySet().stream()
                        .map(fact -> fact.getKey() + " = " + fact.getValue())
                        .collect(Collectors.joining(", "));
                String sign = check.verdict().passed() ? "✓" : "▲";
                System.out.println(Visible.of(sign + " " + event.task().text() + ": " + check.said() + " " + facts)
                        .strip());
            }
        }
    }
}
