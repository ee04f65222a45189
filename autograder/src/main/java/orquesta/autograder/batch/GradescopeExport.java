package orquesta.autograder.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Gradescope hands out: a folder {@code assignment_N_export} with a folder {@code submission_N} for each submission, and
 * {@code submission_metadata.yml}, which says whose each is.
 *
 * @param names of who handed in, by folder
 */
record GradescopeExport(Map<String, String> names) {
    static final String METADATA = "submission_metadata.yml";
    private static final Pattern FOLDER = Pattern.compile("assignment_\\d+_export");
    private static final Pattern SUBMISSION = Pattern.compile("(submission_\\d+):\\s*");
    private static final Pattern SUBMITTER = Pattern.compile("\\s*- :name: (.+)|\\s+:name: (.+)");

    /** The folder itself, or the one of an export, if there is nothing else in it. */
    static Path below(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> inside = found.filter(
                            path -> !path.getFileName().toString().startsWith("."))
                    .toList();
            boolean one = inside.size() == 1
                    && FOLDER.matcher(inside.get(0).getFileName().toString()).matches();
            return one ? inside.get(0) : folder;
        }
    }

    /** Of a folder; nobody's where it is none of Gradescope's. */
    static GradescopeExport in(Path folder) throws IOException {
        Path file = folder.resolve(METADATA);
        Map<String, String> names = new HashMap<>();
        String submission = "";
        String text = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        for (String line : text.lines().toList()) {
            Matcher begins = SUBMISSION.matcher(line);
            Matcher submitter = SUBMITTER.matcher(line);
            if (begins.matches()) {
                submission = begins.group(1);
            } else if (submitter.matches() && !submission.isEmpty()) {
                String name = submitter.group(1) == null ? submitter.group(2) : submitter.group(1);
                names.merge(submission, unquoted(name.strip()), (one, other) -> one + " + " + other);
            }
        }
        return new GradescopeExport(names);
    }

    private static String unquoted(String name) {
        return name.replaceAll("^(['\"])(.*)\\1$", "$2").replace("''", "'");
    }

    /** {@code Ana Soto (submission_71)}, which says whose it is and can be found again. */
    String named(String folder) {
        return names.containsKey(folder) ? names.get(folder) + " (" + folder + ")" : folder;
    }
}
