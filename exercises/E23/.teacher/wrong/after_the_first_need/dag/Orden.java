package dag;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class Orden {
    private Orden() {}

    static List<String> ordenar(Map<String, List<String>> necesita) {
        Set<String> listas = new LinkedHashSet<>();
        for (String tabla : necesita.keySet()) {
            visitar(tabla, necesita, new ArrayList<>(), listas);
        }
        return niveles(necesita, listas);
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

    /** From the tables that need nothing to those that need them, level by level. */
    private static List<String> niveles(Map<String, List<String>> necesita, Set<String> todas) {
        Set<String> orden = new LinkedHashSet<>();
        for (String tabla : todas) {
            if (necesita.getOrDefault(tabla, List.of()).isEmpty()) {
                orden.add(tabla);
            }
        }
        List<String> cola = new ArrayList<>(orden);
        while (!cola.isEmpty()) {
            String lista = cola.remove(0);
            for (String tabla : necesita.keySet()) {
                if (necesita.get(tabla).contains(lista) && orden.add(tabla)) {
                    cola.add(tabla);
                }
            }
        }
        return new ArrayList<>(orden);
    }
}
