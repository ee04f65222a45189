package orquesta.autograder.isolation;

import java.io.IOException;
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
     * others; zero where the system does not say. Threads that have ended are not in it.
     *
     * @see <a href="https://docs.kernel.org/scheduler/sched-stats.html">schedstat</a>
     */
    static Duration queued(Process root) {
        List<Long> processes = LISTED ? listed(root) : searched(root);
        long nanos = processes.stream()
                .flatMap(pid -> tasks(pid).stream())
                .mapToLong(Census::queued)
                .sum();
        return Duration.ofNanos(nanos);
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
