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
        return LISTED ? listed(root) : searched(root);
    }

    private static Census listed(Process root) {
        List<Long> found = new ArrayList<>(List.of(root.pid()));
        int threads = 0;
        Duration cpu = Duration.ZERO;
        for (int i = 0; i < found.size(); i++) {
            List<Path> tasks = tasks(found.get(i));
            tasks.forEach(task -> found.addAll(children(task)));
            threads += tasks.size();
            cpu = cpu.plus(ProcessHandle.of(found.get(i)).map(Census::used).orElse(Duration.ZERO));
        }
        return new Census(found.size(), threads, cpu);
    }

    private static Census searched(Process root) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(root.toHandle()), root.descendants()).toList();
        int threads = all.stream().mapToInt(each -> tasks(each.pid()).size()).sum();
        Duration cpu = all.stream().map(Census::used).reduce(Duration.ZERO, Duration::plus);
        return new Census(all.size(), threads, cpu);
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
