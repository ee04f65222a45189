package orquesta.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ./kit serve} in a process of its own, ended with the test. */
final class Server implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

    private final Process process;
    private final int port;

    Server(Process process) {
        this.process = process;
        this.port = readPort(process.inputReader());
    }

    /** From the link that it prints once it listens; all it says after that is read, so that it never waits for a reader. */
    private int readPort(BufferedReader out) {
        StringBuilder said = new StringBuilder();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher link = LINK.matcher(line);
                if (link.find()) {
                    Thread rest = new Thread(() -> out.lines().forEach(more -> {}), "rest of what the server says");
                    rest.setDaemon(true);
                    rest.start();
                    return Integer.parseInt(link.group(1));
                }
                said.append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the server ended without a link: " + said);
    }

    int port() {
        return port;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** As {@code kill -9} does, and only then gives back. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
