package dag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Graphs with one planted cycle, or made in an order, so that there is none; each check asks for its own matter alone. */
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
        for (int i = 0; i < 2; i++) {
            trials.add(Trial.forCheck("none")
                    .with(diamond(names(chance)))
                    .gives(Optional.empty())
                    .build());
            Map<String, List<String>> ring = ring(names(chance).subList(0, 3 + chance.nextInt(3)));
            trials.add(Trial.forCheck("circle")
                    .with(ring)
                    .judged(new OnceAround(ring))
                    .build());
        }
        trials.add(itself(names(chance)));
        trials.add(circleAlone(names(chance)));
        trials.add(begins(names(chance), chance));
        trials.add(elsewhere(names(chance)));
        trials.add(Trial.forCheck("untouched")
                .with(diamond(names(chance)))
                .gives(Optional.empty())
                .untouched()
                .build());
        trials.add(Trial.forCheck("many_ways")
                .with(diamonds(40 + chance.nextInt(20)))
                .gives(Optional.empty())
                .build());
        return trials;
    }

    private static List<String> names(Random chance) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, chance);
        return names;
    }

    /** Each needs the one behind it, the last the first. */
    private static Map<String, List<String>> ring(List<String> names) {
        Map<String, List<String>> ring = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            ring.put(names.get(i), List.of(names.get((i + 1) % names.size())));
        }
        return ring;
    }

    /** Two ways lead to one table, which needs another; and one table is by itself. */
    private static Map<String, List<String>> diamond(List<String> names) {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        graph.put(names.get(0), List.of(names.get(1), names.get(2)));
        graph.put(names.get(1), List.of(names.get(3)));
        graph.put(names.get(2), List.of(names.get(3), names.get(4)));
        graph.put(names.get(3), List.of(names.get(4)));
        graph.put(names.get(5), List.of());
        return graph;
    }

    private static Trial itself(List<String> names) {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        graph.put(names.get(2), List.of(names.get(2), names.get(1)));
        graph.put(names.get(0), List.of(names.get(1), names.get(2)));
        graph.put(names.get(1), List.of());
        return Trial.forCheck("itself")
                .with(graph)
                .judged(new OnceAround(graph))
                .build();
    }

    /** A chain of three leads to a ring of four. */
    private static Trial circleAlone(List<String> names) {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            graph.put(names.get(i), List.of(names.get(i + 1)));
        }
        graph.putAll(ring(names.subList(3, 7)));
        return Trial.forCheck("circle_alone")
                .with(graph)
                .judged(new OnceAround(graph))
                .build();
    }

    /** The map begins with the last name of the ring, so that who begins where the ring is met begins wrongly. */
    private static Trial begins(List<String> names, Random chance) {
        List<String> members = new ArrayList<>(names.subList(0, 4 + chance.nextInt(3)));
        Collections.rotate(members, -members.indexOf(Collections.max(members)));
        List<String> written = new ArrayList<>(members);
        Collections.rotate(written, -written.indexOf(Collections.min(written)));
        written.add(written.get(0));
        return Trial.forCheck("begins")
                .with(ring(members))
                .gives(Optional.of(String.join(" -> ", written)))
                .build();
    }

    /** A chain comes first; no way leads from it to the ring. */
    private static Trial elsewhere(List<String> names) {
        Map<String, List<String>> graph = new LinkedHashMap<>();
        graph.put(names.get(0), List.of(names.get(1)));
        graph.put(names.get(1), List.of(names.get(2)));
        graph.putAll(ring(names.subList(3, 6)));
        return Trial.forCheck("elsewhere")
                .with(graph)
                .judged(new OnceAround(graph))
                .build();
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
