package dag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class Estados {
    private Estados() {}

    static Map<String, String> estados(Map<String, List<String>> necesita, Map<String, String> siParte) {
        Map<String, String> estados = new LinkedHashMap<>();
        for (String tabla : siParte.keySet()) {
            estado(tabla, necesita, siParte, estados);
        }
        return estados;
    }

    private static String estado(
            String tabla, Map<String, List<String>> necesita, Map<String, String> siParte, Map<String, String> fin) {
        if (fin.containsKey(tabla)) {
            return fin.get(tabla);
        }
        List<String> arriba = new ArrayList<>();
        for (String otra : necesita.getOrDefault(tabla, List.of())) {
            arriba.add(estado(otra, necesita, siParte, fin));
        }
        String estado = decidir(arriba, siParte.get(tabla));
        fin.put(tabla, estado);
        return estado;
    }

    private static String decidir(List<String> arriba, String propio) {
        if (arriba.contains("failed") || arriba.contains("upstream_failed")) {
            return "upstream_failed";
        }
        return propio;
    }
}
