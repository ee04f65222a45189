package orquesta.autograder.submission;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import orquesta.autograder.files.SourceNames;
import orquesta.text.Message;

/** Reads a folder, a zip or a single source of somebody else's: only sources, as text, within bounds; nothing is unpacked to disk. */
public final class HandedReader {
    private static final int DEEPEST = 32;

    private HandedReader() {}

    public static boolean isZip(Path path) {
        return Files.isRegularFile(path)
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Whatever cannot be read of it is its own trouble, and no exception: the other submissions are read all the same. */
    public static Handed read(Path path) {
        return read(path, StandardCharsets.UTF_8);
    }

    private static Handed read(Path path, Charset letters) {
        String name = Sources.composed(path.getFileName().toString());
        String id = Files.isDirectory(path) ? name : name.substring(0, Math.max(name.lastIndexOf('.'), 0));
        Sources sources = new Sources();
        try {
            if (Files.isDirectory(path)) {
                readFolder(path, sources);
            } else if (SourceNames.isAnswer(name)) {
                readSource(path, sources);
            } else {
                readZip(path, letters, sources);
            }
            if (!sources.any()) {
                sources.refuse(Message.of("handed.empty"));
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            if (!letters.equals(ZipNames.WINDOWS) && ZipNames.areOthers(e)) {
                return read(path, ZipNames.WINDOWS);
            }
            sources.refuse(Message.of("handed.zip", String.valueOf(e.getMessage())));
        } catch (IOException | UncheckedIOException e) {
            sources.refuse(Message.of("handed.unreadable", name, why(e)));
        }
        return sources.handed(id);
    }

    /** Without the path: whose machine it lies on is not the student's business. */
    private static String why(Exception e) {
        Throwable what = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        if (!(what instanceof FileSystemException file)) {
            return what.toString();
        }
        return file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
    }

    private static void readSource(Path file, Sources sources) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            sources.add(file.getFileName().toString(), false, in);
        }
    }

    /** @param letters of names that do not say which they have */
    private static void readZip(Path file, Charset letters, Sources sources) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(stream, letters)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!sources.addZipped(entry.getName(), zip)) {
                    return;
                }
            }
        }
        if (!sources.any() && !isEmptyZip(file)) {
            sources.refuse(Message.of("handed.zip", file.getFileName()));
        }
    }

    /** It has the mark of the end of a zip, and nothing before. */
    private static boolean isEmptyZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 5, 6});
        }
    }

    /** Links are not followed: what they point at was not handed in. What cannot be read matters where it is a source. */
    private static void readFolder(Path folder, Sources sources) throws IOException {
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!attributes.isRegularFile()) {
                    return FileVisitResult.CONTINUE;
                }
                String name = name(file);
                try (InputStream in = Files.newInputStream(file)) {
                    return sources.add(name, false, in) ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                } catch (IOException e) {
                    return failed(name, SourceNames.isAnswer(name), e);
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return failed(name(file), file.equals(folder) || SourceNames.isAnswer(name(file)), e);
            }

            private FileVisitResult failed(String name, boolean matters, IOException e) {
                if (!matters) {
                    return FileVisitResult.CONTINUE;
                }
                sources.refuse(Message.of("handed.unreadable", name, why(e)));
                return FileVisitResult.TERMINATE;
            }

            private String name(Path file) {
                return SourceNames.below(folder, file);
            }
        });
    }
}
