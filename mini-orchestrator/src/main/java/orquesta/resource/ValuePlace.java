package orquesta.resource;

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

    /** Files in the home. */
    static ValuePlace files() {
        return new Files();
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
