package orquesta.relation;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.resource.Evaluator;

/** The DuckDB of one home, as somebody sees it: each step works in a {@link Session} of its own, at the time of its run. */
public final class Duck implements Evaluator, AutoCloseable {
    private final DuckInstance instance;
    private final Supplier<SessionTime> time;

    private Duck(DuckInstance instance, Supplier<SessionTime> time) {
        this.instance = instance;
        this.time = time;
    }

    /** @param temporary the folder for what does not fit into memory */
    public Duck(Path temporary) {
        this(new DuckInstance(temporary), SessionTime::outside);
    }

    /** Begins to open the first DuckDB of this process, beside whatever comes before somebody needs it. */
    public static void prepare() {
        DuckInstance.prepare();
    }

    /** The same DuckDB, whose sessions are at the time of a run; closing it closes all. */
    public Duck at(Supplier<SessionTime> ofRun) {
        return new Duck(instance, ofRun);
    }

    /** A connection for one step; close it. */
    public Session session() {
        try {
            return instance.session(time.get());
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("DuckDB cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Something outside DuckDB that a thread waits for and that hears no interrupt either: a statement of another database. */
    public static final class Waiting implements AutoCloseable {
        private final Runnable stop;
        private final Consumer<Waiting> closing;

        Waiting(Runnable stop, Consumer<Waiting> closing) {
            this.stop = stop;
            this.closing = closing;
        }

        void stop() {
            stop.run();
        }

        /** It is over. */
        @Override
        public void close() {
            closing.accept(this);
        }
    }

    /** From now on whoever ends what this thread waits for ends this, too, as often as he asks; close it when it is over. */
    public Waiting waits(Runnable stop) {
        return instance.waits(stop);
    }

    /** Ends the statements that a thread waits for; they do not hear an interrupt. */
    public void stop(Thread thread) {
        instance.stop(thread);
    }

    @Override
    public List<Column> columns(Relation relation) {
        try (Session session = session()) {
            return session.columns(relation);
        }
    }

    @Override
    public void texts(Relation relation, RowReader reader) throws IOException {
        try (Session session = session()) {
            session.texts(relation, reader);
        }
    }

    @Override
    public void lines(Relation relation, String first, String line, Path file) throws IOException {
        try (Session session = session()) {
            LineFile.write(session, relation, first, line, file);
        }
    }

    @Override
    public long parquet(Relation relation, Path file) throws IOException {
        try (Session session = session()) {
            return ParquetFile.write(session, relation, file);
        }
    }

    @Override
    public void close() {
        instance.close();
    }
}
