package tienda;

import static orquesta.autograder.exercise.Row.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;
import orquesta.autograder.exercise.Row;

/** The cases of E15: totals are invented first, and cut into sales. */
public final class Casos implements CaseSource {
    private static final List<String> CATEGORIES =
            List.of("aseo", "bebidas", "conservas", "frutas", "juguetes", "lacteos", "libreria", "panaderia");

    @Override
    public List<Case> cases(long seed) {
        Random chance = new Random(seed);
        return List.of(
                several(chance),
                cut(Case.forCheck("in_memory"), "sin_categoria", chance).build(),
                cut(Case.forCheck("same_answer_twice"), CATEGORIES.get(chance.nextInt(8)), chance)
                        .calls(3)
                        .build());
    }

    /** Four categories whose sales come in turn, those of the last name first. */
    private static Case several(Random chance) {
        List<String> names = new ArrayList<>(CATEGORIES);
        Collections.shuffle(names, chance);
        List<String> chosen = names.subList(0, 4).stream().sorted().toList();
        Case.Builder several = Case.forCheck("in_memory");
        List<Row> last = new ArrayList<>();
        for (int at = 3; at >= 0; at--) {
            several.vanishes(row(chosen.get(at), 1_000L + at));
            last.add(row(chosen.get(at), (chance.nextInt(900) + 1) * 10L));
        }
        last.forEach(several::vanishes);
        for (int at = 0; at < 4; at++) {
            long rest = (Long) last.get(3 - at).values().get(1);
            several.gives(row(chosen.get(at), 1_000L + at + rest));
        }
        return several.build();
    }

    /** One category, its total cut into five sales. */
    private static Case.Builder cut(Case.Builder one, String name, Random chance) {
        long total = 100_000L + chance.nextInt(900_000);
        long left = total;
        for (int at = 0; at < 4; at++) {
            long part = 1L + chance.nextInt(20_000);
            one.vanishes(row(name, part));
            left -= part;
        }
        return one.vanishes(row(name, left)).gives(row(name, total));
    }
}
