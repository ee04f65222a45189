package workers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Nights of some workers; each check has one kind of them. What is killed, and when, is written here; who takes what, is not. */
public final class Casos implements TrialSource {
    private static final int KILLS = 14;
    private static final int LONG = 200;
    private static final int SLOW = 400;
    private static final int LAST = 40;

    private final List<Trial> trials = new ArrayList<>();
    private List<String> workers = List.of();
    private LocalDate first = LocalDate.MIN;

    @Override
    public List<Trial> trials(long seed) {
        trials.clear();
        Random chance = new Random(seed);
        List<String> names = new ArrayList<>(List.of("ana", "beto", "caro", "dino", "eva", "fito"));
        Collections.shuffle(names, chance);
        workers = List.copyOf(names);
        first = LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(330));
        eachOnce(chance);
        trials.add(shares(2 + chance.nextInt(3)));
        trials.add(slow(chance));
        for (int step = 1; step <= KILLS; step++) {
            trials.add(killed(step, chance));
        }
        for (int step = 8; step <= 32; step += 12) {
            int when = step + chance.nextInt(6);
            trials.add(inTheLast("last_one", 2, when));
            trials.add(inTheLast("two_heirs", 3, when));
        }
        trials.add(Trial.forCheck("twice")
                .with(workers.subList(0, 2), days(List.of(1, 1)), 0, "", 0)
                .judged(new Twice())
                .build());
        return List.copyOf(trials);
    }

    private void eachOnce(Random chance) {
        for (int night = 0; night < 6; night++) {
            int many = 4 + chance.nextInt(3);
            List<Integer> steps = new ArrayList<>();
            for (int day = 0; day < many; day++) {
                steps.add(1 + chance.nextInt(6));
            }
            int dice = night == 0 ? 0 : 1 + chance.nextInt(9999);
            trials.add(night("each_once", 2 + night % 2, steps, dice, 0));
        }
    }

    /** The first day takes long, so that somebody is at it while all others are free. */
    private Trial shares(int quick) {
        List<Integer> steps = List.of(LONG, quick, quick, quick, quick, quick);
        return Trial.forCheck("shares")
                .with(workers.subList(0, 2), days(steps), 0, "", 0)
                .judged(new Compartida(first.toString(), steps.size()))
                .build();
    }

    private Trial slow(Random chance) {
        List<Integer> steps = new ArrayList<>(List.of(SLOW, 1 + chance.nextInt(4)));
        Collections.shuffle(steps, chance);
        return night("slow", 2, steps, 0, 0);
    }

    private Trial killed(int step, Random chance) {
        List<Integer> steps = new ArrayList<>();
        for (int day = 0; day < 6; day++) {
            steps.add(2 + chance.nextInt(3));
        }
        int dice = step % 2 == 0 ? 0 : 1 + chance.nextInt(9999);
        return night("killed", 2, steps, dice, step);
    }

    /** One day alone: the first worker takes it and is killed while it works, and the others wait. */
    private Trial inTheLast(String check, int many, int step) {
        return night(check, many, List.of(LAST), 0, step);
    }

    /** A night in which the first worker is killed after some steps; 0 for never. */
    private Trial night(String check, int many, List<Integer> steps, int dice, int killedAfter) {
        List<String> some = workers.subList(0, many);
        List<String> names = new ArrayList<>();
        for (int day = 0; day < steps.size(); day++) {
            names.add(first.plusDays(day).toString());
        }
        String killed = killedAfter == 0 ? "" : some.get(0);
        return Trial.forCheck(check)
                .with(some, days(steps), dice, killed, killedAfter)
                .judged(new Noche(some, names))
                .build();
    }

    private List<Row> days(List<Integer> steps) {
        List<Row> rows = new ArrayList<>();
        for (int day = 0; day < steps.size(); day++) {
            rows.add(Row.row(first.plusDays(day).toString(), steps.get(day)));
        }
        return rows;
    }
}
