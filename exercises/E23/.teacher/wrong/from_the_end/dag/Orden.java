package dag;

import java.util.ArrayList;
import java.util.Collections;
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
        List<String> orden = new ArrayList<>(listas);
        Collections.reverse(orden);
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
