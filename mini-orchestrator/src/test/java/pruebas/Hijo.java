package pruebas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.asset.StepFunction;
import orquesta.definition.Definitions;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.reports.Reports;
import orquesta.selection.Selection;
import orquesta.text.Language;

/**
 * A process of its own: runs {@code temprano -> medio -> tarde} in the home of its first argument; its second says what
 * {@code medio} does, a third names the pipeline. Tells what happens on standard output, a line each; waits by reading a line.
 */
public final class Hijo {
    private final PrintStream out = System.out;
    private final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final Path home;
    private final String what;
    private final String pipeline;

    private Hijo(Path home, String what, String pipeline) {
        this.home = home;
        this.what = what;
        this.pipeline = pipeline;
    }

    public static void main(String[] args) {
        System.exit(new Hijo(Path.of(args[0]), args[1], args.length > 2 ? args[2] : "test").run());
    }

    private int run() {
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            RunRequest request = new RunRequest(Selection.all(), "", Clock.systemUTC(), 1);
            RunResult result =
                    orchestrator.run(definitions().validated(pipeline).from(home), request, this::tell);
            out.println("ended " + result.run().status().text());
            return result.run().status().exit();
        }
    }

    private void tell(Event event) {
        if (event.step() != null && event.fact() instanceof Fact.StepChanged changed) {
            String held = changed.reason().key().startsWith("step.held") ? "waits: " : "";
            String reason = held.isEmpty() ? "" : ": " + changed.reason().in(Language.EN);
            out.println(held + event.step().text() + " " + changed.state().text() + reason);
        }
        if (what.startsWith("halt after publishing") && event.fact() instanceof Fact.Published) {
            Runtime.getRuntime().halt(137); // what kill -9 leaves behind, at the worst moment
        }
    }

    private Definitions definitions() {
        if (what.equals("halt after publishing")) {
            return Definitions.of(informe("nuevo")).resource("reports", Reports.in("reports"));
        }
        if (what.startsWith("halt after publishing in ")) {
            String place = what.substring("halt after publishing in ".length());
            return Definitions.of(asset("temprano")).values(Muchas.place(place));
        }
        return Definitions.of(
                asset("temprano"),
                AssetDefinition.named("medio").reads("temprano").computedBy(medio()),
                asset("tarde", "medio"));
    }

    /** An asset that publishes two files, each with this text. */
    public static AssetDefinition informe(String text) {
        return AssetDefinition.named("informe")
                .borrows("reports", Reports.class)
                .returns(Path.class)
                .computedBy(in -> {
                    Relation one = Relation.rows("v", "'" + text + "'");
                    return in.get("reports", Reports.class)
                            .newFolder()
                            .csv("a.csv", one)
                            .csv("b.csv", one)
                            .path();
                });
    }

    private static AssetDefinition asset(String key, String... reads) {
        return AssetDefinition.named(key).reads(reads).computedBy(in -> Relation.rows("v", "'" + key + "'"));
    }

    private StepFunction medio() {
        return inputs -> {
            System.out.println("medio begins");
            switch (what) {
                case "wait" -> await();
                case "open again and wait" -> {
                    Orchestrator.at(home).close(); // a second look at the same home, in the same process
                    await();
                }
                case "direct" -> System.exit(0);
                case "library" -> Salidas.exit(0);
                case "runtime exit" -> Salidas.runtimeExit(0);
                case "reflection" -> Salidas.byReflection(0);
                case "thread" -> Salidas.inThread(0);
                default -> throw new IllegalArgumentException(what);
            }
            return Relation.rows("v", "'medio'");
        };
    }

    private void await() {
        try {
            out.println("ready");
            in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
