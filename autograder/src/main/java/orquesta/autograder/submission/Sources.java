package orquesta.autograder.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.files.ShortTexts;
import orquesta.autograder.files.SourceNames;
import orquesta.autograder.files.WrittenText;
import orquesta.text.Message;

/** Collects sources entry by entry; the first thing that is not acceptable refuses all. */
final class Sources {
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_SOURCES = 200;
    private static final int LONGEST_SOURCE = 512 << 10;
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PATH = 1_000;

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final Set<String> folded = new HashSet<>();
    private int entries;
    private long bytes;
    private @Nullable Message problem;

    void refuse(Message why) {
        if (problem == null) {
            problem = why;
        }
    }

    /** Takes an entry of a zip: some tools write a backslash between folders, or "./" before them. */
    boolean addZipped(String name, InputStream content) throws IOException {
        String path = name.replace('\\', '/').replaceAll("(?<=^|/)(\\./)+", "");
        boolean itself = path.isEmpty() && !name.isEmpty();
        return add(itself ? "." : path, itself || path.endsWith("/"), content);
    }

    boolean any() {
        return entries > 0;
    }

    /** Takes an entry; false when there is no use in going on. */
    boolean add(String name, boolean folder, InputStream content) throws IOException {
        entries++;
        if (escapes(name)) {
            refuse(Message.of("handed.path", shown(name)));
        } else if (entries > MOST_ENTRIES || texts.size() > MOST_SOURCES) {
            refuse(Message.of("handed.many", MOST_ENTRIES, MOST_SOURCES));
        } else if (!folder) {
            take(name, content);
        }
        return problem == null;
    }

    private void take(String given, InputStream content) throws IOException {
        String name = composed(given);
        boolean source = SourceNames.isAnswer(name);
        byte[] start = source ? content.readNBytes(LONGEST_SOURCE + 1) : new byte[0];
        bytes += start.length + skip(content, MOST_BYTES - bytes);
        if (bytes > MOST_BYTES || start.length > LONGEST_SOURCE) {
            refuse(Message.of("handed.large", shown(name)));
        } else if (source && isTooLong(name)) {
            refuse(Message.of("handed.name", shown(name), LONGEST_NAME, LONGEST_PATH));
        } else if (source && !folded.add(name.toLowerCase(Locale.ROOT))) {
            refuse(Message.of("handed.same_name", shown(name)));
        } else if (source) {
            texts.put(name, WrittenText.of(start));
        }
    }

    /** A letter with an accent is one character: macOS writes two into names of files, and a class is not called so. */
    static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Reads to the end, but no more than a little beyond what is allowed. */
    private static long skip(InputStream content, long allowed) throws IOException {
        byte[] buffer = new byte[8192];
        long read = 0;
        for (int n = content.read(buffer); n >= 0 && read <= allowed; n = content.read(buffer)) {
            read += n;
        }
        return read;
    }

    /** No file system would take it, so it could not be compiled. */
    private static boolean isTooLong(String name) {
        return bytes(name) > LONGEST_PATH
                || Arrays.stream(name.split("/")).anyMatch(part -> bytes(part) > LONGEST_NAME);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** A path that could lead out of where it is put, on any system. A colon elsewhere is part of a name: a time of day. */
    private static boolean escapes(String name) {
        List<String> parts = Arrays.asList(name.split("[/\\\\]"));
        return name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.matches("(?s)[A-Za-z]:.*")
                || name.indexOf('\0') >= 0
                || parts.contains("..");
    }

    private static String shown(String name) {
        return ShortTexts.cut(name.replaceAll("[\\p{Cc}\\p{Cf}]", "·"), 100);
    }

    Handed handed(String id) {
        return new Handed(id, problem == null ? texts : new TreeMap<>(), Optional.ofNullable(problem));
    }
}
