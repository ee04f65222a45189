package orquesta.autograder.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of files made of names of somebody else's: each one part of a path, good on any system, and none there twice. */
public final class SafeNames {
    /** In bytes; a file system takes 255, and something is added. */
    private static final int BEGINNING = 110;

    private static final int END = 90;
    private static final Pattern OF_WINDOWS =
            Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Set<String> taken = new HashSet<>();

    /** The name that comes nearest and is not taken yet; systems that fold letters take two names for one. */
    public String unique(String wanted) {
        String name = safe(wanted);
        String free = name;
        for (int number = 2; !taken.add(folded(free)); number++) {
            free = name + "~" + number;
        }
        return free;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** A slash becomes a low line, which is what Moodle cuts a name at; what no system takes, a hyphen. */
    private static String safe(String wanted) {
        String name = shortened(wanted.replace('/', '_').replaceAll("[\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}]", "-"))
                .strip()
                .replaceFirst("[. ]+$", "~");
        if (name.isEmpty() || name.startsWith(".") || OF_WINDOWS.matcher(name).matches()) {
            name = "~" + name;
        }
        try {
            return Path.of(name).toString();
        } catch (InvalidPathException e) {
            return name.replaceAll("[^ -~]", "-"); // the system's names are ASCII
        }
    }

    /** Without its middle: at its end stands what tells it from others, and what a platform has put there. */
    private static String shortened(String name) {
        if (bytes(name) <= BEGINNING + END) {
            return name;
        }
        int begin = name.length();
        while (bytes(name.substring(0, begin)) > BEGINNING) {
            begin = name.offsetByCodePoints(begin, -1);
        }
        int end = 0;
        while (bytes(name.substring(end)) > END) {
            end = name.offsetByCodePoints(end, 1);
        }
        return name.substring(0, begin) + "~" + name.substring(end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
