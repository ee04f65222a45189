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
import orquesta.resource.ValuePlace;
import orquesta.selection.Selection;

/**
 * A process that does many short runs in a home that it shares with others; each asset prints the number of its run.
 * A third argument names the file of DuckDB, or the variable of a database, that keeps the values.
 */
public final class Muchas {
    private Muchas() {}

    public static void main(String[] args) {
        Path home = Path.of(args[0]);
        int runs = Integer.parseInt(args[1]);
        Pipeline pipeline = pipeline(home, args.length > 2 ? place(args[2]) : ValuePlace.files());
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            for (int i = 0; i < runs; i++) {
                RunRequest request = new RunRequest(Selection.all(), "", Clock.systemUTC(), 2);
                RunResult result = orchestrator.run(pipeline, request);
                System.out.println(
                        result.run().id() + " " + result.run().status().text());
            }
        }
    }

    /** Where values are kept, by the name of a file or of a variable. */
    public static ValuePlace place(String name) {
        return name.endsWith(".duckdb") ? ValuePlace.duckdb(name) : ValuePlace.postgres(name);
    }

    public static Pipeline pipeline(Path home) {
        return pipeline(home, ValuePlace.files());
    }

    public static Pipeline pipeline(Path home, ValuePlace place) {
        return Definitions.of(asset("a"), asset("b", "a"), asset("c", "a"))
                .pool("api", 2)
                .values(place)
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
