package celda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/** Calls your method with a file of its own, and looks into that file afterwards. Given; do not change it. */
public final class Estante {
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private Estante() {}

    /** What came back; an error where the file is none of Parquet, or holds another table than that. */
    public static Table guardar(Table ventas) throws IOException {
        Path folder = Files.createTempDirectory("estante");
        Path file = folder.resolve("ventas.parquet");
        try {
            Table back = Guardado.guardada(ventas, file);
            if (!Files.isRegularFile(file)) {
                throw new IllegalStateException("archivo: nothing was written there / no se escribió nada ahí");
            }
            byte[] bytes = Files.readAllBytes(file);
            boolean begins = bytes.length > 12 && Arrays.equals(Arrays.copyOf(bytes, 4), PARQUET);
            if (!begins || !Arrays.equals(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length), PARQUET)) {
                throw new IllegalStateException("archivo: it is no Parquet file / no es un archivo Parquet");
            }
            Table written = Parquet.read(file);
            if (back == null || written.rowCount() != back.rowCount()) {
                throw new IllegalStateException("the file holds other rows than the table that came back"
                        + " / el archivo tiene otras filas que la tabla devuelta");
            }
            return back;
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
