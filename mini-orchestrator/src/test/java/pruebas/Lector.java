package pruebas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.selection.Selection;
import orquesta.testkit.TestKit;

/** A process that pins the published {@code a} of a home, waits for a line, and only then reads it. */
public final class Lector {
    private Lector() {}

    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        PrintStream out = System.out;
        AssetDefinition a = AssetDefinition.named("a").computedBy(in -> Relation.rows("n", "0"));
        AssetDefinition b = AssetDefinition.named("b").reads("a").computedBy(in -> {
            out.println("ready");
            await();
            return in.relation("a");
        });
        Pipeline pipeline = Definitions.of(a, b).validated("test").from(home);
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            RunResult result = orchestrator.run(pipeline, RunRequest.of(Selection.parse("b")));
            Relation read = orchestrator
                    .history()
                    .published("test", new AssetKey("b"))
                    .map(pin -> (Relation) orchestrator.value(pin, Relation.class))
                    .orElseThrow();
            out.println("ended " + result.run().status().text() + " " + String.join(",", TestKit.lines(read)));
        }
    }

    private static void await() {
        try {
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
