package dag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Graphs whose levels and slowest way are known because they were made so; each check asks for its own matter alone. */
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
        trials.add(sources(names(chance), chance));
        for (int i = 0; i < 3; i++) {
            trials.add(levels(names(chance), chance));
        }
        for (int i = 0; i < 2; i++) {
            Planted planted = Planted.of(names(chance), chance);
            trials.add(Trial.forCheck("length")
                    .with(planted.needs(), planted.minutes())
                    .judged(new InMinutes(planted.length()))
                    .build());
            trials.add(Trial.forCheck("path")
                    .with(planted.needs(), planted.minutes())
                    .judged(new AlongPath(planted.path()))
                    .build());
        }
        trials.add(alone(names(chance), chance));
        trials.add(untouched(names(chance), chance));
        trials.add(manyWays(40 + chance.nextInt(20)));
        return trials;
    }

    private static List<String> names(Random chance) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, chance);
        return names;
    }

    /** Of four tables that need nothing two are in no list of keys. */
    private static Trial sources(List<String> names, Random chance) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        needs.put(names.get(4), List.of(names.get(0), names.get(1)));
        needs.put(names.get(2), List.of());
        needs.put(names.get(3), List.of());
        Map<String, Integer> levels = new LinkedHashMap<>();
        names.subList(0, 4).forEach(name -> levels.put(name, 0));
        return Trial.forCheck("sources")
                .with(needs, minutes(names.subList(0, 5), chance))
                .judged(new WithLevels(levels))
                .build();
    }

    /** Each stage needs one table of the stage before it, and some of earlier ones; the last also a table of the first. */
    private static Trial levels(List<String> names, Random chance) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int stage = i / 3;
            List<String> needed = new ArrayList<>();
            if (stage > 0) {
                needed.add(names.get(3 * (stage - 1) + chance.nextInt(3)));
            }
            if (stage == 3) {
                needed.add(0, names.get(chance.nextInt(3)));
            }
            needs.put(names.get(i), List.copyOf(needed));
            levels.put(names.get(i), stage);
        }
        return Trial.forCheck("levels")
                .with(shuffled(needs, chance), minutes(names, chance))
                .judged(new WithLevels(levels))
                .build();
    }

    /** A chain of quick tables, and beside it one slow table that needs nothing and that nobody needs. */
    private static Trial alone(List<String> names, Random chance) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        Map<String, Integer> minutes = new LinkedHashMap<>();
        for (int i = 0; i < 4; i++) {
            needs.put(names.get(i), i == 0 ? List.of() : List.of(names.get(i - 1)));
            minutes.put(names.get(i), 1 + chance.nextInt(4));
        }
        needs.put(names.get(4), List.of());
        minutes.put(names.get(4), 20 + chance.nextInt(9));
        return Trial.forCheck("alone")
                .with(shuffled(needs, chance), minutes)
                .judged(new AlongPath(List.of(names.get(4))))
                .build();
    }

    private static Trial untouched(List<String> names, Random chance) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        needs.put(names.get(2), List.of(names.get(0), names.get(1)));
        return Trial.forCheck("untouched")
                .with(needs, minutes(names.subList(0, 3), chance))
                .judged(new WithLevels(Map.of()))
                .untouched()
                .build();
    }

    /** Each stage doubles the ways to the first table; each table takes one minute. */
    private static Trial manyWays(int stages) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        for (int stage = stages; stage > 0; stage--) {
            needs.put("t" + stage, List.of("a" + stage, "b" + stage));
            needs.put("a" + stage, List.of("t" + (stage - 1)));
            needs.put("b" + stage, List.of("t" + (stage - 1)));
        }
        needs.put("t0", List.of());
        Map<String, Integer> minutes = new LinkedHashMap<>();
        needs.keySet().forEach(name -> minutes.put(name, 1));
        return Trial.forCheck("many_ways")
                .with(needs, minutes)
                .judged(new InMinutes(2 * stages + 1))
                .build();
    }

    static Map<String, List<String>> shuffled(Map<String, List<String>> needs, Random chance) {
        List<String> keys = new ArrayList<>(needs.keySet());
        Collections.shuffle(keys, chance);
        Map<String, List<String>> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, needs.get(key)));
        return shuffled;
    }

    private static Map<String, Integer> minutes(List<String> names, Random chance) {
        Map<String, Integer> minutes = new LinkedHashMap<>();
        names.forEach(name -> minutes.put(name, 1 + chance.nextInt(9)));
        return minutes;
    }
}
