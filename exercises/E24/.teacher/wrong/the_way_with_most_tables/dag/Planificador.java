package dag;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;

public final class Planificador {
    private final Map<String, List<String>> necesita;
    private final Map<String, Integer> minutos;
    private final Map<String, Integer> niveles = new LinkedHashMap<>();
    private final Map<String, Integer> finales = new HashMap<>();
    private final Map<String, String> anterior = new HashMap<>();

    private Planificador(Map<String, List<String>> necesita, Map<String, Integer> minutos) {
        this.necesita = necesita;
        this.minutos = minutos;
    }

    static Plan planificar(Map<String, List<String>> necesita, Map<String, Integer> minutos) {
        Planificador plan = new Planificador(necesita, minutos);
        minutos.keySet().forEach(plan::visitar);
        String ultima = Collections.max(minutos.keySet(), Comparator.comparing(plan.finales::get));
        return new Plan(plan.niveles, plan.finales.get(ultima), plan.camino(ultima));
    }

    private void visitar(String tabla) {
        if (finales.containsKey(tabla)) {
            return;
        }
        int nivel = 0;
        int inicio = 0;
        for (String otra : necesita.getOrDefault(tabla, List.of())) {
            visitar(otra);
            nivel = Math.max(nivel, 1 + niveles.get(otra));
            if (niveles.get(otra) + 1 == nivel) {
                inicio = finales.get(otra);
                anterior.put(tabla, otra);
            }
        }
        niveles.put(tabla, nivel);
        finales.put(tabla, inicio + minutos.get(tabla));
    }

    private List<String> camino(String ultima) {
        LinkedList<String> camino = new LinkedList<>();
        for (String tabla = ultima; tabla != null; tabla = anterior.get(tabla)) {
            camino.addFirst(tabla);
        }
        return camino;
    }
}
