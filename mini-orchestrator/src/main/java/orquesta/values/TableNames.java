package orquesta.values;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import orquesta.asset.Column;

/**
 * What the things of a home are called in a database. The tables of its attempts stand in a schema of this home alone, since
 * several homes may share a database, and each counts its runs from 1.
 *
 * @param home eight letters that the home made up once
 */
record TableNames(String home) {
    private static final int BYTES = 63;
    private static final int ASSET_BYTES = 30;
    private static final int HASH = 8;

    /** A table or view in a schema. */
    record Place(String schema, String name) {
        String sql() {
            return Column.quoted(schema) + "." + Column.quoted(name);
        }

        @Override
        public String toString() {
            return schema + "." + name;
        }
    }

    /** @param file where the home keeps its letters; they are made up if it is not there */
    static TableNames of(Path file) throws IOException {
        if (!Files.exists(file)) {
            Path own = Files.createTempFile(file.getParent(), "home-id", "");
            try {
                Files.writeString(own, UUID.randomUUID().toString().substring(0, HASH));
                Disk.sync(own);
                Files.createLink(file, own);
            } catch (FileAlreadyExistsException e) {
                // another process was faster: its letters count
            } finally {
                Files.delete(own);
            }
        }
        return new TableNames(Files.readString(file));
    }

    String schema() {
        return "orquesta_" + home;
    }

    /** The table of one attempt. */
    Place table(ValueId id) {
        String own = id.run().pipeline() + "/" + id.task().text();
        String name = id.run().number() + "_" + id.attempt() + "_"
                + cut(id.task().asset().name(), ASSET_BYTES) + "_"
                + Hashes.sha256(own).substring(0, HASH);
        return new Place(schema(), name);
    }

    /** What the published value of an asset is read by. */
    static Place view(ValueId id) {
        return new Place(bounded(id.run().pipeline()), bounded(id.task().text()));
    }

    /** PostgreSQL would silently cut a longer name, and two could become one. */
    private static String bounded(String name) {
        return bytes(name) <= BYTES
                ? name
                : cut(name, BYTES - HASH - 1) + "_" + Hashes.sha256(name).substring(0, HASH);
    }

    static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String name, int bytes) {
        String cut = name;
        while (bytes(cut) > bytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }
}
