package orquesta.process;

import java.lang.Thread.UncaughtExceptionHandler;

/** Lets a thread that user code has started end by an exception that is no error, without a word; any other is told as it was before. */
public final class SilentEnd implements UncaughtExceptionHandler {
    private final Class<? extends Throwable> silent;
    private final UncaughtExceptionHandler before;

    private SilentEnd(Class<? extends Throwable> silent, UncaughtExceptionHandler before) {
        this.silent = silent;
        this.before = before;
    }

    /** Asks it of the thread that runs now, unless it is the step's own, where the step's end is caught. */
    public static void by(Class<? extends Throwable> silent, Thread step) {
        Thread here = Thread.currentThread();
        UncaughtExceptionHandler before = here.getUncaughtExceptionHandler();
        if (here != step && !(before instanceof SilentEnd)) {
            here.setUncaughtExceptionHandler(new SilentEnd(silent, before));
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (!silent.isInstance(thrown)) {
            before.uncaughtException(thread, thrown);
        }
    }
}
