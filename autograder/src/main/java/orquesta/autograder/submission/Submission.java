package orquesta.autograder.submission;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import orquesta.autograder.exercise.Exercise;
import orquesta.text.Message;

/**
 * An answer to one exercise, as text: nothing else of what was handed in is kept.
 *
 * @param id whose it is; a name of a file or folder
 * @param sources package path to text
 * @param problem why it cannot be graded, if so
 * @param remark what whoever grades has to know of it: which of several files was read
 */
public record Submission(
        String id, SortedMap<String, String> sources, Optional<Message> problem, Optional<Message> remark) {
    private static final Pattern RESERVED = Pattern.compile(
            "(java|javax|jdk|sun|com/sun|orquesta|org/junit|org/assertj|org/opentest4j|org/apiguardian|net/bytebuddy)/");
    private static final Set<String> NOTHING = Set.of("handed.none", "handed.no_source", "handed.empty");

    public static Submission of(String id, SortedMap<String, String> sources) {
        return new Submission(id, sources, Optional.empty(), Optional.empty());
    }

    Submission remarked(Optional<Message> what) {
        return new Submission(id, sources, problem, what);
    }

    public static Submission refused(String id, Message problem) {
        return new Submission(id, new TreeMap<>(), Optional.of(problem), Optional.empty());
    }

    /** It holds no answer: it could be read, and there was nothing to grade. */
    public boolean holdsNone() {
        return problem.filter(why -> NOTHING.contains(why.key())).isPresent();
    }

    /** Its sources, but what the exercise gives is taken from the exercise, and packages that are not the student's fall away. */
    public SortedMap<String, String> withGiven(Exercise exercise, SortedMap<String, String> start) {
        SortedMap<String, String> all = withoutReserved(sources);
        exercise.given().forEach(file -> all.put(file, start.getOrDefault(file, "")));
        return all;
    }

    /** Sources of somebody's, but those in packages of the JDK, of ours and of JUnit. */
    public static SortedMap<String, String> withoutReserved(SortedMap<String, String> sources) {
        SortedMap<String, String> some = new TreeMap<>(sources);
        some.keySet().removeIf(path -> RESERVED.matcher(path).lookingAt() || path.endsWith("module-info.java"));
        return some;
    }

    /** Nobody has worked on it: each file of the answer says what the starter says, comments and blanks aside. */
    public boolean isStarter(Exercise exercise, SortedMap<String, String> start) {
        return exercise.answer().stream().allMatch(file -> {
            String name = file.substring(file.lastIndexOf('/') + 1);
            String found = sources.getOrDefault(file, sources.getOrDefault(name, ""));
            return plain(file, found).equals(plain(file, start.getOrDefault(file, "")));
        });
    }

    private static String plain(String file, String text) {
        String source = text.replace("\uFEFF", "");
        String code =
                file.endsWith(".java") ? JavaText.withoutComments(source) : source.replaceAll("(?m)^\\s*(#|--).*$", "");
        return code.replaceAll("\\s+", "");
    }
}
