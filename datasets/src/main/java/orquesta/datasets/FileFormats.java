package orquesta.datasets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** The formats of the files of one folder; a file is looked through once, and again when it has changed. */
final class FileFormats {
    private record Looked(long size, FileTime changed, CsvFormat format) {}

    private final Map<Path, Looked> known = new ConcurrentHashMap<>();
    private final String resource;

    FileFormats() {
        this("datasets");
    }

    /** @param resource the name under which the folder is registered, for what a message proposes */
    FileFormats(String resource) {
        this.resource = resource;
    }

    CsvFormat of(Path file) throws IOException {
        requireFile(file);
        long size = Files.size(file);
        FileTime changed = Files.getLastModifiedTime(file);
        Looked before = known.get(file);
        if (before != null && before.size() == size && before.changed().equals(changed)) {
            return before.format();
        }
        CsvFormat format = CsvFormat.of(file);
        known.put(file, new Looked(size, changed, format));
        return format;
    }

    void requireFile(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        String name = file.getFileName().toString();
        if (!Files.isDirectory(folder)) {
            throw new UserException(name, "data.no_folder", folder, resource);
        }
        if (!Files.isRegularFile(file)) {
            List<String> names;
            try (Stream<Path> files = Files.list(folder)) {
                names = files.filter(Files::isRegularFile)
                        .map(path -> path.getFileName().toString())
                        .sorted()
                        .toList();
            }
            String there = names.isEmpty() ? "-" : String.join(", ", names);
            throw Nearest.to(name, names)
                    .map(near -> new UserException(name, "data.no_file_near", folder, near, there, resource))
                    .orElseGet(() -> new UserException(name, "data.no_file", folder, there, resource));
        }
    }
}
