package orquesta.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.JDBC;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * What is asked of one home meanwhile, by whoever opens it in this process: the text of each question, and how many steps
 * SQLite's machine took for it at most. Writes are no questions.
 */
public final class Questions implements AutoCloseable {
    private static final Pattern SCAN = Pattern.compile("SCAN (\\S+).*");
    private static final String SHORT = "(run_unfinished|materialization_(undelivered|unremoved|kept))";

    private final Path file;
    private final Map<String, Long> most = new ConcurrentHashMap<>();
    private final Map<SQLiteConnection, Machine> machines = new ConcurrentHashMap<>();
    private final JDBC.Listener listener = this::heard;

    private Questions(Path file) {
        this.file = file;
    }

    /** To be closed; what was opened before is not seen. */
    public static Questions of(Path home) {
        Questions questions = new Questions(home.resolve("orquesta.db"));
        JDBC.add(questions.listener);
        return questions;
    }

    /** The most steps that each question took since it was begun anew. */
    public Map<String, Long> asked() {
        machines.values().forEach(machine -> machine.begin(""));
        return new TreeMap<>(most);
    }

    /** What is asked over connections that are opened meanwhile is not counted, which takes longer than to answer it. */
    public void uncounted(Runnable work) {
        JDBC.remove(listener);
        try {
            work.run();
        } finally {
            JDBC.add(listener);
        }
    }

    public void beginAnew() {
        machines.values().forEach(machine -> machine.begin(""));
        most.clear();
    }

    /** How SQLite answers a question of this home. */
    public List<String> plan(String sql) {
        List<String> steps = new ArrayList<>();
        try (Connection connection = new Database(file).reader();
                PreparedStatement statement = connection.prepareStatement("explain query plan " + sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
            return steps;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Of those that were asked the ones that read all that there is, with what SQLite says of them. */
    public Map<String, List<String>> whole() {
        Map<String, List<String>> whole = new TreeMap<>();
        for (String sql : asked().keySet()) {
            List<String> read =
                    plan(sql).stream().filter(step -> isWhole(sql, step)).toList();
            if (!read.isEmpty()) {
                whole.put(sql, read);
            }
        }
        return whole;
    }

    /**
     * A scan, but for one of a subquery or of an index that holds unfinished business or the values that no cleaning has taken;
     * a search for all that one pipeline has, unless it ends at a limit.
     */
    public static boolean isWhole(String sql, String step) {
        Matcher scan = SCAN.matcher(step);
        if (scan.matches()) {
            boolean inner = sql.contains(") " + scan.group(1) + " ")
                    || sql.contains(" " + scan.group(1) + " (name, partition) as (")
                    || sql.contains("recursive " + scan.group(1) + " ");
            return !inner
                    && !step.matches(
                            "SCAN (\\(subquery-\\d+\\)|CONSTANT ROW|\\w+ USING (COVERING )?INDEX " + SHORT + ")");
        }
        return step.endsWith(" (pipeline=?)") && !sql.contains(" limit ");
    }

    /** How many more steps a question takes than before, beside what a tree that is one level deeper costs. */
    public Map<String, String> dearer(Map<String, Long> before) {
        Map<String, String> dearer = new TreeMap<>();
        asked().forEach((sql, steps) -> {
            long few = before.getOrDefault(sql, steps);
            if (steps > 2 * few + 100) {
                dearer.put(sql, few + " -> " + steps);
            }
        });
        return dearer;
    }

    private PreparedStatement heard(SQLiteConnection connection, String sql, PreparedStatement statement) {
        if (!connection.getUrl().endsWith(file.toString())) {
            return statement;
        }
        Machine machine = machines.computeIfAbsent(connection, Machine::new);
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                machine.begin(sql.matches("(?s)(select|with)\\b.*") ? sql : "");
            }
            return call(statement, method, arguments);
        });
    }

    @Override
    public void close() {
        JDBC.remove(listener);
    }

    /** Of a connection, which one thread uses at a time: whatever it does counts for the question that was begun last. */
    private final class Machine extends ProgressHandler {
        private final AtomicLong steps = new AtomicLong();
        private String asked = "";

        private Machine(SQLiteConnection connection) {
            try {
                ProgressHandler.setHandler(connection, 1, this);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What was asked before has taken its steps by now. */
        private synchronized void begin(String sql) {
            long taken = steps.getAndSet(0);
            if (!asked.isEmpty() && taken > 0) {
                most.merge(asked, taken, Math::max);
            }
            asked = sql;
        }

        @Override
        protected int progress() {
            steps.incrementAndGet();
            return 0;
        }
    }

    private interface Calls {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                Questions.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.of(method, arguments)));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
