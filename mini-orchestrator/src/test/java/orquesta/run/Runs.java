package orquesta.run;

import java.nio.file.Path;
import java.time.Clock;
import orquesta.RunRequest;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.resource.Resource;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;

/** Says in one sentence what a test runs: {@code Runs.of(a, b).select("*b").workers(1).in(home)}. */
public final class Runs {
    private final Definitions definitions;
    private String selection = "";
    private int workers = 2;
    private RunListener listener = event -> {};

    private Runs(Definitions definitions) {
        this.definitions = definitions;
    }

    public static Runs of(Object... declarations) {
        return new Runs(Definitions.of(declarations));
    }

    public Runs resource(String name, Resource<?> recipe) {
        definitions.resource(name, recipe);
        return this;
    }

    public Runs select(String text) {
        selection = text;
        return this;
    }

    public Runs workers(int count) {
        workers = count;
        return this;
    }

    public Runs listener(RunListener told) {
        listener = told;
        return this;
    }

    public Ended in(TestHome home) {
        RunRequest request = new RunRequest(Selection.parse(selection), "", Clock.systemUTC(), workers);
        var result = home.orchestrator().run(home.pipeline(definitions), request, listener);
        return new Ended(home, result);
    }

    public Ended in(Path folder) {
        try (TestHome home = TestHome.in(folder)) {
            return in(home);
        }
    }

    /** An asset of one row that reads others. */
    public static AssetDefinition asset(String key, String... reads) {
        return AssetDefinition.named(key).reads(reads).computedBy(in -> one(key));
    }

    /** An asset whose code throws. */
    public static AssetDefinition failing(String key, String... reads) {
        return AssetDefinition.named(key).reads(reads).computedBy(in -> {
            throw new IllegalStateException("boom");
        });
    }

    /** A blocking check that says this. */
    public static CheckDefinition check(String name, String asset, CheckResult verdict) {
        return CheckDefinition.named(name, asset).computedBy(in -> verdict);
    }

    /** One row that holds one text. */
    public static Relation one(String text) {
        return Relation.rows("v", "'" + text + "'");
    }
}
