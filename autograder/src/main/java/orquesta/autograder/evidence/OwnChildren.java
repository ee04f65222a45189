package orquesta.autograder.evidence;

import java.io.IOException;
import java.nio.file.Path;
import orquesta.autograder.exercise.Exercise.Limits;
import orquesta.autograder.files.Places;
import orquesta.autograder.files.WorkFolder;
import orquesta.autograder.isolation.ChildSandbox;

/** Every submission has a folder and children of its own: so students are graded. */
public record OwnChildren() implements Children {
    @Override
    public Path work(Path cache) throws IOException {
        return WorkFolder.fresh(cache);
    }

    @Override
    public void done(Path work) {
        Places.delete(work);
    }

    @Override
    public Limits within(Limits asked) {
        return asked;
    }

    @Override
    public Child take(String program, ChildSandbox sandbox, ChildSandbox.Room room) throws IOException {
        return Child.start(program, sandbox, room);
    }

    @Override
    public String leave(Child child) {
        child.close();
        return child.printed();
    }

    @Override
    public void close() {}
}
