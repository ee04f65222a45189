package dag;

import java.util.ArrayList;
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
        Map<String, List<String>> faltan = new HashMap<>();
        todas.forEach(tabla -> faltan.put(tabla, new ArrayList<>(necesita.getOrDefault(tabla, List.of()))));
        List<String> orden = new ArrayList<>();
        for (boolean avanza = true; avanza; ) {
            avanza = false;
            for (String tabla : todas) {
                if (!orden.contains(tabla) && orden.containsAll(faltan.get(tabla))) {
                    orden.add(tabla);
                    avanza = true;
                }
            }
        }
        return orden;
    }
}
