package orquesta.autograder.exercise;

import java.util.List;
import orquesta.autograder.exercise.WrongAnswers.Wrong;

/**
 * What a teacher's pages say of an exercise beside its results.
 *
 * @param lesson such as {@code L05}; empty where nothing is known of the exercise
 * @param wrong the wrong answers that its author has named; none in a student's copy of the kit
 */
public record ExerciseNotes(String lesson, List<Wrong> wrong) {
    public static final ExerciseNotes NOTHING = new ExerciseNotes("", List.of());

    public static ExerciseNotes of(ExerciseFolder folder) {
        return new ExerciseNotes(ExerciseReader.read(folder).lesson(), WrongAnswers.read(folder));
    }
}
