package orquesta.autograder.batch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.autograder.files.SafeNames;
import orquesta.autograder.report.Student;
import orquesta.autograder.report.StudentMap;
import orquesta.autograder.result.GradeResult;

/**
 * Where the pages of students stand, relative to the folder of all of them; the names of folders follow the order of the
 * results.
 *
 * @param results by the place of the page of each that has a mark
 * @param maps all results of a submission by the place of its map of the course, where there are several
 */
public record PagePlaces(SortedMap<String, GradeResult> results, SortedMap<String, List<GradeResult>> maps) {
    public static PagePlaces of(List<GradeResult> all) {
        SafeNames names = new SafeNames();
        Map<String, String> folders = new HashMap<>();
        SortedMap<String, GradeResult> places = new TreeMap<>();
        SortedMap<String, List<GradeResult>> maps = new TreeMap<>();
        for (GradeResult result : all) {
            if (result.hasMark()) {
                String folder = folders.computeIfAbsent(result.subject().submission(), names::unique);
                places.put(folder + "/" + file(result, result.subject().exercise() + ".html"), result);
                maps.computeIfAbsent(folder + "/" + file(result, StudentMap.FILE), any -> new ArrayList<>())
                        .add(result);
            }
        }
        maps.values().removeIf(some -> some.size() < 2);
        return new PagePlaces(places, maps);
    }

    /** Moodle reads whose a page is from its folder, Canvas from the beginning of its own name. */
    private static String file(GradeResult result, String name) {
        String upload = Student.of(result).upload();
        return (upload.isEmpty() ? "" : upload + "_") + name;
    }

    Set<String> all() {
        Set<String> both = new TreeSet<>(results.keySet());
        both.addAll(maps.keySet());
        return both;
    }

    /** The address of a result's page for who reads a page beside it; empty where there is none. */
    String beside(GradeResult result) {
        return result.hasMark() ? address(file(result, result.subject().exercise() + ".html")) : "";
    }

    /** The addresses of all pages, for who reads one beside the folder of all of them: by result. */
    Map<GradeResult.GradedAnswer, String> ofResults() {
        Map<GradeResult.GradedAnswer, String> ways = new HashMap<>();
        results.forEach((place, result) -> ways.put(result.subject(), address(FeedbackFolder.NAME + "/" + place)));
        return ways;
    }

    /** The same of the maps, by submission. */
    Map<String, String> ofMaps() {
        Map<String, String> ways = new HashMap<>();
        maps.forEach((place, some) ->
                ways.put(some.get(0).subject().submission(), address(FeedbackFolder.NAME + "/" + place)));
        return ways;
    }

    /** A name is somebody's: blanks, question marks and letters of any language stand in an address as it wants them. */
    private static String address(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}
