package dag;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class Orden {
    private Orden() {}

    static List<String> ordenar(Map<String, List<String>> necesita) {
        Set<String> todas = new LinkedHashSet<>(necesita.keySet());
        necesita.values().forEach(todas::addAll);
        todas.forEach(tabla -> necesita.putIfAbsent(tabla, new ArrayList<>()));
        for (String tabla : todas) {
            visitar(tabla, necesita, new ArrayList<>(), new LinkedHashSet<>());
        }
        List<String> orden = new ArrayList<>();
        while (orden.size() < todas.size()) {
            for (String tabla : todas) {
                if (!orden.contains(tabla) && necesita.get(tabla).isEmpty()) {
                    orden.add(tabla);
                    necesita.values().forEach(lista -> lista.remove(tabla));
                }
            }
        }
        return orden;
    }

    private static void visitar(
            String tabla, Map<String, List<String>> necesita, List<String> camino, Set<String> listas) {
        if (listas.contains(tabla)) {
            return;
        }
        if (camino.contains(tabla)) {
            List<String> vuelta = new ArrayList<>(camino.subList(camino.indexOf(tabla), camino.size()));
            vuelta.add(tabla);
            throw new CicloException(vuelta);
        }
        camino.add(tabla);
        for (String otra : necesita.getOrDefault(tabla, List.of())) {
            visitar(otra, necesita, camino, listas);
        }
        camino.remove(camino.size() - 1);
        listas.add(tabla);
    }
}
