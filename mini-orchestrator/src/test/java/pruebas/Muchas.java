package pruebas;

import java.nio.file.Path;
import java.time.Clock;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.selection.Selection;

/** A process that does many short runs in a home that it shares with others; each asset prints the number of its run. */
public final class Muchas {
    private Muchas() {}

    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        int runs = Integer.parseInt(args[1]);
        Pipeline pipeline = pipeline(home);
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            for (int i = 0; i < runs; i++) {
                RunRequest request = new RunRequest(Selection.all(), "", Clock.systemUTC(), 2);
                RunResult result = orchestrator.run(pipeline, request);
                System.out.println(
                        result.run().id() + " " + result.run().status().text());
            }
        }
    }

    public static Pipeline pipeline(Path home) {
        return Definitions.of(asset("a"), asset("b", "a"), asset("c", "a"))
                .pool("api", 2)
                .validated("muchas")
                .from(home);
    }

    private static AssetDefinition asset(String key, String... reads) {
        return AssetDefinition.named(key).reads(reads).wantsRun().pool("api").computedBy(in -> {
            System.out.println("run " + in.run().number());
            return Relation.rows("n", String.valueOf(in.run().number()));
        });
    }
}
