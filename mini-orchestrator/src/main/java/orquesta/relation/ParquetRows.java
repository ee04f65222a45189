package orquesta.relation;

import java.io.IOException;
import java.nio.file.Path;
import orquesta.asset.RowSource;

/** Rows of ours whose source can write them as a Parquet file by itself, on all cores: quicker than to hand them over one by one. */
public interface ParquetRows extends RowSource {
    /**
     * Writes all rows, in their order, with the names of the columns and VARCHAR, BIGINT or BOOLEAN as they say.
     *
     * @return false if these rows must be read one by one: then what the file holds means nothing
     * @throws IOException if the file cannot be written
     */
    boolean write(Path file) throws IOException;
}
