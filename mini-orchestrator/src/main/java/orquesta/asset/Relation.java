package orquesta.asset;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An immutable query over named inputs. It opens nothing and computes nothing: whoever stores or prints it evaluates it.
 * So it is cheap to pass on and safe to share, and an error in its SQL shows only then.
 */
public final class Relation {
    /** What a relation is made of. */
    public sealed interface Form {}

    /** A DuckDB query; its inputs are tables of these names, its macros and functions are defined first. */
    public record Query(
            String sql,
            Map<String, Relation> inputs,
            Map<String, String> macros,
            Map<String, UnaryOperator<String>> functions)
            implements Form {
        public Query {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
            macros = Collections.unmodifiableMap(new LinkedHashMap<>(macros));
            functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        }
    }

    /** A Parquet file. */
    public record Parquet(Path file) implements Form {}

    /**
     * Files that a function of DuckDB reads.
     *
     * @param reader the function: {@code read_csv}
     * @param path a file, or a pattern for several: {@code ventas/*.csv}
     * @param folder where a relative path starts; null until somebody says
     * @param options the function's own, each as DuckDB writes it: {@code delim = ';'}
     */
    public record Files(
            String reader, String path, @Nullable Path folder, List<String> options) implements Form {
        public Files {
            options = List.copyOf(options);
        }
    }

    /** Rows that a reader of ours gives. */
    public record Streamed(RowSource source) implements Form {}

    private final Form form;

    private Relation(Form form) {
        this.form = form;
    }

    public Form form() {
        return form;
    }

    /**
     * A small table, for tests and examples. The header names the columns, each with its type where it matters; each row
     * is written as in SQL: {@code Relation.rows("producto, precio decimal(18,2)", "'té', 1990", "'pan', null")}.
     */
    public static Relation rows(String header, String... rows) {
        List<String> columns =
                Arrays.stream(header.split(",(?![^(]*\\))")).map(String::strip).toList();
        String casts = columns.stream()
                .map(column -> column.split("\\s+", 2))
                .map(part -> part.length == 1
                        ? Column.quoted(part[0])
                        : Column.quoted(part[0]) + "::" + part[1] + " as " + Column.quoted(part[0]))
                .collect(Collectors.joining(", "));
        String names = columns.stream()
                .map(column -> Column.quoted(column.split("\\s+", 2)[0]))
                .collect(Collectors.joining(", "));
        String values = Arrays.stream(rows).map(row -> "(" + row + ")").collect(Collectors.joining(", "));
        String none = columns.stream().map(column -> "null").collect(Collectors.joining(", "));
        String from = rows.length > 0 // the first half holds no row, and as many values as each row must have
                ? "(select " + none + " where false union all values " + values + ")"
                : "(select " + columns.stream().map(column -> "null::varchar").collect(Collectors.joining(", "))
                        + " where false)";
        return new Builder().sql("select " + casts + " from " + from + " as t(" + names + ")");
    }

    /** The rows of a Parquet file, see {@link #csv}. */
    public static Relation parquet(Path file) {
        return parquet(file.toString());
    }

    /** The rows of a Parquet file that the kit itself wrote, so that nothing about it has to be found out. */
    public static Relation stored(Path file) {
        return new Relation(new Parquet(file));
    }

    /** The rows of Parquet files, see {@link #csv}: {@code Relation.parquet("2026/*.parquet")}. */
    public static Relation parquet(String path, String... options) {
        return new Relation(new Files("read_parquet", path, null, List.of(options)));
    }

    /**
     * The rows of CSV files: {@code Relation.csv("data/flights.csv")}, {@code Relation.csv("2026/*.csv", "delim = ';'")}.
     *
     * @param path a file, or a pattern for several; a relative one starts at the root of the pipeline
     * @param options what DuckDB should not find out by itself, each as it writes it: {@code header = true},
     *     {@code all_varchar = true}, {@code nullstr = 'NA'}, {@code types = {'precio': 'DECIMAL(18,2)'}}
     * @see <a href="https://duckdb.org/docs/stable/data/csv/overview">the options of read_csv</a>
     */
    public static Relation csv(String path, String... options) {
        return new Relation(new Files("read_csv", path, null, List.of(options)));
    }

    /** The rows of JSON files, one object a row, see {@link #csv}: {@code Relation.json("data/orders.json")}. */
    public static Relation json(String path, String... options) {
        return new Relation(new Files("read_json", path, null, List.of(options)));
    }

    /** A query without inputs, in DuckDB's SQL: {@code Relation.sql("select range as n from range(10)")}. */
    public static Relation sql(String sql) {
        return new Builder().sql(sql);
    }

    /** The rows of a reader. */
    public static Relation of(RowSource source) {
        return new Relation(new Streamed(source));
    }

    /** Begins a query over named inputs: {@code Relation.with("ventas", ventas).sql("select ... from ventas")}. */
    public static Builder with(String name, Relation input) {
        return new Builder().with(name, input);
    }

    /** The rows for which a condition in SQL holds. */
    public Relation where(String condition) {
        return with("this", this).sql("select * from \"this\" where " + condition);
    }

    /** Some columns, or expressions over them, in SQL. */
    public Relation select(String columns) {
        return with("this", this).sql("select " + columns + " from \"this\"");
    }

    /** The same relation with the relative paths of its files starting at a folder, unless they start somewhere already. */
    public Relation from(Path start) {
        if (form instanceof Files files && files.folder() == null) {
            return new Relation(new Files(files.reader(), files.path(), start, files.options()));
        }
        if (form instanceof Parquet parquet) {
            return stored(start.resolve(parquet.file()));
        }
        if (form instanceof Query query && !query.inputs().isEmpty()) {
            Map<String, Relation> placed = new LinkedHashMap<>();
            query.inputs().forEach((name, input) -> placed.put(name, input.from(start)));
            return new Relation(new Query(query.sql(), placed, query.macros(), query.functions()));
        }
        return this;
    }

    /** A query in the making. */
    public static final class Builder {
        private final Map<String, Relation> inputs = new LinkedHashMap<>();
        private final Map<String, String> macros = new LinkedHashMap<>();
        private final Map<String, UnaryOperator<String>> functions = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a table that the query may name. */
        public Builder with(String name, Relation input) {
            inputs.put(name, input);
            return this;
        }

        /** Names an expression: {@code macro("iva(monto)", "monto * 0.19")}. */
        public Builder macro(String signature, String expression) {
            macros.put(signature, expression);
            return this;
        }

        /** Lets the query call Java, for what SQL cannot say: a pure function from text to text; null stays null. */
        public Builder function(String name, UnaryOperator<String> function) {
            functions.put(name, function);
            return this;
        }

        /** The query, in DuckDB's SQL. */
        public Relation sql(String sql) {
            return new Relation(new Query(sql, inputs, macros, functions));
        }
    }

    /** The query as it stands, without its inputs. */
    @Override
    public String toString() {
        if (form instanceof Query query) {
            return query.sql();
        }
        if (form instanceof Files files) {
            return "from " + files.reader() + "('" + files.path() + "')";
        }
        return form instanceof Parquet parquet ? "from '" + parquet.file() + "'" : "from " + ((Streamed) form).source();
    }
}
