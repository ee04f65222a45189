package orquesta.autograder.evidence;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.exercise.Exercise.Limits;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.junit.TestRequest;

/** Has tests run by a child; a test that ends its child, or never comes to its end, leaves the others to the next child. */
public final class TestWitness implements AutoCloseable {
    /** So many may be stopped before the others are given up. */
    private static final int MOST_STOPPED = 3;

    private static final Duration TO_BEGIN = Duration.ofSeconds(30);

    private final ChildSandbox sandbox;
    private final ChildSandbox.Room room;
    private final Children children;
    private final Duration each;
    private final Duration all;
    private final Notes notes = new Notes();
    private @Nullable Child child;

    /** Starts its first child, which needs the classes only when it is asked: they may be compiled meanwhile. */
    public TestWitness(ChildSandbox sandbox, Limits limits, ChildSandbox.Room room, Children children)
            throws IOException {
        this.sandbox = sandbox;
        this.room = room;
        this.children = children;
        this.each = Duration.ofSeconds(limits.caseSeconds());
        this.all = Duration.ofSeconds(limits.totalSeconds()).multipliedBy(Stopwatch.PATIENCE);
        this.child = start();
    }

    private Child start() throws IOException {
        return children.take("TestRunner", sandbox, room);
    }

    /** An {@link IOException} is trouble of ours. */
    public TestStory hear() throws IOException {
        long deadline = System.nanoTime() + all.toNanos();
        Optional<Ended> end = followed(deadline);
        for (int stopped = 1; end.isPresent(); stopped++) {
            boolean blamed = notes.blame(end.get());
            if (end.get().how() == Ending.BROKEN) {
                break;
            } else if (notes.allDone()) {
                end = Optional.empty();
            } else if (!blamed || stopped == MOST_STOPPED || System.nanoTime() - deadline > 0) {
                break;
            } else {
                end = followed(deadline);
            }
        }
        close();
        return notes.story(end);
    }

    /** Lets a child run what is left; empty if it came to its end. */
    private Optional<Ended> followed(long deadline) throws IOException {
        Child running = child == null ? start() : child;
        child = running;
        String secret = UUID.randomUUID().toString();
        if (!running.send(new TestRequest(secret, notes.done()).frame())) {
            return ended(new Ended(Ending.STOPPED, Optional.empty()));
        }
        TestWords words = new TestWords(secret);
        Stopwatch watch = running.watch(TO_BEGIN, deadline);
        while (true) {
            Child.Heard heard = running.next(watch);
            if (heard.frame() == null) {
                Ending how = heard.end() == null ? Ending.STOPPED : heard.end();
                return ended(new Ended(how, Optional.empty()));
            }
            TestWords.Word word = words.read(heard.frame());
            Optional<Ended> over = notes.take(word);
            if (over.isPresent()) {
                return ended(over.get());
            } else if (word instanceof TestWords.Done) {
                close();
                return over;
            }
            boolean sameTest = word instanceof TestWords.Printed;
            watch = sameTest ? watch : running.watch(each, deadline);
            if (System.nanoTime() - deadline > 0) {
                return ended(new Ended(Ending.NO_TIME_LEFT, Optional.empty()));
            }
        }
    }

    private Optional<Ended> ended(Ended end) {
        if (child != null) {
            child.close();
        }
        close();
        return Optional.of(end);
    }

    @Override
    public void close() {
        if (child != null) {
            children.leave(child);
            child = null;
        }
    }
}
