package dag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Graphs that are made in an order which is then hidden; each check asks for its own matter alone. */
public final class Casos implements TrialSource {
    private static final List<String> NAMES = List.of(
            "ventas",
            "clientes",
            "productos",
            "regiones",
            "tiendas",
            "cajas",
            "turnos",
            "precios",
            "impuestos",
            "resumen",
            "reporte",
            "alertas");

    @Override
    public List<Trial> trials(long seed) {
        Random chance = new Random(seed);
        List<Trial> trials = new ArrayList<>();
        trials.add(eachOnce(chance));
        for (int i = 0; i < 3; i++) {
            Map<String, List<String>> graph = graph(names(chance).subList(0, i == 0 ? 5 : 12), chance);
            trials.add(Trial.forCheck("needed_first")
                    .with(graph)
                    .judged(new AnOrder(graph))
                    .build());
        }
        trials.addAll(circles(chance));
        Map<String, List<String>> kept = graph(names(chance).subList(0, 5), chance);
        trials.add(Trial.forCheck("untouched")
                .with(kept)
                .judged(AnOrder.eachOnce(kept))
                .untouched()
                .build());
        List<String> names = names(chance);
        Map<String, List<String>> now = chain(names.subList(0, 3));
        trials.add(Trial.forCheck("again")
                .after(chain(names.subList(2, 7)))
                .with(now)
                .judged(AnOrder.eachOnce(now))
                .build());
        Map<String, List<String>> diamonds = diamonds(40 + chance.nextInt(20));
        trials.add(Trial.forCheck("diamonds")
                .with(diamonds)
                .judged(AnOrder.eachOnce(diamonds))
                .build());
        return trials;
    }

    private static List<String> names(Random chance) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, chance);
        return names;
    }

    /** Tables that need something are in the map, and what they need is not. */
    private static Trial eachOnce(Random chance) {
        List<String> names = names(chance);
        Map<String, List<String>> graph = new LinkedHashMap<>();
        graph.put(names.get(0), List.of(names.get(1), names.get(2)));
        graph.put(names.get(3), List.of(names.get(2)));
        return Trial.forCheck("each_once")
                .with(graph)
                .judged(AnOrder.eachOnce(graph))
                .build();
    }

    /**
     * The last of the names is the first in the map; of the first four, the fourth needs the first and the third, and the
     * third needs the second, which needs the first: who comes as soon as one of its needs is there comes too early.
     */
    private static Map<String, List<String>> graph(List<String> names, Random chance) {
        List<List<String>> needs = new ArrayList<>();
        needs.add(List.of());
        needs.add(List.of(names.get(0)));
        needs.add(List.of(names.get(1)));
        needs.add(List.of(names.get(0), names.get(2)));
        for (int i = 4; i < names.size(); i++) {
            List<String> before = new ArrayList<>(names.subList(0, i));
            Collections.shuffle(before, chance);
            needs.add(List.copyOf(before.subList(0, 1 + chance.nextInt(3))));
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < names.size() - 1; i++) {
            places.add(i);
        }
        Collections.shuffle(places, chance);
        places.add(0, names.size() - 1);
        Map<String, List<String>> graph = new LinkedHashMap<>();
        places.forEach(place -> graph.put(names.get(place), needs.get(place)));
        return graph;
    }

    /** Each needs the one behind it. */
    private static Map<String, List<String>> chain(List<String> names) {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            graph.put(names.get(i), i + 1 < names.size() ? List.of(names.get(i + 1)) : List.of());
        }
        return graph;
    }

    private static List<Trial> circles(Random chance) {
        List<String> names = names(chance);
        Map<String, List<String>> ring = chain(names.subList(0, 3 + chance.nextInt(3)));
        ring.put(names.get(ring.size() - 1), List.of(names.get(0)));

        Map<String, List<String>> alone = new LinkedHashMap<>(Map.of(names.get(4), List.of(names.get(4))));

        Map<String, List<String>> tail = chain(names.subList(0, 6));
        tail.put(names.get(5), List.of(names.get(2 + chance.nextInt(2))));
        return List.of(
                Trial.forCheck("circle").with(ring).judged(new ACircle(ring)).build(),
                Trial.forCheck("itself").with(alone).judged(new ACircle(alone)).build(),
                Trial.forCheck("circle_alone")
                        .with(tail)
                        .judged(new ACircle(tail))
                        .build());
    }

    /** Each stage doubles the ways to the first table. */
    private static Map<String, List<String>> diamonds(int stages) {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (int stage = stages; stage > 0; stage--) {
            graph.put("t" + stage, List.of("a" + stage, "b" + stage));
            graph.put("a" + stage, List.of("t" + (stage - 1)));
            graph.put("b" + stage, List.of("t" + (stage - 1)));
        }
        graph.put("t0", List.of());
        return graph;
    }
}
