package orquesta.autograder.batch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import orquesta.autograder.report.Student;
import orquesta.autograder.submission.Handed;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/**
 * What of a folder is to be graded.
 *
 * @param exercise the only one to grade; else all that somebody has answered
 * @param again submissions, by their name or their student's, that are graded although nothing has changed
 */
public record BatchScope(Optional<String> exercise, List<String> again) {
    public static final BatchScope ALL = new BatchScope(Optional.empty(), List.of());

    /** The submissions that are graded again; each name must be somebody's. */
    Set<String> again(Collection<Handed> handed) {
        Set<String> found = new HashSet<>();
        for (String name : again) {
            List<String> meant = handed.stream()
                    .map(Handed::id)
                    .filter(id -> id.equals(name) || Student.of(id).name().equals(name))
                    .toList();
            if (meant.isEmpty()) {
                throw unknown(name, handed);
            }
            found.addAll(meant);
        }
        return found;
    }

    private static UserException unknown(String name, Collection<Handed> handed) {
        Set<String> names = new TreeSet<>();
        for (Handed each : handed) {
            names.add(each.id());
            names.add(Student.of(each.id()).name());
        }
        return Nearest.to(name, names)
                .map(near -> new UserException("--again", "batch.again_near", name, near))
                .orElseGet(() -> new UserException("--again", "batch.again", name));
    }
}
