package orquesta.autograder.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import orquesta.autograder.report.Student;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Message;

/**
 * Files for a platform.
 *
 * @param unknown submissions whose names hold no number of the platform's, so that it could not tell whose they are
 * @param twice submissions of students who have handed in one exercise several times
 */
record Sheets(List<Sheet> files, List<String> unknown, List<String> twice) {
    /** One of them: its path beside the reports, and its text. */
    record Sheet(String name, String text) {}

    static Sheets of(List<Sheet> files) {
        return new Sheets(files, List.of(), List.of());
    }

    /** Results that a platform takes by the number of the student: with a mark, a number, and each student once. */
    record Sorted(List<GradeResult> taken, List<String> unknown, List<String> twice) {
        static Sorted of(List<GradeResult> results) {
            Map<String, List<GradeResult>> byStudent = results.stream()
                    .filter(GradeResult::hasMark)
                    .collect(Collectors.groupingBy(
                            result -> result.subject().exercise() + " "
                                    + Student.of(result).id(),
                            TreeMap::new,
                            Collectors.toList()));
            List<GradeResult> taken = new ArrayList<>();
            List<GradeResult> twice = new ArrayList<>();
            List<GradeResult> unknown = new ArrayList<>();
            for (List<GradeResult> some : byStudent.values()) {
                boolean known = !Student.of(some.get(0)).id().isEmpty();
                List<GradeResult> several = some.size() == 1 ? taken : twice;
                (known ? several : unknown).addAll(some);
            }
            taken.sort(Comparator.comparingInt(results::indexOf));
            return new Sorted(taken, names(unknown), names(twice));
        }

        private static List<String> names(List<GradeResult> results) {
            return results.stream()
                    .map(result -> result.subject().submission())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    List<Message> told(String platform, Path out) {
        List<Message> told = new ArrayList<>();
        String names = files.stream().map(Sheet::name).limit(3).collect(Collectors.joining(", "));
        told.add(Message.of(
                "platform.written", platform, files.size(), out, files.size() > 3 ? names + ", ..." : names));
        if (!unknown.isEmpty()) {
            told.add(Message.of("platform.unknown", platform, unknown.size(), unknown.get(0)));
        }
        if (!twice.isEmpty()) {
            told.add(Message.of("platform.twice", String.join(", ", twice)));
        }
        return told;
    }
}
