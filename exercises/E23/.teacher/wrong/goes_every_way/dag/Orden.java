package dag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class Orden {
    private Orden() {}

    static List<String> ordenar(Map<String, List<String>> necesita) {
        Set<String> todas = new LinkedHashSet<>(necesita.keySet());
        necesita.values().forEach(todas::addAll);
        List<String> orden = new ArrayList<>(todas);
        Map<String, Integer> niveles = new HashMap<>();
        todas.forEach(tabla -> niveles.put(tabla, nivel(tabla, necesita, new ArrayList<>())));
        orden.sort(Comparator.comparing(niveles::get));
        return orden;
    }

    /** How many steps stand before a table, at most. */
    private static int nivel(String tabla, Map<String, List<String>> necesita, List<String> camino) {
        if (camino.contains(tabla)) {
            List<String> vuelta = new ArrayList<>(camino.subList(camino.indexOf(tabla), camino.size()));
            vuelta.add(tabla);
            throw new CicloException(vuelta);
        }
        camino.add(tabla);
        int nivel = 0;
        for (String otra : necesita.getOrDefault(tabla, List.of())) {
            nivel = Math.max(nivel, 1 + nivel(otra, necesita, camino));
        }
        camino.remove(camino.size() - 1);
        return nivel;
    }
}
