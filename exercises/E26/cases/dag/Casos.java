package dag;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Nights whose end is written beside each table; each check asks for its own matter alone. */
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
        return List.of(
                allWell(names(chance)),
                goesDown(names(chance), 3 + chance.nextInt(4)),
                siblings(names(chance)),
                neverBegan(names(chance), "failed", "upstream_failed"),
                neverBegan(names(chance), "skipped", "skipped"),
                skipped(names(chance), 2 + chance.nextInt(4)),
                failureWins(names(chance), true),
                failureWins(names(chance), false),
                untouched(names(chance)),
                manyWays(40 + chance.nextInt(20)));
    }

    private static List<String> names(Random chance) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, chance);
        return names;
    }

    private static Trial allWell(List<String> names) {
        return new Night()
                .with(names.get(0), "ok", names.get(1), names.get(2))
                .with(names.get(2), "ok", names.get(1))
                .with(names.get(3), "ok")
                .unlisted(names.get(1))
                .trial("all_well")
                .build();
    }

    /** A chain, written from its end: the second table fails, and all behind it never begin. */
    private static Trial goesDown(List<String> names, int below) {
        Night night = new Night();
        for (int i = below + 1; i > 1; i--) {
            night.instead(names.get(i), "upstream_failed", names.get(i - 1));
        }
        return night.with(names.get(1), "failed", names.get(0))
                .with(names.get(0), "ok")
                .trial("goes_down")
                .build();
    }

    /** The failure is the first that ends badly; its own source, a sibling and what is below that, and one alone, are well. */
    private static Trial siblings(List<String> names) {
        return new Night()
                .with(names.get(0), "failed", names.get(1))
                .with(names.get(1), "ok")
                .with(names.get(2), "ok", names.get(1))
                .with(names.get(3), "ok", names.get(2), names.get(1))
                .with(names.get(4), "ok")
                .instead(names.get(5), "upstream_failed", names.get(2), names.get(0))
                .trial("siblings")
                .build();
    }

    /** A table that would fail needs one that ends so. */
    private static Trial neverBegan(List<String> names, String above, String end) {
        return new Night()
                .with(names.get(0), "failed", end, List.of(names.get(1)))
                .with(names.get(1), above, names.get(2))
                .with(names.get(2), "ok")
                .trial("never_began")
                .build();
    }

    private static Trial skipped(List<String> names, int below) {
        Night night = new Night().with(names.get(0), "ok").with(names.get(1), "skipped", names.get(0));
        for (int i = 2; i < 2 + below; i++) {
            night.instead(names.get(i), "skipped", names.get(i - 1));
        }
        return night.with(names.get(9), "ok", names.get(0)).trial("skipped").build();
    }

    private static Trial failureWins(List<String> names, boolean failureFirst) {
        String failed = names.get(0);
        String skipped = names.get(1);
        String[] needed = failureFirst ? new String[] {failed, skipped} : new String[] {skipped, failed};
        return new Night()
                .with(failed, "failed")
                .with(skipped, "skipped")
                .instead(names.get(2), "upstream_failed", needed)
                .trial("failure_wins")
                .build();
    }

    private static Trial untouched(List<String> names) {
        return new Night()
                .with(names.get(0), "ok", names.get(1), names.get(2))
                .unlisted(names.get(1))
                .unlisted(names.get(2))
                .trial("untouched")
                .untouched()
                .build();
    }

    /** Each stage doubles the ways to the first table, which fails. */
    private static Trial manyWays(int stages) {
        Night night = new Night();
        for (int stage = stages; stage > 0; stage--) {
            night.instead("t" + stage, "upstream_failed", "a" + stage, "b" + stage);
            night.instead("a" + stage, "upstream_failed", "t" + (stage - 1));
            night.instead("b" + stage, "upstream_failed", "t" + (stage - 1));
        }
        return night.with("t0", "failed").trial("many_ways").build();
    }
}
