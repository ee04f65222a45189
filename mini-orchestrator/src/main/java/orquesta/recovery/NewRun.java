package orquesta.recovery;

import java.nio.file.Path;
import java.util.Optional;
import orquesta.process.RunLock;
import orquesta.store.History;

/** The number of a run that is about to begin, and the lock that says that it is alive. */
public record NewRun(long number, RunLock lock) implements AutoCloseable {
    /** The next number that nobody else has: who holds its lock while no run has it owns it. */
    public static NewRun in(Path home, History history) {
        for (long number = history.nextRun(); ; number++) {
            Optional<RunLock> lock = RunLock.take(home, number);
            if (lock.isPresent() && history.run(number).isEmpty()) {
                return new NewRun(number, lock.get());
            }
            lock.ifPresent(RunLock::close);
        }
    }

    @Override
    public void close() {
        lock.close();
    }
}
