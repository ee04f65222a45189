package sensores;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;
import sensores.Dia.Version;

/** Days of one trouble each. Unless it is the trouble, a file has a name and a time of its own, later than all before. */
public final class Casos implements TrialSource {
    private static final int KILLS = 9;
    private static final int ARRIVALS = 6;

    @Override
    public List<Trial> trials(long seed) {
        Random chance = new Random(seed);
        List<Trial> trials = new ArrayList<>(List.of(
                newFiles(new Dia(chance)),
                quiet(new Dia(chance)),
                sameStamp(new Dia(chance)),
                oldStamp(new Dia(chance), 1 + chance.nextInt(7)),
                changed(new Dia(chance), 1 + chance.nextInt(90)),
                sameSecond(new Dia(chance), 1 + chance.nextInt(90)),
                restored(new Dia(chance), 1 + chance.nextInt(90)),
                restart(new Dia(chance))));
        for (int step = 1; step <= KILLS; step++) {
            trials.add(killed(new Dia(chance), step));
        }
        for (int step = 1; step <= ARRIVALS; step++) {
            trials.add(whileLooking(new Dia(chance), step));
        }
        return trials;
    }

    private static Trial newFiles(Dia day) {
        return day.look()
                .comes(day.fresh())
                .look()
                .look()
                .comes(day.fresh(), day.fresh())
                .trial("new_files");
    }

    private static Trial quiet(Dia day) {
        return day.withoutEmptyRuns().look().comes(day.fresh()).look().look().trial("quiet");
    }

    /** Two that were written in one second come one after the other. */
    private static Trial sameStamp(Dia day) {
        Version first = day.fresh();
        Version second = day.fresh();
        return day.comes(first)
                .look()
                .comes(second.of(second.bytes(), first.changed()))
                .trial("same_stamp");
    }

    /** One that was written hours ago comes last. */
    private static Trial oldStamp(Dia day, int hours) {
        Version first = day.fresh();
        Version second = day.fresh();
        return day.comes(first)
                .look()
                .comes(second.of(second.bytes(), first.changed().minusHours(hours)))
                .trial("old_stamp");
    }

    /** Once it grows, once only its time is another. */
    private static Trial changed(Dia day, int more) {
        Version first = day.fresh();
        Version grown = first.of(first.bytes() + more, day.later());
        return day.comes(first)
                .look()
                .comes(grown)
                .look()
                .comes(grown.of(grown.bytes(), day.later()))
                .trial("changed");
    }

    private static Trial sameSecond(Dia day, int more) {
        Version first = day.fresh();
        return day.comes(first)
                .look()
                .comes(first.of(first.bytes() + more, first.changed()))
                .trial("same_second");
    }

    /** Somebody puts the version of before back, as it was. */
    private static Trial restored(Dia day, int more) {
        Version first = day.fresh();
        Version spoilt = first.of(first.bytes() + more, day.later());
        return day.comes(first).look().comes(spoilt).look().comes(first).trial("restored");
    }

    private static Trial restart(Dia day) {
        return day.comes(day.fresh())
                .look()
                .restart()
                .look()
                .comes(day.fresh())
                .restart()
                .trial("restart");
    }

    private static Trial killed(Dia day, int step) {
        return day.comes(day.fresh())
                .look()
                .comes(day.fresh(), day.fresh(), day.fresh())
                .diesAfter(step)
                .trial("killed");
    }

    private static Trial whileLooking(Dia day, int step) {
        return day.comes(day.fresh())
                .look()
                .comes(day.fresh())
                .comesAfter(step, day.fresh())
                .trial("while_looking");
    }
}
