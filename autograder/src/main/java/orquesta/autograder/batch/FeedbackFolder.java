package orquesta.autograder.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import orquesta.autograder.report.HtmlReport;
import orquesta.autograder.report.StudentMap;
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
    private final Background background;
    private final Map<String, List<Object>> written = new HashMap<>();

    /** The one of a batch, in the folder where its reports are. */
    public FeedbackFolder(Path out, Background background) {
        this.out = out;
        this.background = background;
        this.pages = out.resolve(NAME);
    }

    /**
     * Writes the page of everybody who has a mark, and everybody's map of the course, if it does not stand there from an
     * earlier call.
     *
     * @param all there are no others: the pages of who is not among them are taken away
     */
    public void write(PagePlaces places, Language language, boolean all) throws IOException {
        Set<String> wanted = places.all();
        Set<String> gone = listed();
        Set<String> both = new TreeSet<>(gone);
        both.addAll(wanted);
        list(both); // before the pages: what a killed batch has written is known to the next
        for (Map.Entry<String, GradeResult> page : places.results().entrySet()) {
            GradeResult result = page.getValue();
            if (isNew(page.getKey(), List.of(result))) {
                write(
                        page.getKey(),
                        HtmlReport.student(result, background.code().apply(result), language));
            }
        }
        for (Map.Entry<String, List<GradeResult>> page : places.maps().entrySet()) {
            if (isNew(page.getKey(), page.getValue())) {
                StudentMap map = new StudentMap(page.getValue(), background.asked(), language);
                write(page.getKey(), map.html(places::beside));
            }
        }
        if (all) {
            gone.removeAll(wanted);
            for (String page : gone) {
                remove(pages.resolve(page));
            }
            list(wanted);
        }
    }

    /** Whether something else, or nothing, was written there. */
    private boolean isNew(String page, List<GradeResult> results) {
        List<Object> shown = new ArrayList<>();
        for (GradeResult result : results) {
            shown.add(result.subject());
            shown.add(Optional.ofNullable(result.byHand()));
        }
        return !shown.equals(written.put(page, shown));
    }

    private void write(String page, String html) throws IOException {
        Path file = pages.resolve(page);
        Files.createDirectories(file.getParent());
        Files.write(file, html.getBytes(StandardCharsets.UTF_8));
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
