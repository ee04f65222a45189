package orquesta.autograder.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Wire;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.evidence.Evidence.Place;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.isolation.ProcessTree;

/** One child process: asked, watched meanwhile, killed whole. */
public final class Child implements AutoCloseable {
    private static final long LOOK_MILLIS = 25;
    private static final long HELLO_MILLIS = 30_000;

    private final Process process;
    private final ProcessTree tree;
    private final Drain printed;
    private final Frames frames;

    private boolean greeted;
    private boolean usable = true;

    private Child(Process process, String mark) {
        this.process = process;
        this.tree = new ProcessTree(process, mark);
        this.frames = new Frames(process.getInputStream());
        this.printed = new Drain(process.getErrorStream());
    }

    /** What was heard next: a frame, or why there is none; null for that if the child has ended by itself. */
    record Heard(@Nullable DataInputStream frame, @Nullable Ending end) {}

    /** Starts a program of the sandbox's image; {@link #ask} waits for its first word, so that other work can be done until then. */
    static Child start(String program, ChildSandbox sandbox, ChildSandbox.Room room) throws IOException {
        String mark = UUID.randomUUID().toString();
        Child child = new Child(sandbox.start(program, room, mark), mark);
        daemon(child.frames);
        daemon(child.printed);
        return child;
    }

    /** What fails until the child's first word is our trouble. */
    private void awaitHello() throws IOException {
        try {
            Frames.@Nullable Frame first = frames.poll(HELLO_MILLIS);
            if (first == null || first.content() == null || !Replies.isHello(first.content())) {
                close();
                throw new IOException("the child did not start: " + printed());
            }
            greeted = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "child");
        thread.setDaemon(true);
        thread.start();
    }

    /** False when it has ended, or was killed: ask another one. */
    boolean usable() {
        return usable;
    }

    /** Whether it can be asked more, and was not talkative so far. */
    boolean isIdle() {
        return usable && process.isAlive() && printed.isShort();
    }

    /** What the student's code printed, its beginning; to be asked of a child that is closed. */
    String printed() {
        return NoMemory.cut(printed.lastText());
    }

    /**
     * One piece of evidence for each call of the request; the last one may say why there are no more. It throws only if
     * the child did not begin.
     */
    List<Evidence> ask(ChildQuestion request, Duration each, long deadline) throws IOException {
        List<Evidence> evidence = new ArrayList<>();
        if (!send(request.frame())) {
            return List.of(new Ended(ended(null), Optional.empty()));
        }
        while (usable && evidence.size() < request.calls()) {
            Stopwatch watch = watch(each, deadline);
            Heard heard = hear(watch);
            evidence.add(heard.frame != null ? heard(Replies.read(heard.frame), watch) : unanswered(heard.end));
        }
        return evidence;
    }

    /** How it ended is decided before the code is asked where it is. */
    private Ended unanswered(@Nullable Ending how) {
        Optional<Place> place = how != null && how.isEndless() ? Whereabouts.of(tree, frames) : Optional.empty();
        return new Ended(ended(how), place);
    }

    /** Sends a request, after the child's first word: false if it has ended. It throws only if the child did not begin. */
    boolean send(byte[] request) throws IOException {
        if (!greeted) {
            awaitHello();
        }
        try {
            Wire.send(new DataOutputStream(process.getOutputStream()), request);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    Stopwatch watch(Duration each, long deadline) {
        return new Stopwatch(each, deadline, tree);
    }

    /** Waits for the next frame as long as the watch allows; where there is none, the child has ended. */
    Heard next(Stopwatch watch) {
        Heard heard = hear(watch);
        return heard.frame != null ? heard : new Heard(null, ended(heard.end));
    }

    private Heard hear(Stopwatch watch) {
        try {
            while (true) {
                Frames.@Nullable Frame frame = frames.poll(LOOK_MILLIS);
                if (frame != null && frame.content() != null) {
                    return new Heard(frame.content(), null);
                }
                @Nullable Ending trouble = frame != null ? null : trouble(watch);
                if (frame != null || trouble != null) {
                    return new Heard(null, trouble);
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private Evidence heard(Evidence said, Stopwatch watch) {
        Evidence evidence = watch.orCrowd(said);
        if (evidence instanceof Ended end && end.how() != Ending.TOO_LONG) {
            close();
        }
        return evidence;
    }

    private @Nullable Ending trouble(Stopwatch watch) {
        if (printed.flooded()) {
            return Ending.FLOOD;
        }
        return watch.trouble();
    }

    /** @param how why we end it; null if it ended by itself */
    private Ending ended(@Nullable Ending how) {
        @Nullable Ending why = how;
        if (why == null) {
            why = NoMemory.ended(tree, printed) ? Ending.OUT_OF_MEMORY : Ending.STOPPED;
        }
        close();
        return why;
    }

    @Override
    public void close() {
        if (usable) {
            usable = false;
            frames.close();
            tree.kill();
        }
    }
}
