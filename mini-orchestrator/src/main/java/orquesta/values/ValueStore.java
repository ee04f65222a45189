package orquesta.values;

import java.io.IOException;
import orquesta.asset.Relation;
import orquesta.event.Materialization;

/**
 * Keeps tables and JSON: what each attempt writes stays apart, and nothing is ever overwritten. The log of events says which
 * of it is published; a store only has to show it to those who look at the store itself.
 */
public interface ValueStore {
    /**
     * Evaluates a relation once, and keeps its rows.
     *
     * @throws orquesta.text.UserException if the query fails, or if the store would give another value back; names the column
     */
    Materialization writeTable(Relation rows, ValueId id) throws IOException;

    /** Keeps a text of JSON, byte by byte. */
    Materialization writeJson(byte[] text, ValueId id) throws IOException;

    /**
     * The rows of a table; its columns have the names and types that were written.
     *
     * @throws orquesta.text.UserException if it is gone
     */
    Relation readTable(Materialization value) throws IOException;

    /** A text of JSON, see {@link #readTable}. */
    byte[] readJson(Materialization value) throws IOException;

    /**
     * Called before the log says that a value is published: from now on {@link #discard} leaves it alone.
     *
     * @throws orquesta.text.UserException if it could not be published afterwards; says why
     */
    void promise(Materialization value) throws IOException;

    /** Called once the log says so: shows the value to those who look at the store itself. May be called again. */
    void publish(Materialization value) throws IOException;

    /** Removes what an attempt wrote for nobody, whole or cut short. */
    void discard(ValueId id) throws IOException;

    /**
     * Removes a value that was published once, and that nobody may read any more. May be called again after it was cut short.
     *
     * @throws orquesta.text.UserException if what keeps it does not answer, or something is built on it: then it is still there
     */
    default void remove(ValueId id) throws IOException {
        discard(id);
    }
}
