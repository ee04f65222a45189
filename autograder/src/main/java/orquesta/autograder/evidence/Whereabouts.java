package orquesta.autograder.evidence;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Wire;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Place;
import orquesta.autograder.isolation.ProcessTree;

/**
 * Asks a child where the code is that does not come back, for its author's sake: the verdict does not depend on it. The
 * child may be hostile: it is given half a second, five where it gets no processor; whatever is no answer says nothing, and
 * who reads nothing holds up a thread of no importance until it is killed.
 */
final class Whereabouts {
    private static final int LOOKS = 20;
    private static final byte[] QUESTION = {};

    private Whereabouts() {}

    static Optional<Place> of(ProcessTree tree, Frames frames) {
        Thread asking = new Thread(() -> ask(tree.process()), "whereabouts");
        asking.setDaemon(true);
        asking.start();
        try {
            Looks looks = new Looks(LOOKS, tree::ready);
            Frames.@Nullable Frame said = null;
            while (said == null && looks.another()) {
                said = frames.poll(Looks.MILLIS);
            }
            return said == null || said.content() == null ? Optional.empty() : place(Replies.read(said.content()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static void ask(Process process) {
        try {
            Wire.send(new DataOutputStream(process.getOutputStream()), QUESTION);
        } catch (IOException e) {
            // It has ended.
        }
    }

    private static Optional<Place> place(Evidence said) {
        return said instanceof Ended ended ? ended.place() : Optional.empty();
    }
}
