package orquesta.autograder.exercise;

/** Reads {@code exercise.json}, and refuses what FORMAT.md does not know. */
public final class ExerciseReader {
    private ExerciseReader() {}

    public static Exercise read(ExerciseFolder folder) {
        String file = folder.name() + "/exercise.json";
        Exercise exercise = BrokenJson.read(file, ExerciseFolder.read(folder.json()), Exercise.class);
        ExerciseProblems.require(folder, exercise);
        return exercise;
    }
}
