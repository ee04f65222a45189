package orquesta.relation;

import java.lang.reflect.Type;
import orquesta.asset.Relation;

/**
 * A Java type that steps may use for a table instead of a {@link Relation}: the way in, and the way back. Found as a
 * service: the core knows relations only.
 */
public interface TableType {
    /** Whether this is about a type: {@code Table}, {@code List<Venta>}. */
    boolean is(Type type);

    /** What a step returned, as a relation. */
    Relation relation(Object value, Type type);

    /** The rows of a relation, as a step wants them. */
    Object read(Session session, Relation relation, Type type);
}
