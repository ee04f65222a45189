package orquesta.autograder.evidence;

import java.io.IOException;
import java.nio.file.Path;
import orquesta.autograder.exercise.Exercise.Limits;
import orquesta.autograder.isolation.ChildSandbox;

/** Where the children of a submission come from, where it is worked on, and how long it is waited for. */
public interface Children extends AutoCloseable {
    /** A folder without files for the next submission. */
    Path work(Path cache) throws IOException;

    /** The submission that was worked on there has its result. */
    void done(Path work);

    /** How long calls are waited for, of an exercise that asks for these limits. */
    Limits within(Limits asked);

    /** A child that runs a program of the sandbox's image in a room. */
    Child take(String program, ChildSandbox sandbox, ChildSandbox.Room room) throws IOException;

    /** Nobody asks this child any more about this submission. What it printed, its beginning, if that is wanted. */
    String leave(Child child);

    @Override
    void close();
}
