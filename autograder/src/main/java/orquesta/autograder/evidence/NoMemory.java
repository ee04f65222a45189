package orquesta.autograder.evidence;

import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import orquesta.autograder.isolation.ProcessTree;

/** What a JVM prints that ends for want of memory; its exit code alone could be the code's own. */
final class NoMemory {
    private static final Pattern LINE = Pattern.compile("Terminating due to java\\.lang\\.OutOfMemoryError.*\\R?");
    private static final int CODE = 3;
    /** A child that has said its last word ends within a second, where it gets a processor to end on. */
    private static final int LOOKS = 40;

    private NoMemory() {}

    /** Whether that is why a child says nothing any more. */
    static boolean ended(ProcessTree tree, Drain printed) {
        try {
            Process process = tree.process();
            Looks looks = new Looks(LOOKS, tree::ready);
            boolean ended = false;
            while (!ended && looks.another()) {
                ended = process.waitFor(Looks.MILLIS, TimeUnit.MILLISECONDS);
            }
            return ended
                    && process.exitValue() == CODE
                    && LINE.matcher(printed.lastWords()).find();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What was printed, without that. */
    static String cut(String printed) {
        return LINE.matcher(printed).replaceAll("");
    }
}
