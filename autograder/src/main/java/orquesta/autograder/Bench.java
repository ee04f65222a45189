package orquesta.autograder;

import java.io.IOException;
import java.nio.file.Path;
import orquesta.autograder.evidence.Children;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.Limits;
import orquesta.autograder.isolation.ChildSandbox;

/**
 * Where one works.
 *
 * @param cache holds the folders of work
 * @param lane which of the benches that are used at the same time
 * @param children where those of a submission come from
 */
public record Bench(Path cache, int lane, Children children) {
    /** Without files. */
    Path work() throws IOException {
        return children.work(cache);
    }

    Limits within(Exercise exercise) {
        return children.within(exercise.within());
    }

    /** The room of a child, with the memory that the exercise allows. */
    ChildSandbox.Room room(Path classes, Path home, Exercise exercise) {
        return new ChildSandbox.Room(classes, home, within(exercise).heapMegabytes(), lane);
    }
}
