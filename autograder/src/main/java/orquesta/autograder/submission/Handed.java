package orquesta.autograder.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.files.ShortTexts;
import orquesta.text.Message;

/**
 * What somebody handed in: the sources of a folder or zip, by their path in it.
 *
 * @param problem why it cannot be used at all, if so
 */
public record Handed(String id, SortedMap<String, String> sources, Optional<Message> problem) {
    private static final int NAMED = 5;

    public static Handed refused(String id, Message problem) {
        return new Handed(id, new TreeMap<>(), Optional.of(problem));
    }

    /** The same under another name. */
    public Handed named(String name) {
        return new Handed(name, sources, problem);
    }

    /** The exercises of these that it holds an answer to, or a folder for. */
    public List<String> exercises(List<Exercise> known) {
        Set<String> ids = known.stream().map(Exercise::id).collect(Collectors.toSet());
        return known.stream()
                .filter(exercise -> forKind(exercise).without(ids, exercise).holds(exercise))
                .map(Exercise::id)
                .toList();
    }

    private boolean holds(Exercise exercise) {
        boolean folder =
                sources.keySet().stream().anyMatch(path -> segments(path).contains(exercise.id()));
        return folder || !candidates(exercise).isEmpty() || alone(exercise).isPresent();
    }

    /** A file that lies in the folder of another exercise answers that one: two answers may have one name. */
    private Handed without(Set<String> ids, Exercise exercise) {
        SortedMap<String, String> some = new TreeMap<>(sources);
        some.keySet().removeIf(path -> {
            List<String> folders = segments(path);
            return !folders.contains(exercise.id()) && folders.stream().anyMatch(ids::contains);
        });
        return new Handed(id, some, problem);
    }

    /** With the files that can belong to an answer of this kind. */
    private Handed forKind(Exercise exercise) {
        SortedMap<String, String> some = new TreeMap<>(sources);
        some.keySet().removeIf(path -> !path.endsWith(exercise.kind().extension()));
        return new Handed(id, some, problem);
    }

    /**
     * The answer to one exercise.
     *
     * @param known the ids of all exercises: what lies in the folder of another one is no answer to this one
     */
    public Submission answer(Exercise exercise, Set<String> known) {
        if (problem.isPresent()) {
            return Submission.refused(id, problem.get());
        }
        Handed mine = forKind(exercise);
        return mine.without(known, exercise).answered(exercise).orElseGet(() -> mine.none(exercise));
    }

    private Optional<Submission> answered(Exercise exercise) {
        Set<String> bases = candidates(exercise);
        return bases.isEmpty() ? alone(exercise) : Optional.of(answered(exercise, bases));
    }

    private Submission answered(Exercise exercise, Set<String> bases) {
        List<AnswerFiles> found = bases.stream()
                .map(base -> AnswerFiles.below(base, sources, exercise))
                .distinct()
                .toList();
        Set<String> several = found.size() > 1 ? bases : found.get(0).differing();
        return several.isEmpty()
                ? Submission.of(id, found.get(0).sources()).remarked(passedOver(exercise, bases))
                : Submission.refused(id, Message.of("handed.two", String.join(", ", several)));
    }

    /** Says which file of the answer was read, if another one says something else and lies where it does not count. */
    private Optional<Message> passedOver(Exercise exercise, Set<String> bases) {
        for (String file : names(exercise)) {
            List<String> all = sources.keySet().stream()
                    .filter(path -> isNamed(path, file) && isOwn(path))
                    .toList();
            List<String> read = all.stream()
                    .filter(path -> bases.stream().anyMatch(path::startsWith))
                    .toList();
            Set<String> texts = read.stream().map(path -> sources.get(path)).collect(Collectors.toSet());
            String others = all.stream()
                    .filter(path -> !read.contains(path) && !texts.contains(sources.get(path)))
                    .limit(NAMED)
                    .collect(Collectors.joining(", "));
            if (!read.isEmpty() && !others.isEmpty()) {
                return Optional.of(Message.of("handed.read", read.get(0), ShortTexts.cut(others, 300)));
            }
        }
        return Optional.empty();
    }

    private Submission none(Exercise exercise) {
        String found = sources.keySet().stream().limit(NAMED).collect(Collectors.joining(", "));
        String missing = exercise.answer().get(0);
        return Submission.refused(
                id,
                found.isEmpty()
                        ? Message.of("handed.no_source", missing)
                        : Message.of("handed.none", missing, ShortTexts.cut(found, 300)));
    }

    /** The only source there is, if it is the answer under another name of file. */
    private Optional<Submission> alone(Exercise exercise) {
        return Optional.of(sources.values())
                .filter(all -> all.size() == 1)
                .map(all -> all.iterator().next())
                .flatMap(text -> JavaText.ownPlace(text)
                        .filter(exercise.answer()::contains)
                        .map(place -> Submission.of(id, new TreeMap<>(Map.of(place, text)))));
    }

    /** The folders, with a slash at the end, below which the files of the answer lie as the exercise names them. */
    private Set<String> candidates(Exercise exercise) {
        Set<String> bases = bases(exercise, exercise.answer());
        if (!bases.isEmpty()) {
            return bases;
        }
        return bases(exercise, names(exercise));
    }

    private static List<String> names(Exercise exercise) {
        return exercise.answer().stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .toList();
    }

    private static boolean isNamed(String path, String file) {
        return path.equals(file) || path.endsWith("/" + file);
    }

    private static boolean isOwn(String path) {
        return segments(path).stream().noneMatch(AnswerFiles.NOT_THE_ANSWER::contains);
    }

    private Set<String> bases(Exercise exercise, List<String> files) {
        Set<String> all = new TreeSet<>();
        for (String path : sources.keySet()) {
            for (String file : files) {
                if (isNamed(path, file) && isOwn(path)) {
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
