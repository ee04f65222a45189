package orquesta.tienda;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.selection.Selection;
import orquesta.text.UserException;

/**
 * A rehearsal: a pipeline with the arrows of a real one whose steps compute nothing. Each sleeps as long as it is said to
 * last, where a minute is {@value #MINUTO} milliseconds, and those that are said to fail then fail.
 *
 * <pre>{@code
 * Ensayo ensayo = Ensayo.de(ventas.graph(), Map.of("productos", 2, "ventas_leidas", 3));
 * Gantt.de(sandbox.run(ensayo.falla("ventas").pipeline(), 2));
 * }</pre>
 */
public final class Ensayo {
    /** Milliseconds that stand for a minute. */
    static final int MINUTO = 200;

    private final AssetGraph grafo;
    private final Map<String, Integer> minutos;
    private final Set<String> fallan;

    private Ensayo(AssetGraph grafo, Map<String, Integer> minutos, Set<String> fallan) {
        this.grafo = grafo;
        this.minutos = Map.copyOf(minutos);
        this.fallan = Set.copyOf(fallan);
    }

    /**
     * Begins with a day on which nothing fails.
     *
     * @param minutos how long each step lasts; one that is not there lasts a minute
     * @throws UserException if one is no step of the graph: it names the nearest
     */
    public static Ensayo de(AssetGraph grafo, Map<String, Integer> minutos) {
        minutos.keySet().forEach(paso -> Selection.parse(List.of(paso)).in(grafo));
        return new Ensayo(grafo, minutos, Set.of());
    }

    /** The same on a day when this step fails, at its end. */
    public Ensayo falla(String paso) {
        Set<String> todos = new LinkedHashSet<>(fallan);
        todos.add(grafo.definition(new AssetKey(paso)).key().name());
        return new Ensayo(grafo, minutos, todos);
    }

    /** What can be run. */
    public Pipeline pipeline() {
        return Definitions.of(grafo.keys().stream().map(this::paso).toArray()).validated("ensayo");
    }

    private AssetDefinition paso(AssetKey key) {
        AssetDefinition.Builder paso = AssetDefinition.named(key.name()).returns(String.class);
        grafo.inputsOf(key).forEach(leido -> paso.reads(leido.name(), String.class));
        return paso.computedBy(inputs -> dormir(key.name()));
    }

    private String dormir(String paso) throws InterruptedException {
        Thread.sleep((long) MINUTO * minutos.getOrDefault(paso, 1));
        if (fallan.contains(paso)) {
            throw new IllegalStateException(paso);
        }
        return paso;
    }
}
