package dag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class Ciclos {
    private Ciclos() {}

    static Optional<String> ciclo(Map<String, List<String>> necesita) {
        Set<String> listas = new HashSet<>();
        for (String tabla : necesita.keySet()) {
            List<String> vuelta = buscar(tabla, necesita, new ArrayList<>(), listas);
            if (!vuelta.isEmpty()) {
                return Optional.of(escrito(vuelta));
            }
        }
        return Optional.empty();
    }

    /** The cycle that is met from a table on, without its first table again; empty if there is none. */
    private static List<String> buscar(
            String tabla, Map<String, List<String>> necesita, List<String> camino, Set<String> listas) {
        if (listas.contains(tabla)) {
            return List.of();
        }
        if (camino.contains(tabla)) {
            return new ArrayList<>(camino.subList(camino.indexOf(tabla), camino.size()));
        }
        camino.add(tabla);
        for (String otra : necesita.getOrDefault(tabla, List.of())) {
            List<String> vuelta = buscar(otra, necesita, camino, listas);
            if (!vuelta.isEmpty()) {
                return vuelta;
            }
        }
        camino.remove(camino.size() - 1);
        listas.add(tabla);
        return List.of();
    }

    private static String escrito(List<String> vuelta) {
        return String.join(" -> ", vuelta) + " -> " + vuelta.get(0);
    }
}
