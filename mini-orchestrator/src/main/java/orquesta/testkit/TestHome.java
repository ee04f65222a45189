package orquesta.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.asset.StepKey;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.Pin;
import orquesta.resource.PipelineRoot;
import orquesta.selection.Selection;
import orquesta.store.History;
import orquesta.store.LogQueries;

/**
 * A home of its own for one test: runs definitions in it, and shows what is published afterwards. Relative paths of
 * resources start in it too, so that reports of a test land nowhere else.
 *
 * <pre>{@code
 * try (TestHome home = TestHome.create()) {
 *     RunResult run = home.run(Ventas.definitions(), "*ingresos_totales");
 *
 *     assertThat(run.step("ingresos_totales").state()).isEqualTo(State.OK);
 *     assertThat(home.lines("ingresos_totales")).containsExactly("hogar,1990.00,1,1990.00");
 * }
 * }</pre>
 */
public final class TestHome implements AutoCloseable {
    /** The name under which definitions run here. */
    public static final String PIPELINE = "test";

    private final Path folder;
    private final Orchestrator orchestrator;
    private final boolean temporary;

    private TestHome(Path folder, boolean temporary) {
        this.folder = folder;
        this.orchestrator = Orchestrator.at(folder);
        this.temporary = temporary;
    }

    /** A home in a temporary folder, which is deleted when this is closed. */
    public static TestHome create() {
        try {
            return new TestHome(Files.createTempDirectory("orquesta-test"), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A home in a folder, which stays: to be opened a second time, as after a restart. */
    public static TestHome in(Path folder) {
        return new TestHome(folder, false);
    }

    public Path folder() {
        return folder;
    }

    public Orchestrator orchestrator() {
        return orchestrator;
    }

    public History history() {
        return orchestrator.history();
    }

    /**
     * The definitions as a pipeline: relative paths of its resources start in this home, those of files that it reads where
     * they start in a run.
     */
    public Pipeline pipeline(Definitions definitions) {
        return definitions.validated(PIPELINE).readingFrom(PipelineRoot.here()).from(folder);
    }

    /** Runs what the selections pick, today; everything if there is none. */
    public RunResult run(Definitions definitions, String... selections) {
        return run(definitions, RunRequest.of(Selection.parse(List.of(selections))));
    }

    public RunResult run(Definitions definitions, RunRequest request) {
        return orchestrator.run(pipeline(definitions), request);
    }

    /** The published value of an asset, read as a type that a step could read it as. */
    public <T> T value(String asset, Class<T> type) {
        return type.cast(value(asset, (Type) type));
    }

    /** The published value of an asset, read as a type such as {@code List<Venta>}. */
    public Object value(String asset, Type type) {
        Pin pin = history()
                .published(PIPELINE, new AssetKey(asset))
                .orElseThrow(() -> new IllegalStateException("'" + asset + "' was never published in this home"));
        return orchestrator.value(pin, type);
    }

    /** The rows of the published value of an asset as text, see {@link TestKit#lines}. */
    public List<String> lines(String asset) {
        return TestKit.lines(value(asset, Relation.class));
    }

    /** What a step printed in a run. */
    public String printed(RunResult run, String step) {
        return new LogQueries(history())
                .of(run.run().id(), StepKey.parse(step)).stream()
                        .map(LogQueries.Chunk::text)
                        .collect(Collectors.joining());
    }

    @Override
    public void close() {
        orchestrator.close();
        if (temporary) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
