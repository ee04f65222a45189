package orquesta.autograder.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import orquesta.autograder.files.SafeNames;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.report.Student;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;

/**
 * A page for each student and exercise, beside the reports: {@code feedback/SUBMISSION/EXERCISE.html}. What was written
 * is listed, so that the page of a submission that is gone is taken away, and nothing else is.
 */
public final class FeedbackFolder {
    static final String NAME = "feedback";
    private static final String LIST = ".feedback";
    private static final Pattern PAGE = Pattern.compile("[^/\\\\:]+/[^/\\\\:]+\\.html");

    private final Path out;
    private final Path pages;
    private final Function<GradeResult, SortedMap<String, String>> code;

    /**
     * The one of a batch.
     *
     * @param out where its reports are
     * @param code what was handed in, by file
     */
    public FeedbackFolder(Path out, Function<GradeResult, SortedMap<String, String>> code) {
        this.out = out;
        this.code = code;
        this.pages = out.resolve(NAME);
    }

    /**
     * Writes the page of everybody who has a mark; the names of folders follow the order of the results.
     *
     * @param all there are no others: the pages of who is not among them are taken away
     */
    public void write(List<GradeResult> results, Language language, boolean all) throws IOException {
        Map<String, GradeResult> wanted = places(results);
        Set<String> gone = listed();
        Set<String> both = new TreeSet<>(gone);
        both.addAll(wanted.keySet());
        list(both); // before the pages: what a killed batch has written is known to the next
        for (Map.Entry<String, GradeResult> page : wanted.entrySet()) {
            Path file = pages.resolve(page.getKey());
            Files.createDirectories(file.getParent());
            String html = HtmlReport.student(page.getValue(), code.apply(page.getValue()), language);
            Files.write(file, html.getBytes(StandardCharsets.UTF_8));
        }
        if (!all) {
            return;
        }
        gone.removeAll(wanted.keySet());
        for (String page : gone) {
            remove(pages.resolve(page));
        }
        list(wanted.keySet());
    }

    private static Map<String, GradeResult> places(List<GradeResult> results) {
        SafeNames names = new SafeNames();
        Map<String, String> folders = new HashMap<>();
        Map<String, GradeResult> places = new TreeMap<>();
        for (GradeResult result : results) {
            if (result.hasMark()) {
                String folder = folders.computeIfAbsent(result.subject().submission(), names::unique);
                places.put(folder + "/" + file(result), result);
            }
        }
        return places;
    }

    /** Moodle reads whose a page is from its folder, Canvas from the beginning of its own name. */
    private static String file(GradeResult result) {
        String upload = Student.of(result).upload();
        return (upload.isEmpty() ? "" : upload + "_") + result.subject().exercise() + ".html";
    }

    /** The list is only believed where it names what this class could have written. */
    private Set<String> listed() throws IOException {
        Path list = out.resolve(LIST);
        Set<String> pages = new HashSet<>(Files.exists(list) ? Files.readAllLines(list) : List.of());
        pages.removeIf(page -> !PAGE.matcher(page).matches() || page.startsWith("../") || page.startsWith("./"));
        return pages;
    }

    private void list(Set<String> written) throws IOException {
        Files.write(out.resolve(LIST), written);
    }

    private static void remove(Path page) throws IOException {
        Files.deleteIfExists(page);
        try {
            Files.deleteIfExists(page.getParent());
        } catch (DirectoryNotEmptyException e) {
            // Somebody has put something beside it.
        }
    }
}
