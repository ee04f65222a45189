package orquesta.autograder.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Starts a program of the child image on a level of isolation, with an empty environment. */
public record ChildSandbox(Level level, ChildImage image) {
    /** The mark by which a process that has left its parent is found again. */
    static final String MARK = "ORQUESTA_CHILD";

    private static final int FILE_BYTES = 16 << 20;
    private static final int OPEN_FILES = 256;
    private static final int THREADS = 256;
    private static final int CPU_SECONDS = 120;
    /** Beside the heap: the JVM itself needs 300. Memory that code asks the system for is refused beyond. */
    private static final int NATIVE_MEGABYTES = 640;

    private static final int FIRST_USER = 61_000;
    private static final int USERS = 4_000;
    private static final int LANES = 16;

    /** Where the folder of classes is seen from inside. */
    static final String INSIDE = "/submission";

    /**
     * What one child gets.
     *
     * @param classes the only folder of ours that it may read
     * @param home an empty folder: where it stands
     * @param lane which of the children that run at the same time it is
     */
    public record Room(Path classes, Path home, int heapMegabytes, int lane) {}

    /** Starts a program of the image, which is told where the classes are. */
    public Process start(String program, Room room, String mark) throws IOException {
        String seen = level == Level.NAMESPACES ? INSIDE : room.classes.toString();
        List<String> java = image.command(program, JvmFlags.runner(room.heapMegabytes, image.nativeCode()));
        java.add(seen);
        return start(java, room, mark);
    }

    /** Starts the program that tries to escape. */
    Process startCanary(Room room, String mark, List<String> arguments) throws IOException {
        List<String> java = image.command("Canary", JvmFlags.runner(room.heapMegabytes));
        java.addAll(arguments);
        return start(java, room, mark);
    }

    /** Starts the compile worker: our code, with limits, not kept apart from the files that it compiles. */
    public static Process startCompiler(ChildImage image, Path home) throws IOException {
        return start(image.command("CompileWorker", JvmFlags.compiler()), home, "compiler");
    }

    private Process start(List<String> java, Room room, String mark) throws IOException {
        List<String> command = switch (level) {
            case PROCESS -> java;
            case LIMITS -> limited(java, room);
            case NAMESPACES -> apart(java, room);
        };
        return start(command, room.home, mark);
    }

    private static Process start(List<String> command, Path home, String mark) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
        builder.environment().clear();
        builder.environment().put(MARK, mark);
        builder.environment().put("LC_ALL", "C.UTF-8"); // else names of files are ASCII
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        return builder.start();
    }

    private static List<String> limited(List<String> java, Room room) {
        List<String> command = new ArrayList<>(limits(room));
        command.addAll(java);
        return command;
    }

    /** A database of a child takes as much as the heap once more. */
    private static List<String> limits(Room room) {
        long data = (2L * room.heapMegabytes + NATIVE_MEGABYTES) << 20;
        return List.of(
                "prlimit",
                "--data=" + data,
                "--fsize=" + FILE_BYTES,
                "--nofile=" + OPEN_FILES,
                "--cpu=" + CPU_SECONDS,
                "--core=0");
    }

    /** As root the script mounts and then becomes a user of its own; else a user name space lets it mount. */
    private List<String> apart(List<String> java, Room room) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare"));
        boolean root = isRoot();
        if (!root) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of(
                "--mount",
                "--propagation",
                "private",
                "--pid",
                "--net",
                "--ipc",
                "--uts",
                "--fork",
                "--kill-child=KILL"));
        command.addAll(List.of("--", "/bin/sh", "-eu", "-c", script(), "room"));
        command.addAll(List.of(
                room.home.toString(), room.classes.toString(), image.folder().toString()));
        command.addAll(List.of(System.getProperty("java.home"), root ? "" + user(room.lane) : "-"));
        command.addAll(limits(room));
        command.add("--nproc=" + THREADS);
        command.addAll(java);
        return command;
    }

    /**
     * Another one for each child at the same time: those of one user share its limit of threads. Two graders get the same
     * only if their process numbers are a multiple of 250 apart.
     */
    private static long user(int lane) {
        return FIRST_USER + (ProcessHandle.current().pid() * LANES + lane) % USERS;
    }

    /** Whether this process may write everywhere. */
    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(ChildSandbox.class.getResourceAsStream("room.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
