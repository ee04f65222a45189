package orquesta.autograder.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tries to get out of where the student's code runs, and prints what it could do, one word a line. */
public final class Canary {
    private Canary() {}

    /**
     * Tries.
     *
     * @param args a file to read, a loopback port to reach, the controller's process, what a process that stays is called
     */
    public static void main(String[] args) throws IOException {
        System.out.println("started");
        tell("files", () -> Files.readString(Path.of(args[0])));
        tell("network", () -> new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[1])).close());
        tell("processes", () -> Files.readString(Path.of("/proc", args[2], "cmdline")));
        tell("daemon", () -> new ProcessBuilder("setsid", "sleep", args[3]).start());
        System.out.println("done");
        System.in.read();
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void tell(String what, Attempt attempt) {
        try {
            attempt.run();
            System.out.println(what);
        } catch (IOException | RuntimeException refused) {
            // What is refused is not printed.
        }
    }
}
