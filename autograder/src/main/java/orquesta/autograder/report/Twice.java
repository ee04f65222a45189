package orquesta.autograder.report;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.autograder.result.GradeResult;

/** Whose work is there more than once: names that are equal but for what a download, a zip or a learning platform adds. */
final class Twice {
    private Twice() {}

    /** The submissions of those who have handed in several. */
    static Set<String> among(List<GradeResult> results) {
        return groups(results).stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** The same, each student's together. */
    static List<Set<String>> groups(List<GradeResult> results) {
        Map<String, Set<String>> byStudent = results.stream()
                .map(result -> result.subject().submission())
                .collect(Collectors.groupingBy(Twice::key, TreeMap::new, Collectors.toCollection(TreeSet::new)));
        return byStudent.values().stream()
                .filter(submissions -> submissions.size() > 1)
                .toList();
    }

    /** The platform's number, where its name has one: two files of one student need not be called alike. */
    private static String key(String submission) {
        Student student = Student.of(submission);
        return student.id().isEmpty() ? plain(submission) : student.name() + "_" + student.id();
    }

    private static String plain(String submission) {
        return Normalizer.normalize(submission, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.(zip|java|rar|7z|tar|gz|tgz)$", "")
                .replaceFirst(" ?\\(\\d+\\)$", "")
                .strip();
    }
}
