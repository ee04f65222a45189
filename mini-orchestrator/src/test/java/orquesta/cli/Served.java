package orquesta.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.text.Language;

/** {@code kit serve} on a thread of this process: a JVM of its own would cost four seconds of CPU. */
record Served(Thread thread, String link) implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/\\S*");

    static Served start(Language language, String... words) throws InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Locale locale = Locale.getDefault();
        var said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(System.out);
        System.setProperty("orquesta.lang", language.code());
        try {
            Thread thread = new Thread(() -> Main.run(words), "serves");
            thread.start();
            Matcher link = LINK.matcher("");
            while (!link.find() && thread.isAlive()) {
                Thread.sleep(50);
                link = LINK.matcher(said.toString(StandardCharsets.UTF_8));
            }
            return new Served(thread, link.group());
        } finally {
            System.setOut(out);
            System.setErr(err);
            Locale.setDefault(locale);
            System.setProperty("orquesta.lang", "");
        }
    }

    /** As Ctrl-C does, it breaks off in the middle of its wait; what it says of that is not for the reader of the tests. */
    @Override
    public void close() {
        PrintStream err = System.err;
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        try {
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            System.setErr(err);
        }
    }
}
