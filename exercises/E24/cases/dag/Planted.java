package dag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A graph with a slow way of three tables, slower than all others together, beside a longer way of quick ones. */
record Planted(Map<String, List<String>> needs, Map<String, Integer> minutes, List<String> path, int length) {
    static Planted of(List<String> names, Random chance) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        Map<String, Integer> minutes = new LinkedHashMap<>();
        List<String> quick = names.subList(3, 7);
        int others = 0;
        for (int i = 3; i < 10; i++) {
            List<String> before = List.of();
            if (i >= 7) {
                before = List.of(quick.get(chance.nextInt(3)));
            } else if (i > 3) {
                before = List.of(names.get(i - 1));
            }
            needs.put(names.get(i), before);
            minutes.put(names.get(i), 1 + chance.nextInt(3));
            others += minutes.get(names.get(i));
        }
        List<String> path = List.copyOf(names.subList(0, 3));
        needs.put(path.get(0), List.of());
        needs.put(path.get(1), List.of(path.get(0)));
        List<String> last = new ArrayList<>(List.of(quick.get(3), path.get(1)));
        needs.put(path.get(2), List.copyOf(last));
        minutes.put(path.get(0), 1 + chance.nextInt(3));
        minutes.put(path.get(1), others + 1);
        minutes.put(path.get(2), 1 + chance.nextInt(3));
        int length = path.stream().mapToInt(minutes::get).sum();
        return new Planted(Casos.shuffled(needs, chance), minutes, path, length);
    }
}
