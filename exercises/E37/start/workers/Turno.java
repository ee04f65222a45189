package workers;

import java.util.concurrent.Semaphore;

/** A thread that goes on one step at a time, when it is told to. Given; do not change it. */
final class Turno {
    /** No line of this worker is run any more. */
    private static final class Muerte extends Error {
        private static final long serialVersionUID = 1;
    }

    private final Semaphore puede = new Semaphore(0);
    private final Semaphore listo = new Semaphore(0);
    private final Thread hilo;
    private volatile boolean fin;
    private volatile boolean muere;
    private volatile Throwable falla;
    private int pasos;

    Turno(Runnable trabajo) {
        hilo = new Thread(() -> {
            try {
                trabajo.run();
            } catch (Muerte muerte) {
                // it ends here
            } catch (Throwable otra) {
                falla = otra;
            } finally {
                fin = true;
                listo.release();
            }
        });
        hilo.setDaemon(true);
    }

    /** Lets it run until its first step. What it throws is thrown here. */
    void empezar() {
        hilo.start();
        listo.acquireUninterruptibly();
        lanzar();
    }

    /** Lets it do the step at which it stands, and what follows until the next one. What it throws is thrown here. */
    void seguir() {
        pasos++;
        puede.release();
        listo.acquireUninterruptibly();
        lanzar();
    }

    /** Called by the thread itself, before each step. */
    void esperar() {
        if (!muere) {
            listo.release();
            puede.acquireUninterruptibly();
        }
        if (muere) {
            throw new Muerte();
        }
    }

    private void lanzar() {
        if (falla instanceof RuntimeException excepcion) {
            throw excepcion;
        }
        if (falla instanceof Error error) {
            throw error;
        }
    }

    void terminar() {
        muere = true;
        puede.release();
    }

    boolean termino() {
        return fin;
    }

    int pasos() {
        return pasos;
    }
}
