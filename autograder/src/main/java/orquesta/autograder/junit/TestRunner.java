package orquesta.autograder.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.platform.engine.discovery.ClassSelector;
import orquesta.autograder.child.Reply;
import orquesta.autograder.child.Requests;
import orquesta.autograder.child.Wire;

/**
 * The child that runs tests: finds those of a folder, runs them on the answer beside them and tells what became of each.
 * Its standard input and output are the wire; what is printed goes there too, the beginning of it.
 */
public final class TestRunner {
    /** Below the folder of classes: what is tested, and what tests it. */
    public static final String ANSWER = "answer";

    public static final String TESTS = "tests";

    private TestRunner() {}

    /**
     * Serves requests until there are none; most children hear one alone.
     *
     * @param args the folder of classes
     */
    public static void main(String[] args) throws IOException {
        Requests requests = Requests.coming();
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        Wire.send(out, Reply.hello());
        Thread thread = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> tellWhoStoppedUs(out, thread)));
        for (Optional<DataInputStream> frame = requests.next(); frame.isPresent(); frame = requests.next()) {
            TestRequest request = TestRequest.read(frame.get());
            run(Path.of(args[0]), request, new FrameChannel(out, request.secret()));
        }
        Runtime.getRuntime().halt(0);
    }

    private static void run(Path folder, TestRequest request, FrameChannel channel) throws IOException {
        Printed printed = new Printed(channel);
        settle(new PrintStream(printed, true, StandardCharsets.UTF_8));
        Logger quiet = Logger.getLogger("org.junit"); // kept: a logger that nobody holds forgets its level
        quiet.setLevel(Level.OFF);
        // First JUnit and what runs it, then the tests: no answer replaces them by classes of the same name.
        URL[] where = {url(folder, TESTS), url(folder, ANSWER)};
        try (URLClassLoader loader = new URLClassLoader(where, TestRunner.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            List<ClassSelector> classes = names(folder.resolve(TESTS)).stream()
                    .map(name -> selectClass(loader, name))
                    .toList();
            new JUnit(classes, request.without()).run(channel, printed);
        }
        channel.send(TestReply.DONE, out -> {});
    }

    private static URL url(Path folder, String name) throws IOException {
        return folder.resolve(name).toUri().toURL();
    }

    private static void settle(PrintStream stream) {
        System.setIn(InputStream.nullInputStream());
        System.setOut(stream);
        System.setErr(stream);
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    /** Every class that is no part of another, in the order of the names. */
    private static List<String> names(Path tests) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.map(file -> tests.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-info."))
                    .map(name -> name.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }
    }

    /** System.exit stops the thread that called it: the call still stands on its stack. */
    private static void tellWhoStoppedUs(DataOutputStream out, Thread thread) {
        try {
            Wire.send(out, Reply.stopped(thread.getStackTrace()));
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }
}
