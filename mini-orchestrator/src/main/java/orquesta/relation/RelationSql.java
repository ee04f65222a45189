package orquesta.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.text.UserException;

/**
 * The text of a relation in DuckDB's SQL: each input becomes a named part of a {@code WITH}, so that a query may name its
 * inputs whatever other queries call theirs. Holds the sources of rows that it names until it is closed.
 */
final class RelationSql implements AutoCloseable {
    private static final Pattern WITH = Pattern.compile(
            "^((?:\\s+|--[^\\n]*\\n|/\\*.*?\\*/)*)with\\b(\\s+recursive\\b)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> STREAMED = Set.of("VARCHAR", "BIGINT", "BOOLEAN", "DOUBLE");

    private final RowFunction rows;
    private final TextFunctions functions;
    private final RowTables tables;
    private final Map<Long, RowFunction.Registered> registered = new LinkedHashMap<>();
    private final Map<String, Macro> macros = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<String>> called = new LinkedHashMap<>();
    private final List<Long> registeredFunctions = new ArrayList<>();
    private final List<FileScan> scans = new ArrayList<>();
    private volatile @Nullable RuntimeException functionFailure;
    private final String text;

    /** The table that a query reads for rows of ours. */
    interface RowTables {
        /**
         * The table as SQL.
         *
         * @param rows the SQL that reads them one by one
         */
        String table(String rows, RowSource source);
    }

    RelationSql(Relation relation, JavaParts java, RowTables tables) {
        this.rows = java.rows();
        this.functions = java.functions();
        this.tables = tables;
        this.text = text(relation);
    }

    String text() {
        return text;
    }

    /** Statements that define the macros of the query and of its inputs. */
    List<String> macros() {
        return macros.values().stream()
                .map(macro -> "create or replace temp macro " + macro)
                .toList();
    }

    /** What went wrong in a source of rows or a function of Java, if anything. */
    @Nullable
    Throwable failure() {
        return functionFailure != null
                ? functionFailure
                : registered.values().stream()
                        .map(RowFunction.Registered::failure)
                        .filter(failure -> failure != null)
                        .findFirst()
                        .orElse(null);
    }

    /** The files that the query reads. */
    List<FileScan> scans() {
        return scans;
    }

    private String text(Relation relation) {
        if (relation.form() instanceof Relation.Parquet parquet) {
            return "select * from read_parquet('" + parquet.file().toString().replace("'", "''") + "')";
        }
        if (relation.form() instanceof Relation.Files files) {
            FileScan scan = new FileScan(files);
            scans.add(scan);
            return scan.sql();
        }
        if (relation.form() instanceof Relation.Streamed streamed) {
            return streamed(streamed.source());
        }
        Relation.Query query = (Relation.Query) relation.form();
        query.functions().forEach(this::addFunction); // first, since macros may call them
        query.macros().forEach(this::addMacro);
        if (query.inputs().isEmpty()) {
            return query.sql();
        }
        Matcher own = WITH.matcher(query.sql());
        if (!own.find()) {
            return "with " + inputs(query, "%s") + "\n" + query.sql();
        }
        boolean recursive = own.group(2) != null;
        // RECURSIVE reaches every part of a WITH: inside a subquery, an input that is a UNION over its own name is
        // none.
        String inputs = recursive ? "recursive " + inputs(query, "select * from (\n%s\n)") : inputs(query, "%s");
        return "with " + inputs + ",\n" + query.sql().substring(own.end());
    }

    private String inputs(Relation.Query query, String around) {
        return query.inputs().entrySet().stream()
                .map(input -> Column.quoted(input.getKey()) + " as not materialized (\n"
                        + around.replace("%s", text(input.getValue())) + "\n)")
                .collect(Collectors.joining(",\n"));
    }

    /** DuckDB knows macros by their names alone, in any case: the last of one name would silently win. */
    private void addMacro(String signature, String body) {
        String name = signature.replaceFirst("\\(.*", "").strip().toLowerCase(Locale.ROOT);
        Macro macro = new Macro(signature, body);
        Macro other = macros.putIfAbsent(name, macro);
        if (other != null && !other.equals(macro)) {
            throw new UserException("", "relation.macro_twice", name, other, macro);
        }
    }

    private record Macro(String signature, String body) {
        @Override
        public String toString() {
            return signature + " as (" + body + ")";
        }
    }

    /** A function of Java is a macro over the one function that DuckDB knows of us. */
    private void addFunction(String name, UnaryOperator<String> function) {
        UnaryOperator<String> other = called.putIfAbsent(name, function);
        if (other == null) {
            long id = functions.add(text -> called(function, text));
            registeredFunctions.add(id);
            addMacro(name + "(t)", TextFunctions.NAME + "(" + id + ", t)");
        } else if (!other.equals(function)) {
            throw new UserException("", "relation.macro_twice", name, "Java", "Java");
        }
    }

    private String called(UnaryOperator<String> function, String text) {
        try {
            return function.apply(text);
        } catch (RuntimeException e) {
            functionFailure = e;
            throw e;
        }
    }

    /** Types that rows of ours cannot have come as text and are cast. */
    private String streamed(RowSource source) {
        RowFunction.Registered entry = new RowFunction.Registered(source);
        long id = rows.add(entry);
        registered.put(id, entry);
        DistinctColumns.require(source.columns());
        boolean plain = source.columns().stream().allMatch(column -> STREAMED.contains(column.type()));
        String columns =
                plain ? "*" : source.columns().stream().map(RelationSql::cast).collect(Collectors.joining(", "));
        return "select " + columns + " from " + tables.table(RowFunction.NAME + "(" + id + ")", source);
    }

    private static String cast(Column column) {
        String name = column.quoted();
        return STREAMED.contains(column.type()) ? name : name + "::" + column.type() + " as " + name;
    }

    @Override
    public void close() {
        registered.forEach((id, source) -> {
            rows.remove(id);
            source.close();
        });
        registeredFunctions.forEach(functions::remove);
    }
}
