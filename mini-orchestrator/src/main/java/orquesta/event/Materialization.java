package orquesta.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.asset.Column;
import orquesta.asset.ValueForm;

/**
 * What is known about a value that a step wrote, without any code of the user.
 *
 * @param location where the value is: for tables and JSON a path below the folder of data, for files the absolute path
 * @param facts what the step said itself by {@code run.metadata}
 * @param delivery how files still reach their place once published; null if they are there already
 */
public record Materialization(
        ValueForm form,
        String location,
        Contents contents,
        ContentHash hash,
        Map<String, Object> facts,
        @Nullable Delivery delivery) {

    /** Where its files are once they are published. */
    public String target() {
        return delivery == null ? location : delivery.target();
    }

    /**
     * What is inside: for a table its rows, columns and first rows as text; for files their number, names and hashes.
     *
     * @param rows -1 where there are no rows to count
     */
    public record Contents(
            long rows, List<Column> columns, List<List<@Nullable String>> preview, List<StoredFile> files, long bytes) {
        public static final Contents NONE = new Contents(-1, List.of(), List.of(), List.of(), 0);
    }

    /** A hash of the content, independent of the order of rows and of the bytes that hold them. */
    public record ContentHash(String algorithm, String value) {
        public static final ContentHash NONE = new ContentHash("none", "");
    }

    /** A file of a value that is a folder or a file; the hash is SHA-256 in hexadecimal. */
    public record StoredFile(String name, long bytes, String sha256) {}

    /** Files that wait in a folder until they are published, and the folder that they are moved to then. */
    public record Delivery(String staging, String target) {}
}
