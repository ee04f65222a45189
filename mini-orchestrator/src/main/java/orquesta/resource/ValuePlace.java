package orquesta.resource;

import java.util.regex.Pattern;

/**
 * Where the values of assets are kept: {@code Definitions.of(...).values(ValuePlace.postgres("VENTAS_DB"))}. Tables and JSON
 * go there; a {@code Path} is its own file wherever the others are.
 */
public sealed interface ValuePlace {
    /** Files in the home: Parquet for a table, JSON for a record. So it is where nothing else is said. */
    record Files() implements ValuePlace {}

    /**
     * A database of PostgreSQL.
     *
     * @param variable the variable of the environment that holds the address of the database, with its password
     */
    record Postgres(String variable) implements ValuePlace {}

    /**
     * One file of DuckDB.
     *
     * @param file its path; a relative one starts at the root of the pipeline
     */
    record DuckDb(String file) implements ValuePlace {
        private static final Pattern NO_PATH = Pattern.compile("\\s*|.*://.*|md:.*|:.*:|.*[/\\\\]");

        /** Nothing, the name of a folder, or what names no file at all. */
        boolean isNoFile() {
            return NO_PATH.matcher(file).matches();
        }
    }

    /** Files in the home. */
    static ValuePlace files() {
        return new Files();
    }

    /**
     * One file of DuckDB, which every client of DuckDB opens. What is published stands in it as a view: {@code ingresos_totales}
     * for the asset of this name.
     *
     * @param file its path: {@code datos/valores.duckdb}; a relative one starts at the root of the pipeline. It is made if it is
     *     not there, in a folder that is
     */
    static ValuePlace duckdb(String file) {
        return new DuckDb(file);
    }

    /**
     * A database of PostgreSQL, 14 or newer. What is published stands in it as a view: {@code ventas.ingresos_totales} for the asset
     * {@code ingresos_totales} of the pipeline {@code ventas}.
     *
     * @param variable the variable of the environment that holds its address, which nothing records:
     *     {@code postgresql://user:password@host:5432/database}
     */
    static ValuePlace postgres(String variable) {
        return new Postgres(variable);
    }
}
