package orquesta.tienda;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orquesta.asset.AssetGraph;
import orquesta.asset.AssetKey;

/** The arrows of a graph as plain lists of names, and what an order makes of them. */
public final class Flechas {
    private Flechas() {}

    /** For each step the steps that it needs, both by name: {@code {productos=[], ventas=[ventas_leidas], ...}}. */
    public static Map<String, List<String>> necesita(AssetGraph grafo) {
        Map<String, List<String>> necesita = new LinkedHashMap<>();
        for (AssetKey key : grafo.keys()) {
            necesita.put(
                    key.name(), grafo.inputsOf(key).stream().map(AssetKey::name).toList());
        }
        return necesita;
    }

    /** How many arrows of the graph point backwards in this order; -1 if it does not hold every step, each once. */
    public static int alReves(AssetGraph grafo, List<String> orden) {
        Map<String, List<String>> necesita = necesita(grafo);
        if (orden.size() != necesita.size() || !new HashSet<>(orden).equals(necesita.keySet())) {
            return -1;
        }
        int alReves = 0;
        for (Map.Entry<String, List<String>> paso : necesita.entrySet()) {
            int lugar = orden.indexOf(paso.getKey());
            alReves += (int) paso.getValue().stream()
                    .filter(necesario -> orden.indexOf(necesario) > lugar)
                    .count();
        }
        return alReves;
    }
}
