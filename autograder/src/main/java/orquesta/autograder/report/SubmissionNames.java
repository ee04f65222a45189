package orquesta.autograder.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import orquesta.autograder.result.GradeResult;

/** What to call each submission of a batch: its student, and what tells two of the same name apart. */
public final class SubmissionNames {
    private final Map<String, Long> students;
    private final Map<String, Long> numbered;

    public SubmissionNames(Collection<String> submissions) {
        Set<String> each = Set.copyOf(submissions);
        this.students = count(
                each.stream().map(submission -> Student.of(submission).name()).toList());
        this.numbered = count(each.stream().map(SubmissionNames::numbered).toList());
    }

    static SubmissionNames of(List<GradeResult> results) {
        return new SubmissionNames(
                results.stream().map(result -> result.subject().submission()).toList());
    }

    /** The name; with the platform's number where another has the same; what was handed in where that is the same, too. */
    public String of(String submission) {
        Student student = Student.of(submission);
        if (students.getOrDefault(student.name(), 1L) == 1) {
            return student.name();
        }
        boolean tells = !student.id().isEmpty() && numbered.getOrDefault(numbered(submission), 1L) == 1;
        return tells ? numbered(submission) : submission;
    }

    private static String numbered(String submission) {
        Student student = Student.of(submission);
        return student.name() + " (" + student.id() + ")";
    }

    private static Map<String, Long> count(List<String> names) {
        return names.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    }
}
