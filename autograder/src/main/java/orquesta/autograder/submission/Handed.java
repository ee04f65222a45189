package orquesta.autograder.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import orquesta.autograder.exercise.Exercise;
import orquesta.text.Message;

/**
 * What somebody handed in: the sources of a folder or zip, by their path in it.
 *
 * @param problem why it cannot be used at all, if so
 */
public record Handed(String id, SortedMap<String, String> sources, Optional<Message> problem) {
    private static final Set<String> NOT_THE_ANSWER =
            Set.of("start", "test", "tests", "target", ".teacher", "cases", ".kit", ".git");

    /** The exercises of these that it holds an answer to, or a folder for. */
    public List<String> exercises(List<Exercise> known) {
        return known.stream()
                .filter(exercise -> sources.keySet().stream()
                                .anyMatch(path -> segments(path).contains(exercise.id()))
                        || !candidates(exercise).isEmpty())
                .map(Exercise::id)
                .toList();
    }

    /** The answer to one exercise. */
    public Submission answer(Exercise exercise) {
        if (problem.isPresent()) {
            return Submission.refused(id, problem.get());
        }
        Set<String> bases = candidates(exercise);
        if (bases.size() > 1) {
            return Submission.refused(id, Message.of("handed.two", String.join(", ", bases)));
        }
        if (bases.isEmpty()) {
            return Submission.refused(
                    id, Message.of("handed.none", exercise.answer().get(0)));
        }
        String base = bases.iterator().next();
        SortedMap<String, String> answer = new TreeMap<>();
        sources.forEach((path, text) -> {
            if (path.startsWith(base)) {
                answer.put(path.substring(base.length()), text);
            }
        });
        return Submission.of(id, answer);
    }

    /** The folders, with a slash at the end, below which the files of the answer lie as the exercise names them. */
    private Set<String> candidates(Exercise exercise) {
        Set<String> bases = bases(exercise, exercise.answer());
        if (!bases.isEmpty()) {
            return bases;
        }
        List<String> names = exercise.answer().stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .toList();
        return bases(exercise, names);
    }

    private Set<String> bases(Exercise exercise, List<String> files) {
        Set<String> all = new TreeSet<>();
        for (String path : sources.keySet()) {
            for (String file : files) {
                if ((path.equals(file) || path.endsWith("/" + file))
                        && segments(path).stream().noneMatch(NOT_THE_ANSWER::contains)) {
                    all.add(path.substring(0, path.length() - file.length()));
                }
            }
        }
        return narrowed(narrowed(all, exercise.id()), "answer");
    }

    /** Those with a folder of this name, if there are any. */
    private static Set<String> narrowed(Set<String> bases, String folder) {
        Set<String> some = new TreeSet<>(bases);
        some.removeIf(base -> !segments(base).contains(folder));
        return some.isEmpty() ? bases : some;
    }

    private static List<String> segments(String path) {
        return new ArrayList<>(Arrays.asList(path.split("/")));
    }
}
