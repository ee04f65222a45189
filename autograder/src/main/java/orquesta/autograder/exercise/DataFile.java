package orquesta.autograder.exercise;

import java.util.List;

/** A file of data that a query reads. Its name is a path below the folder of the case: {@code datasets/ventas.csv}. */
public sealed interface DataFile {
    String name();

    record Text(String name, String text) implements DataFile {}

    /**
     * A Parquet file.
     *
     * @param columns as in DuckDB: {@code id INTEGER, nombre VARCHAR}
     */
    record Parquet(String name, String columns, List<Row> rows) implements DataFile {
        public Parquet {
            rows = List.copyOf(rows);
        }
    }
}
