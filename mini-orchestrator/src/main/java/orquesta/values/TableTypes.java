package orquesta.values;

import java.lang.reflect.Type;
import java.util.ServiceLoader;
import orquesta.asset.Relation;
import orquesta.asset.ValueForm;
import orquesta.relation.TableType;

/** The Java types that stand for a table, loaded when one is first needed. */
final class TableTypes {
    private final ServiceLoader<TableType> types =
            ServiceLoader.load(TableType.class, TableTypes.class.getClassLoader());

    /** A loader of services is for one thread at a time. */
    synchronized TableType of(Type java) {
        for (TableType type : types) {
            if (type.is(java)) {
                return type;
            }
        }
        throw new IllegalStateException("nothing on the class path makes tables of " + ValueForm.nameOf(java));
    }

    /** What a step returned, as a relation. */
    Relation relation(Object value, Type declared) {
        return value instanceof Relation relation ? relation : of(declared).relation(value, declared);
    }
}
