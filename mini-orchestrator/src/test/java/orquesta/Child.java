package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own that runs {@code pruebas.Hijo}, or another of its kind; ended with the test, whatever happens. */
public final class Child implements AutoCloseable {
    private static final long PATIENCE = 60;

    private final Process process;
    private final BufferedReader out;
    private final List<String> said = new ArrayList<>();

    private Child(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    public static Child start(Path home, String... what) throws IOException {
        return start("pruebas.Hijo", home, what);
    }

    public static Child start(String main, Path home, String... what) throws IOException {
        List<String> command = new ArrayList<>();
        if (!System.getProperty("os.name").startsWith("Windows")) {
            command.addAll(
                    List.of("env", "--default-signal=INT")); // a build in the background ignores it, and so would we
        }
        command.addAll(OwnJvm.command("-Dorquesta.lang=en", ownTemp(home)));
        PostgresForTests.option().ifPresent(command::add);
        command.addAll(List.of(main, home.toString()));
        command.addAll(List.of(what));
        return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Another program of the tests in a JVM of its own; what it prints goes to a file. */
    static Process program(Class<?> main, Path out, Object... arguments) throws IOException {
        List<String> command = OwnJvm.command(ownTemp(out.toAbsolutePath().getParent()));
        PostgresForTests.option().ifPresent(command::add);
        command.add(main.getName());
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    /** DuckDB unpacks 60 MB there, and one that is killed leaves them: they go with the folder of the test. */
    private static String ownTemp(Path folder) throws IOException {
        return "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("unpacked"));
    }

    long pid() {
        return process.pid();
    }

    /** Reads what it says until a line begins in one of these ways, and gives that line. */
    public String until(String... starts) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            said.add(line);
            if (Stream.of(starts).anyMatch(line::startsWith)) {
                return line;
            }
        }
        throw new AssertionError("it ended without saying " + List.of(starts) + ": " + said);
    }

    /** Lets it go on from where it waits. */
    public void go() throws IOException {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    /** As Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-INT", String.valueOf(pid()))
                .start()
                .waitFor();
        assertThat(sent).isZero();
    }

    /** Waits for its end and gives its exit code. */
    public int exit() throws IOException, InterruptedException {
        out.lines().forEach(said::add);
        assertThat(process.waitFor(PATIENCE, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    List<String> said() {
        return said;
    }

    /** Waits for its end, too: on a busy machine what it holds would be free some time later. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
