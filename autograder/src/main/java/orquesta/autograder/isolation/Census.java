package orquesta.autograder.isolation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process and all below it at one moment. A call that is waited for is looked at forty times a second: the kernel is
 * asked for the children of these processes alone, not for all processes of the machine.
 *
 * @param processes how many there are
 * @param threads of all of them; 0 where the system does not say
 * @param cpu processor time that they have used so far
 */
public record Census(int processes, int threads, Duration cpu) {
    private static final Path PROC = Path.of("/proc");
    /** Not every kernel lists the children of a thread. */
    private static final boolean LISTED = Files.isReadable(PROC.resolve("thread-self/children"));

    static Census of(Process root) {
        List<Long> processes = LISTED ? listed(root) : searched(root);
        int threads = processes.stream().mapToInt(pid -> tasks(pid).size()).sum();
        Duration cpu = processes.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .map(Census::used)
                .reduce(Duration.ZERO, Duration::plus);
        return new Census(processes.size(), threads, cpu);
    }

    /**
     * How long the threads of a process and of all below it have been ready to run while the processors were busy with
     * others; zero where the system does not say. Threads that have ended are not in it, nor is the time of one that
     * stands in the queue until it gets a processor.
     *
     * @see <a href="https://docs.kernel.org/scheduler/sched-stats.html">schedstat</a>
     */
    static Duration queued(Process root) {
        return Duration.ofNanos(threads(root).mapToLong(Census::queued).sum());
    }

    /** Whether one of these threads has a processor or stands in the queue for one; false where the system does not say. */
    static boolean ready(Process root) {
        return threads(root).anyMatch(Census::ready);
    }

    private static Stream<Path> threads(Process root) {
        List<Long> processes = LISTED ? listed(root) : searched(root);
        return processes.stream().flatMap(pid -> tasks(pid).stream());
    }

    /** The second number of {@code schedstat}. */
    private static long queued(Path task) {
        try {
            return Long.parseLong(
                    Files.readString(task.resolve("schedstat")).strip().split(" ")[1]);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    /** The letter after the name, which may hold anything. */
    private static boolean ready(Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(") R", stat.lastIndexOf(')'));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Long> listed(Process root) {
        List<Long> found = new ArrayList<>(List.of(root.pid()));
        for (int i = 0; i < found.size(); i++) {
            tasks(found.get(i)).forEach(task -> found.addAll(children(task)));
        }
        return found;
    }

    private static List<Long> searched(Process root) {
        return Stream.concat(Stream.of(root.toHandle()), root.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The folders of its threads; none if it has ended. */
    private static List<Path> tasks(long pid) {
        try (Stream<Path> found = Files.list(PROC.resolve(String.valueOf(pid)).resolve("task"))) {
            return found.toList();
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** The processes that a thread has started; none if it has ended. */
    private static List<Long> children(Path task) {
        try {
            String listed = Files.readString(task.resolve("children")).strip();
            return Stream.of(listed.split(" "))
                    .filter(pid -> !pid.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
