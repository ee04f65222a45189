package orquesta.autograder.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * The child: takes input tables, calls the student's method, gives back what it returned. It holds no expected value and
 * gives no verdict. Its standard input and output are the wire; what the student prints goes to standard error.
 */
public final class Runner {
    private final Path classes;
    private final DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    private final Thread thread = Thread.currentThread();
    private final Requests requests = Requests.coming(this::tellWhere);

    private final @Nullable TableForm tables;
    private final @Nullable Player player;

    private Runner(Path classes, @Nullable TableForm tables, @Nullable Player player) {
        this.classes = classes;
        this.tables = tables;
        this.player = player;
    }

    /**
     * Serves requests until there are none.
     *
     * @param args the folder of the student's classes
     */
    public static void main(String[] args) {
        run(new Runner(Path.of(args[0]), null, null));
    }

    /**
     * Serves requests until there are none.
     *
     * @param tables of a library that the answer uses
     */
    public static void run(Path classes, TableForm tables) {
        run(new Runner(classes, tables, null));
    }

    /** Serves requests until there are none: scripts, which this one plays. */
    public static void run(Path classes, Player player) {
        run(new Runner(classes, null, player));
    }

    private static void run(Runner runner) {
        Runtime.getRuntime().addShutdownHook(new Thread(runner::tellWhere));
        try {
            runner.serve();
        } catch (IOException e) {
            // Nobody listens any more; a trace of ours would be shown as what the student's code printed.
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        Wire.send(out, Reply.hello());
        for (Optional<DataInputStream> frame = requests.next(); frame.isPresent(); frame = requests.next()) {
            DataInputStream asked = frame.get();
            int form = asked.readByte();
            if (form == TrialRequest.FORM) {
                answer(TrialRequest.read(asked));
            } else if (form == ScriptRequest.FORM && player != null) {
                settle("");
                tell(player.play(ScriptRequest.read(asked)));
            } else {
                answer(Request.read(asked));
            }
        }
    }

    private void answer(Request request) throws IOException {
        settle(request.locale());
        try (StudentCode code = new StudentCode(classes, request, tables)) {
            for (List<List<@Nullable String>> earlier : request.earlier()) {
                tell(code.call(earlier));
            }
            for (int call = 0; call < request.calls(); call++) {
                tell(code.call(request.rows()));
            }
        }
    }

    private void answer(TrialRequest request) throws IOException {
        settle(request.locale());
        try (TrialCode code = new TrialCode(classes, request, tables)) {
            for (List<@Nullable Object> call : request.calls()) {
                tell(code.call(call));
            }
        }
    }

    /** The next call begins without the interrupt mark that this one may have left on the thread. */
    private void tell(byte[] reply) throws IOException {
        boolean ignored = Thread.interrupted();
        Wire.send(out, reply);
    }

    /** What one case may have changed for the next: the streams, the locale, the time zone. */
    private static void settle(String locale) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setIn(InputStream.nullInputStream());
        System.setOut(err);
        System.setErr(err);
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    /** Where the code is: System.exit stops the thread that called it, so the call still stands on its stack. */
    private void tellWhere() {
        try {
            Wire.send(out, Reply.stopped(thread.getStackTrace()));
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }
}
