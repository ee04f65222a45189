package orquesta.notebook;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import orquesta.RunResult;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckKey;
import orquesta.autograder.Advice;
import orquesta.autograder.Feedback;
import orquesta.demo.CronDemo;
import orquesta.demo.SvgDrawing;
import orquesta.demo.TerminalDrawing;
import orquesta.draw.GraphSvg;
import orquesta.draw.StateSign;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.lesson.MarkdownCard;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.tienda.Gantt;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** How values show in a notebook; the kernel finds this class by its service file and installs it at its start. */
public final class Views implements Extension {
    private static final int ROWS = 20;

    /** How a type shows where more than plain text can be shown. */
    private record Rich<T>(MIMEType type, Function<T, String> text) {}

    @Override
    public void install(BaseKernel kernel) {
        Renderer renderer = kernel.getRenderer();
        show(renderer, Table.class, new Rich<>(MIMEType.TEXT_HTML, Views::html), table -> table.print(ROWS));
        show(renderer, RunResult.class, new Rich<>(MIMEType.TEXT_HTML, Views::html), Views::text);
        show(renderer, AssetGraph.class, new Rich<>(MIMEType.TEXT_HTML, Views::html), Views::text);
        show(renderer, CronDemo.class, new Rich<>(MIMEType.TEXT_HTML, SvgDrawing::of), Views::text);
        show(renderer, Gantt.class, new Rich<>(MIMEType.TEXT_HTML, Gantt::svg), Gantt::toString);
        show(renderer, Feedback.class, new Rich<>(MIMEType.TEXT_HTML, Feedback::html), Feedback::text);
        show(renderer, Advice.class, new Rich<>(MIMEType.TEXT_MARKDOWN, Advice::markdown), Advice::markdown);
        show(
                renderer,
                MarkdownCard.class,
                new Rich<>(MIMEType.TEXT_MARKDOWN, MarkdownCard::markdown),
                MarkdownCard::toString);
    }

    private static <T> void show(Renderer renderer, Class<T> type, Rich<T> rich, Function<T, String> text) {
        renderer.createRegistration(type)
                .preferring(rich.type())
                .supporting(MIMEType.TEXT_PLAIN)
                .register((value, context) -> {
                    context.renderIfRequested(rich.type(), () -> rich.text().apply(value));
                    context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> text.apply(value));
                });
    }

    static String html(Table table) {
        List<HtmlTable.Column> columns = table.columns().stream()
                .map(column -> new HtmlTable.Column(column.name(), column instanceof NumericColumn))
                .toList();
        int shown = Math.min(ROWS, table.rowCount());
        List<List<String>> rows = IntStream.range(0, shown)
                .mapToObj(row -> table.columns().stream()
                        .map(column -> text(column, row))
                        .toList())
                .toList();
        Message caption = Message.of("table.caption", table.name(), count(table.rowCount()), table.columnCount());
        return new HtmlTable(caption.toString(), columns, rows, table.rowCount() - shown).html();
    }

    /** A table of the steps, and below it the graph of the pipeline, an asset in the state of a piece that was not well. */
    static String html(RunResult result) {
        List<HtmlTable.Column> columns = List.of(
                new HtmlTable.Column(Message.of("cli.step").toString(), false),
                new HtmlTable.Column(Message.of("cli.state").toString(), false),
                new HtmlTable.Column(Message.of("cli.rows").toString(), true),
                new HtmlTable.Column("ms", true),
                new HtmlTable.Column(Message.of("cli.reason").toString(), false));
        // A sign without a line break between it and its word.
        List<List<String>> rows = inOrder(result)
                .map(step -> cells(step).stream()
                        .map(text -> text.equals(StateSign.of(step.state())) ? text.replace(' ', '\u00a0') : text)
                        .toList())
                .toList();
        Map<AssetKey, State> states = new HashMap<>();
        for (StepRecord step : result.steps()) {
            if (step.key() instanceof AssetKey asset) {
                states.merge(asset, step.state(), (one, other) -> one.isGood() ? other : one);
            }
        }
        return new HtmlTable(caption(result), columns, rows, 0).html()
                + "\n"
                + GraphSvg.of(result.pipeline().graph(), states::get);
    }

    static String text(RunResult result) {
        return inOrder(result)
                .map(step -> String.join("  ", cells(step)))
                .collect(Collectors.joining("\n", caption(result) + "\n", ""));
    }

    /** The nights of both lanes, and the verdict. */
    static String text(CronDemo demo) {
        TerminalDrawing drawing = new TerminalDrawing(demo);
        Stream<String> nights = demo.week().nights().stream().flatMap(night -> drawing.night(night).stream());
        return Stream.of(drawing.opening().stream(), nights, drawing.verdict().stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** The graph without states: nothing has run. */
    static String html(AssetGraph graph) {
        return GraphSvg.of(graph, asset -> null);
    }

    /** A line for each asset that is read: {@code ventas_leidas -> ventas, ventas_rechazadas}; one that is not stands alone. */
    static String text(AssetGraph graph) {
        return graph.inOrder().stream().map(asset -> text(graph, asset)).collect(Collectors.joining("\n"));
    }

    private static String text(AssetGraph graph, AssetKey asset) {
        Set<AssetKey> readers = graph.reach(asset, false, 1);
        String names = readers.stream().map(AssetKey::name).collect(Collectors.joining(", "));
        return readers.isEmpty() ? asset.name() : asset.name() + " -> " + names;
    }

    /** The steps as the data flows: each asset after what it reads, then its checks. */
    private static Stream<StepRecord> inOrder(RunResult result) {
        List<AssetKey> assets = result.pipeline().graph().inOrder();
        return result.steps().stream()
                .sorted(Comparator.comparingInt(
                                (StepRecord step) -> assets.indexOf(step.key().asset()))
                        .thenComparing(step -> step.key() instanceof CheckKey)
                        .thenComparing(step -> step.task().text()));
    }

    private static String caption(RunResult result) {
        return Message.of(
                        "table.run",
                        result.run().id(),
                        result.run().status().text(),
                        result.run().reason())
                .toString();
    }

    private static List<String> cells(StepRecord step) {
        long millis = step.times().millis();
        return List.of(
                step.task().text(),
                StateSign.of(step.state()),
                count(step.rows()),
                count(millis),
                step.reason().toString());
    }

    /** Empty for a number below zero: one that nobody knows. */
    private static String count(long number) {
        return number < 0 ? "" : Language.current().count(number);
    }

    private static String text(Column<?> column, int row) {
        return column.isMissing(row) ? "" : column.getString(row);
    }
}
