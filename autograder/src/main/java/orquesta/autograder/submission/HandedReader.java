package orquesta.autograder.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import orquesta.text.Message;

/** Reads a folder or a zip of somebody else's: only sources, as text, within bounds; nothing is unpacked to disk. */
public final class HandedReader {
    private static final int DEEPEST = 32;

    private HandedReader() {}

    public static boolean isZip(Path path) {
        return Files.isRegularFile(path)
                && path.getFileName()
                        .toString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .endsWith(".zip");
    }

    public static Handed read(Path path) throws IOException {
        String name = path.getFileName().toString();
        String id = isZip(path) ? name.substring(0, name.length() - ".zip".length()) : name;
        Sources sources = new Sources();
        try {
            if (Files.isDirectory(path)) {
                readFolder(path, sources);
            } else {
                readZip(path, sources);
            }
        } catch (ZipException | IllegalArgumentException e) {
            sources.refuse(Message.of("handed.zip", String.valueOf(e.getMessage())));
        }
        return sources.handed(id);
    }

    private static void readZip(Path file, Sources sources) throws IOException {
        boolean any = false;
        try (InputStream stream = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                any = true;
                if (!sources.add(entry.getName(), entry.isDirectory(), zip)) {
                    return;
                }
            }
        }
        if (!any) {
            sources.refuse(Message.of("handed.zip", file.getFileName()));
        }
    }

    /** Links are not followed: what they point at was not handed in. */
    private static void readFolder(Path folder, Sources sources) throws IOException {
        Files.walkFileTree(
                folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        if (!attributes.isRegularFile()) {
                            return FileVisitResult.CONTINUE;
                        }
                        String name = folder.relativize(file).toString().replace('\\', '/');
                        try (InputStream in = Files.newInputStream(file)) {
                            return sources.add(name, false, in) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                        }
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
