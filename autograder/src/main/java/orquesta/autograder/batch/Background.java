package orquesta.autograder.batch;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import orquesta.autograder.exercise.ExerciseNotes;
import orquesta.autograder.result.GradeResult;

/**
 * What reports show beside results.
 *
 * @param code what was handed in for a result, by file
 * @param asked what is known of an exercise, by its id
 */
public record Background(Function<GradeResult, SortedMap<String, String>> code, Function<String, ExerciseNotes> asked) {
    public static final Background NONE = new Background(result -> new TreeMap<>(), exercise -> ExerciseNotes.NOTHING);
}
