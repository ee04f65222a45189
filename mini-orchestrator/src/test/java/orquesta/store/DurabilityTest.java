package orquesta.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetKey;
import orquesta.asset.Task;
import orquesta.event.Event;
import orquesta.event.EventLog;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.State;
import orquesta.text.Message;

/**
 * Loss of power cannot be tried here; what SQLite is told can. The writer gets its connection through a wall that notes
 * each statement and the value of {@code synchronous} at each commit.
 */
class DurabilityTest {
    private static final String NORMAL = "1";
    private static final String FULL = "2";

    @TempDir
    Path folder;

    private final List<String> levels = Collections.synchronizedList(new ArrayList<>());

    private Connection noting(Connection real) {
        return proxy(Connection.class, (method, args) -> {
            Object result = real.getClass()
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(real, args);
            return result instanceof Statement statement && method.getName().equals("createStatement")
                    ? noting(statement, real)
                    : result;
        });
    }

    private Statement noting(Statement real, Connection connection) {
        return proxy(Statement.class, (method, args) -> {
            if (args != null && "commit".equals(args[0])) {
                levels.add(level(connection));
            }
            return method.invoke(real, args);
        });
    }

    private static String level(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                var result = statement.executeQuery("pragma synchronous")) {
            return result.getString(1);
        }
    }

    private interface Call {
        Object of(java.lang.reflect.Method method, Object[] args) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
            try {
                return call.of(method, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static List<Event.Draft> started(long number) {
        Fact fact = new Fact.RunStarted("*", "", LocalDate.of(2026, 1, 2), Map.of(), "x");
        return List.of(new Event.Draft(new RunId("ventas", number), null, 0, 0, fact));
    }

    private static Event.Draft published() {
        return new Event.Draft(new RunId("ventas", 1), Task.of(new AssetKey("ventas")), 1, 0, new Fact.Published());
    }

    private static Event.Draft begins() {
        Fact fact = new Fact.StepChanged(State.RUNNING, Message.of("step.runs"));
        return new Event.Draft(new RunId("ventas", 1), Task.of(new AssetKey("ingresos")), 1, -1, fact);
    }

    @Test
    void only_a_transaction_that_publishes_is_synced_to_the_disk() throws Exception {
        Connection real = new Database(folder.resolve("orquesta.db")).writer(new EventCodec(), Clock.systemUTC());
        List<EventLog.Entry> entries = new ArrayList<>();
        try (EventWriter writer = new EventWriter(noting(real), new EventCodec(), Clock.systemUTC())) {
            writer.append(started(1));
            writer.append(List.of(published()));
            writer.append(started(2));
            writer.record(List.of(begins()), Map.of(), false);
            entries.addAll(writer.record(List.of(published(), begins()), Map.of(), false));
        }

        assertThat(levels).startsWith(NORMAL, FULL, NORMAL, NORMAL, FULL);
        assertThat(entries).extracting(entry -> entry.event().seq()).containsExactly(5L, 6L);
        assertThat(entries).extracting(entry -> entry.event().cause()).containsExactly(0L, 5L);
    }

    @Test
    void who_writes_waits_for_another_process_that_writes() throws Exception {
        try (Connection writer =
                        new Database(folder.resolve("orquesta.db")).writer(new EventCodec(), Clock.systemUTC());
                Statement statement = writer.createStatement();
                var result = statement.executeQuery("pragma busy_timeout")) {
            assertThat(result.getInt(1)).isEqualTo(10_000);
        }
    }
}
