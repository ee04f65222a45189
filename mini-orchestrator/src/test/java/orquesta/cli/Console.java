package orquesta.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What one command said: its exit code and both of its streams. */
public record Console(int exit, String out, String err) {
    /** Runs a command of {@code kit} in this process, in English. */
    public static Console kit(Object... words) {
        return in("en", words);
    }

    static Console in(String language, Object... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Locale locale = Locale.getDefault();
        String before = System.getProperty("orquesta.lang", "");
        var said = new ByteArrayOutputStream();
        var told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        System.setProperty("orquesta.lang", language);
        try {
            String[] args = java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new);
            int exit = Main.run(args);
            return new Console(exit, said.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            Locale.setDefault(locale);
            System.setProperty("orquesta.lang", before);
        }
    }
}
