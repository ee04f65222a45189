package orquesta.autograder.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import orquesta.autograder.files.Places;
import orquesta.autograder.submission.ZipNames;
import orquesta.text.UserException;

/** The one zip in which a platform hands out all submissions, unpacked within bounds. */
final class PlatformZip {
    private static final int MOST_ENTRIES = 200_000;
    private static final long MOST_BYTES = 8L << 30;

    private final Path zip;
    private long left = MOST_BYTES;

    PlatformZip(Path zip) {
        this.zip = zip;
    }

    /** Into a folder, which it empties before. */
    void unpack(Path folder) throws IOException {
        Places.delete(folder);
        Files.createDirectories(folder);
        try (ZipFile file = ZipNames.open(zip)) {
            if (file.size() > MOST_ENTRIES) {
                throw new UserException(zip.toString(), "batch.zip_large");
            }
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory()) {
                    write(file, entry, folder.resolve(inside(entry.getName())));
                }
            }
        } catch (ZipException e) {
            throw new UserException(zip.toString(), "batch.zip_broken", e.getMessage());
        }
    }

    /** A path that leads nowhere else; students name their files, and the platform packs them. */
    private String inside(String name) {
        String path = name.replace('\\', '/');
        boolean leaves = path.startsWith("/") || path.matches("(?s)[A-Za-z]:.*") || path.indexOf('\0') >= 0;
        if (leaves || Arrays.asList(path.split("/")).contains("..")) {
            throw new UserException(zip.toString(), "batch.zip_path", name);
        }
        return path;
    }

    private void write(ZipFile file, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new UserException(zip.toString(), "batch.zip_large");
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
