package orquesta.sensor;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import orquesta.text.Message;

/**
 * The files of a folder that a pattern names, by size and time of change. The cursor holds each that was seen, a line a file;
 * one that is gone is forgotten, so that it is new if it comes back.
 */
final class FileWatch implements Sensor.Code {
    private static final int NAMED = 5;

    private final String pattern;
    /** What the last look found: a file that is still written to differs from look to look. */
    private final AtomicReference<Map<String, String>> before = new AtomicReference<>(Map.of());

    FileWatch(String pattern) {
        this.pattern = pattern;
    }

    @Override
    public SensorAnswer look(SensorLook look) throws IOException {
        Map<String, String> there = files(look.root());
        Map<String, String> last = before.getAndSet(there);
        Map<String, String> seen = parse(look.cursor());
        Map<String, String> now = new TreeMap<>();
        List<String> fresh = new ArrayList<>();
        List<String> growing = new ArrayList<>();
        there.forEach((name, sign) -> {
            if (sign.equals(seen.get(name))) {
                now.put(name, sign);
            } else if (sign.equals(last.get(name))) {
                now.put(name, sign);
                fresh.add(name);
            } else {
                growing.add(name);
                if (seen.containsKey(name)) {
                    now.put(name, seen.get(name));
                }
            }
        });
        if (fresh.isEmpty()) {
            String key = growing.isEmpty() ? "sensor.no_file" : "sensor.growing";
            return new SensorAnswer.Waits(Message.of(key, pattern, listed(growing)));
        }
        return new SensorAnswer.Fires(text(now), "", Message.of("sensor.files", fresh.size(), listed(fresh)));
    }

    private static String listed(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.size() > NAMED ? first + ", …" : first;
    }

    private Map<String, String> files(Path root) throws IOException {
        Path whole = root.resolve(pattern);
        Path folder = whole.getParent();
        PathMatcher named = FileSystems.getDefault().getPathMatcher("glob:" + whole.getFileName());
        Map<String, String> found = new TreeMap<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> named.matches(path.getFileName())).toList()) {
                sign(file, found);
            }
        }
        return found;
    }

    /** Nothing for what is gone meanwhile, and for what is no file. */
    private static void sign(Path file, Map<String, String> found) throws IOException {
        try {
            BasicFileAttributes of = Files.readAttributes(file, BasicFileAttributes.class);
            if (of.isRegularFile()) {
                found.put(
                        file.getFileName().toString(),
                        of.size() + ":" + of.lastModifiedTime().toMillis());
            }
        } catch (NoSuchFileException e) {
            found.remove(file.getFileName().toString());
        }
    }

    /** {@code 120:1764460800000 ventas.csv}, a line a file. */
    private static String text(Map<String, String> files) {
        StringBuilder text = new StringBuilder();
        files.forEach((name, sign) -> text.append(sign).append(' ').append(name).append('\n'));
        return text.toString();
    }

    private static Map<String, String> parse(String cursor) {
        Map<String, String> files = new TreeMap<>();
        cursor.lines()
                .forEach(
                        line -> files.put(line.substring(line.indexOf(' ') + 1), line.substring(0, line.indexOf(' '))));
        return files;
    }
}
