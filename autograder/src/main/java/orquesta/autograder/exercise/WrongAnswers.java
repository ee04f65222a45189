package orquesta.autograder.exercise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import orquesta.text.UserException;

/** {@code .teacher/wrong/wrong.json}: the wrong answers of an exercise, and what each one loses. */
public final class WrongAnswers {
    private WrongAnswers() {}

    private record All(@Nullable List<Wrong> wrong) {}

    /**
     * One wrong answer.
     *
     * @param difference the class that its first lost check is told with
     */
    public record Wrong(String name, List<String> loses, String difference, Bilingual why) {}

    public static List<Wrong> read(ExerciseFolder folder) {
        Path file = folder.wrong().resolve("wrong.json");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        String name = folder.name() + "/.teacher/wrong/wrong.json";
        @Nullable
        List<Wrong> wrong =
                BrokenJson.read(name, ExerciseFolder.read(file), All.class).wrong();
        if (wrong == null) {
            throw new UserException(name, "exercise.wrong_list");
        }
        for (Wrong each : wrong) {
            boolean whole = each.name != null && each.loses != null && each.difference != null && each.why != null;
            if (!whole) {
                throw new UserException(name, "exercise.wrong_list");
            }
        }
        return wrong;
    }

    /** Of those that lose the same checks and are told with the same class the first alone. */
    public static List<Wrong> oneOfEach(ExerciseFolder folder) {
        Map<List<Object>, Wrong> first = new LinkedHashMap<>();
        read(folder).forEach(wrong -> first.putIfAbsent(List.of(wrong.loses, wrong.difference), wrong));
        return List.copyOf(first.values());
    }
}
