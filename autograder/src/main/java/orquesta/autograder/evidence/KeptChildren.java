package orquesta.autograder.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Exercise.Limits;
import orquesta.autograder.files.Places;
import orquesta.autograder.files.WorkFolder;
import orquesta.autograder.isolation.ChildSandbox;

/**
 * A child stays for the next submission, which takes the place of the one before in the same folder: a start costs more than
 * the answers. Only for those of an author, which attack nobody: one could prepare its child for the next.
 */
public final class KeptChildren implements Children {
    /** Enough for who answers at all, in a child that is new: one that is ended here is followed by another that is new. */
    private static final int CALL_SECONDS = 2;

    private final Map<Seat, Child> idle = new HashMap<>();
    private final IdentityHashMap<Child, Seat> taken = new IdentityHashMap<>();
    private @Nullable Path work;

    private record Seat(String program, ChildSandbox sandbox, ChildSandbox.Room room) {}

    /** The same one every time: the rooms of children lie in it, so its folders stay. */
    @Override
    public Path work(Path cache) throws IOException {
        if (work == null) {
            work = WorkFolder.fresh(cache);
        }
        Places.empty(work);
        return work;
    }

    @Override
    public void done(Path work) {}

    @Override
    public Limits within(Limits asked) {
        return new Limits(Math.min(CALL_SECONDS, asked.caseSeconds()), asked.totalSeconds(), asked.heapMegabytes());
    }

    @Override
    public Child take(String program, ChildSandbox sandbox, ChildSandbox.Room room) throws IOException {
        Seat seat = new Seat(program, sandbox, room);
        @Nullable Child kept = idle.remove(seat);
        Child child = kept == null ? Child.start(program, sandbox, room) : kept;
        taken.put(child, seat);
        return child;
    }

    /** What was printed is not told: it may be of several submissions. Who prints much does not stay. */
    @Override
    public String leave(Child child) {
        @Nullable Seat seat = taken.remove(child);
        if (seat != null && child.isIdle()) {
            idle.put(seat, child);
        } else {
            child.close();
        }
        return "";
    }

    @Override
    public void close() {
        idle.values().forEach(Child::close);
        idle.clear();
        if (work != null) {
            Places.delete(work);
            work = null;
        }
    }
}
