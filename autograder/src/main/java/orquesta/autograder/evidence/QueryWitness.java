package orquesta.autograder.evidence;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Wire;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.exercise.Exercise.Limits;
import orquesta.autograder.isolation.ChildSandbox;
import orquesta.autograder.sql.SqlReply;

/** Has a query run on the files of each case; one that ends its child leaves the others to the next child. */
public final class QueryWitness implements AutoCloseable {
    /** So many may use up their time. */
    private static final int MOST_SLOW = 2;

    private final ChildSandbox sandbox;
    private final ChildSandbox.Room room;
    private final Children children;
    private final Limits limits;
    private @Nullable Child child;
    private int slow;

    public QueryWitness(ChildSandbox sandbox, Limits limits, ChildSandbox.Room room, Children children)
            throws IOException {
        this.sandbox = sandbox;
        this.room = room;
        this.limits = limits;
        this.children = children;
        this.child = start();
    }

    private Child start() throws IOException {
        return children.take("SqlRunner", sandbox, room);
    }

    /** For each case one piece of evidence. An {@link IOException} is trouble of ours. */
    public List<QueryEvidence> hear(String sql, int cases) throws IOException {
        Duration all = Duration.ofSeconds(limits.totalSeconds()).multipliedBy(Stopwatch.PATIENCE);
        long deadline = System.nanoTime() + all.toNanos();
        List<QueryEvidence> heard = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            heard.add(evidence(DataFolders.name(i), sql, deadline));
        }
        close();
        return heard;
    }

    private QueryEvidence evidence(String folder, String sql, long deadline) throws IOException {
        if (slow == MOST_SLOW || System.nanoTime() - deadline > 0) {
            return ended(Ending.NO_TIME_LEFT);
        }
        Child running = usableChild();
        byte[] request = Wire.frame(out -> {
            Wire.writeText(out, folder);
            Wire.writeText(out, sql);
        });
        if (!running.send(request)) {
            running.close();
            return ended(Ending.STOPPED);
        }
        Child.Heard heard = running.next(running.watch(Duration.ofSeconds(limits.caseSeconds()), deadline));
        if (heard.frame() == null) {
            Ending how = heard.end() == null ? Ending.STOPPED : heard.end();
            slow += how.isEndless() ? 1 : 0;
            return ended(how);
        }
        return read(heard.frame());
    }

    private static QueryEvidence ended(Ending how) {
        return new QueryEvidence("", new QueryEvidence.NoAnswer(new Ended(how, Optional.empty())));
    }

    private static QueryEvidence read(DataInputStream frame) {
        try {
            int kind = frame.readByte();
            return switch (kind) {
                case SqlReply.TABLE ->
                    new QueryEvidence(
                            Wire.readWord(frame), new QueryEvidence.Table(Replies.words(frame), Replies.rows(frame)));
                case SqlReply.REFUSED ->
                    new QueryEvidence(Wire.readWord(frame), new QueryEvidence.Refused(Wire.readWord(frame)));
                case SqlReply.TOO_LONG -> ended(Ending.TOO_LONG);
                default -> throw new IOException("kind " + kind);
            };
        } catch (IOException e) {
            return ended(Ending.BROKEN);
        }
    }

    private Child usableChild() throws IOException {
        if (child == null || !child.usable()) {
            close();
            child = start();
        }
        return child;
    }

    @Override
    public void close() {
        if (child != null) {
            children.leave(child);
            child = null;
        }
    }
}
