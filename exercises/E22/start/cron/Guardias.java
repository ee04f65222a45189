package cron;

import java.time.LocalDate;

/** Lock and marker files around three programs that cron begins. The rules: instructions.en.md, instructions.es.md. */
public final class Guardias {
    private Guardias() {}

    /** Whether a program may begin now. If not, cron forgets it until its next line, and despues is not called. */
    static boolean antes(String programa, LocalDate hoy, Carpeta carpeta) {
        throw new UnsupportedOperationException("TODO E22: write antes");
    }

    /** A program has ended: fin is 0, or 1 if it broke off. hoy is the day on which it began. */
    static void despues(String programa, int fin, LocalDate hoy, Carpeta carpeta) {
        throw new UnsupportedOperationException("TODO E22: write despues");
    }

    /** The letters of what your guards do not bring, as in "a, b". */
    static String loQueFalta() {
        return "";
    }
}
