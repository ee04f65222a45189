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
        return new ArrayList<>(listas);
    }

    private static void visitar(
            String tabla, Map<String, List<String>> necesita, List<String> camino, Set<String> listas) {
        if (listas.contains(tabla)) {
            return;
        }
        if (camino.contains(tabla)) {
            throw new IllegalArgumentException("hay un ciclo");
        }
        camino.add(tabla);
        for (String otra : necesita.getOrDefault(tabla, List.of())) {
            visitar(otra, necesita, camino, listas);
        }
        camino.remove(camino.size() - 1);
        listas.add(tabla);
    }
}
