package cron;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Bad nights between good ones; each check has one kind of them. */
public final class Casos implements TrialSource {
    @Override
    public List<Trial> trials(long seed) {
        Random chance = new Random(seed);
        return List.of(
                nights(chance).good().good().good().trial("good_nights"),
                twoAtOnce(nights(chance), between(chance, 5, 25)),
                ownLock(nights(chance), between(chance, 11, 30)),
                lateDownload(nights(chance), between(chance, 31, 180)),
                notBegun(nights(chance)),
                lateCleaning(nights(chance), between(chance, 51, 180)),
                secondLine(nights(chance), between(chance, 31, 55)),
                brokenCleaning(nights(chance), between(chance, 2, 9)),
                brokenDownload(nights(chance), between(chance, 2, 9)),
                downloadAgain(nights(chance), between(chance, 2, 9)),
                halfAgain(nights(chance), between(chance, 2, 9)),
                switchedOff(nights(chance), between(chance, 2, 9)),
                switchedOffCleaning(nights(chance), between(chance, 2, 9)),
                whatIsLeft(nights(chance), between(chance, 31, 180)));
    }

    private static Noches nights(Random chance) {
        return new Noches(LocalDate.of(2026, 3, 2).plusDays(chance.nextInt(180)));
    }

    private static int between(Random chance, int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }

    /** A second line of the download begins while the first still runs. */
    private static Trial twoAtOnce(Noches nights, int after) {
        return nights.good()
                .night(true)
                .descargar("00:10", 28, 0)
                .descargar("00:" + (10 + after), 3, 0)
                .limpiar("00:40", 9, 0)
                .reportar("01:30")
                .good()
                .trial("two_at_once");
    }

    /** The sales are downloaded once more, well, while the report is made. */
    private static Trial ownLock(Noches nights, int minutes) {
        return nights.night(true)
                .descargar("00:10", 12, 0)
                .limpiar("00:40", 9, 0)
                .descargar("01:20", minutes, 0)
                .reportar("01:30")
                .good()
                .trial("own_lock");
    }

    private static Trial lateDownload(Noches nights, int minutes) {
        return nights.good()
                .night(false)
                .descargar("00:10", minutes, 0)
                .limpiar("00:40", 9, 0)
                .reportar("01:30")
                .good()
                .trial("late");
    }

    /** At 00:10 the computer was still off. */
    private static Trial notBegun(Noches nights) {
        return nights.good()
                .night(false)
                .limpiar("00:40", 9, 0)
                .reportar("01:30")
                .good()
                .trial("late");
    }

    private static Trial lateCleaning(Noches nights, int minutes) {
        return nights.good()
                .night(false)
                .descargar("00:10", 12, 0)
                .limpiar("00:40", minutes, 0)
                .reportar("01:30")
                .good()
                .trial("late");
    }

    /** A second line of the cleaning is there when the download has come. */
    private static Trial secondLine(Noches nights, int minutes) {
        return nights.good()
                .night(true)
                .descargar("00:10", minutes, 0)
                .limpiar("00:40", 9, 0)
                .limpiar("01:10", 9, 0)
                .reportar("01:30")
                .trial("late");
    }

    private static Trial brokenCleaning(Noches nights, int minutes) {
        return nights.good()
                .night(false)
                .descargar("00:10", 12, 0)
                .limpiar("00:40", minutes, 1)
                .reportar("01:30")
                .good()
                .trial("half");
    }

    private static Trial brokenDownload(Noches nights, int minutes) {
        return nights.good()
                .night(false)
                .descargar("00:10", minutes, 1)
                .limpiar("00:40", 9, 0)
                .reportar("01:30")
                .good()
                .trial("half");
    }

    /** The first line breaks off, the second is well. */
    private static Trial downloadAgain(Noches nights, int minutes) {
        return nights.good()
                .night(true)
                .descargar("00:10", minutes, 1)
                .descargar("00:20", 12, 0)
                .limpiar("00:40", 9, 0)
                .reportar("01:30")
                .trial("half");
    }

    /** The first line is well, the second breaks off. */
    private static Trial halfAgain(Noches nights, int minutes) {
        return nights.good()
                .night(false)
                .descargar("00:10", 12, 0)
                .descargar("00:25", minutes, 1)
                .limpiar("00:40", 9, 0)
                .reportar("01:30")
                .trial("half_again");
    }

    private static Trial switchedOff(Noches nights, int minutes) {
        return nights.good()
                .night(false)
                .descargar("00:10", minutes, -1)
                .limpiar("00:40", 9, 0)
                .reportar("01:30")
                .good()
                .trial("switched_off");
    }

    private static Trial switchedOffCleaning(Noches nights, int minutes) {
        return nights.good()
                .night(false)
                .descargar("00:10", 12, 0)
                .limpiar("00:40", minutes, -1)
                .reportar("01:30")
                .good()
                .trial("switched_off");
    }

    private static Trial whatIsLeft(Noches nights, int minutes) {
        nights.night(false)
                .descargar("00:10", minutes, 0)
                .limpiar("00:40", 9, 0)
                .reportar("01:30");
        return Trial.forCheck("whats_left")
                .with(nights.rows())
                .judged(new WhatIsLeft())
                .build();
    }
}
