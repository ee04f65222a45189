package orquesta.autograder.submission;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.autograder.exercise.Exercise;

/**
 * What lies below one folder of what was handed in: the student's own sources, each once. A file belongs where its
 * {@code package} line says, wherever it lies.
 *
 * @param differing where the copies of a file of the answer lie, if they are not the same
 */
record AnswerFiles(SortedMap<String, String> sources, Set<String> differing) {
    static final Set<String> NOT_THE_ANSWER =
            Set.of("start", "test", "tests", "target", ".teacher", "cases", "checks", ".kit", ".git");

    static AnswerFiles below(String base, SortedMap<String, String> handed, Exercise exercise) {
        SortedMap<String, String> own = new TreeMap<>();
        Map<String, String> seen = new HashMap<>();
        Map<String, Set<String>> copies = new HashMap<>();
        Set<String> differing = new TreeSet<>();
        handed.forEach((whole, text) -> {
            String path = whole.startsWith(base) ? whole.substring(base.length()) : "";
            String place = JavaText.place(path.substring(path.lastIndexOf('/') + 1), text);
            if (path.isEmpty() || isAside(path, place) || isOneOf(exercise.given(), path, place)) {
                return;
            }
            boolean answer = isOneOf(exercise.answer(), path, place);
            String where = answer && exercise.answer().contains(place) ? place : path;
            String plain = text.replace("\r\n", "\n").strip();
            String known = seen.putIfAbsent(answer ? where : place, plain);
            if (answer) {
                Set<String> others = copies.computeIfAbsent(where, any -> new TreeSet<>());
                others.add(path);
                if (known != null && !known.equals(plain)) {
                    differing.addAll(others);
                }
            }
            if (!plain.equals(known)) {
                own.put(where, text);
            }
        });
        return new AnswerFiles(own, differing);
    }

    private static boolean isOneOf(List<String> files, String path, String place) {
        return files.contains(path) || files.contains(place);
    }

    /** A copy of the kit's own: the starter, the tests. A package may be called so, too. */
    private static boolean isAside(String path, String place) {
        List<String> folders = Arrays.asList(path.split("/"));
        return folders.size() > 1 && NOT_THE_ANSWER.contains(folders.get(0)) && !place.startsWith(folders.get(0) + "/");
    }
}
