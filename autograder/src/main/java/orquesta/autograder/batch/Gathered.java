package orquesta.autograder.batch;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseNotes;
import orquesta.autograder.result.GradeResult.GradedAnswer;
import orquesta.autograder.submission.Submission;

/** What a batch meets on its way and its reports show; lanes add to it at the same time. */
final class Gathered {
    private final Map<String, SortedMap<String, String>> code = new ConcurrentHashMap<>();
    private final Map<String, ExerciseNotes> asked = new ConcurrentHashMap<>();

    void add(String exercise, ExerciseNotes what) {
        asked.put(exercise, what);
    }

    /** An answer, without what the exercise gives. */
    void add(Exercise exercise, Submission answer) {
        SortedMap<String, String> own = new TreeMap<>(answer.sources());
        own.keySet().removeAll(exercise.given());
        code.put(place(answer.id(), exercise.id()), own);
    }

    Background background() {
        return new Background(
                result -> code(result.subject()), exercise -> asked.getOrDefault(exercise, ExerciseNotes.NOTHING));
    }

    /** Nothing where it could not be read. */
    private SortedMap<String, String> code(GradedAnswer subject) {
        return code.getOrDefault(place(subject.submission(), subject.exercise()), Collections.emptySortedMap());
    }

    private static String place(String submission, String exercise) {
        return submission + "\n" + exercise;
    }
}
