package orquesta.autograder.pipeline;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.Orchestrator;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.asset.ValueForm;
import orquesta.bridge.NamedRows;
import orquesta.definition.Pipeline;
import orquesta.event.Pin;
import orquesta.relation.Duck;
import orquesta.relation.Session;

/** The rows that readers of a home see, in plain values. */
final class PublishedRows {
    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Integer.class,
            Long.class,
            Double.class,
            Boolean.class,
            BigDecimal.class,
            LocalDate.class,
            LocalDateTime.class);

    private PublishedRows() {}

    /** By task, {@code ventas} or {@code ventas@2026-11-20}: of those with a table that is published. */
    static Map<String, Object> of(Orchestrator orchestrator, Pipeline pipeline, Set<Task> tasks, Duck reader) {
        Map<String, Object> published = new LinkedHashMap<>();
        if (tasks.isEmpty()) {
            return published;
        }
        try (Session session = reader.session()) {
            for (Task task : tasks) {
                orchestrator
                        .history()
                        .published(pipeline.name(), task)
                        .filter(pin -> pin.value().form() == ValueForm.TABLE)
                        .ifPresent(pin -> published.put(task.text(), rows(orchestrator, pin, session)));
            }
        }
        return published;
    }

    private static List<Object> rows(Orchestrator orchestrator, Pin pin, Session session) {
        List<Object> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> row :
                NamedRows.of(session, (Relation) orchestrator.value(pin, Relation.class))) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            row.forEach((column, value) -> plain.put(column, plain(value)));
            rows.add(plain);
        }
        return rows;
    }

    /** Whole numbers of DuckDB's are whole numbers here; what has no class of its own is its text. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof BigInteger whole) {
            return new BigDecimal(whole);
        } else if (value instanceof Byte || value instanceof Short) {
            return ((Number) value).longValue();
        } else if (value instanceof Float number) {
            return number.doubleValue();
        }
        return value == null || PLAIN.contains(value.getClass()) ? value : value.toString();
    }
}
