package orquesta.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import orquesta.asset.RowSource;
import orquesta.text.UserException;

/** Reads a file in a JVM of its own, with the memory that the test gives it. */
final class LongLines {
    private LongLines() {}

    public static void main(String[] arguments) throws IOException {
        long rows = 0;
        try (RowSource.Cursor cursor = new Records(new FileFormats(), Path.of(arguments[0]), List.of("b")).open()) {
            while (cursor.next() != null) {
                rows++;
            }
            System.out.println(rows + " rows");
        } catch (UserException e) {
            System.out.println(e.getMessage());
        }
    }
}
