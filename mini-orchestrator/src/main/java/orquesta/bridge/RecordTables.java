package orquesta.bridge;

import java.lang.reflect.Type;
import java.util.List;
import orquesta.asset.Relation;
import orquesta.asset.ValueForm;
import orquesta.relation.Session;
import orquesta.relation.TableType;

/** Tables as lists of records: {@code List<Venta>}. */
public final class RecordTables implements TableType {
    @Override
    public boolean is(Type type) {
        return ValueForm.recordOfList(type).isPresent();
    }

    @Override
    public Relation relation(Object value, Type type) {
        return new RecordWriter(recordOf(type)).relation((List<?>) value);
    }

    @Override
    public Object read(Session session, Relation relation, Type type) {
        RecordReader records = new RecordReader(recordOf(type));
        return session.read(relation.select(records.select(session.columns(relation))), records::records);
    }

    private static Class<?> recordOf(Type type) {
        return ValueForm.recordOfList(type).orElseThrow();
    }
}
