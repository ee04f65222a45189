package dinero;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import orquesta.autograder.exercise.AnswerSource;

public final class Respuestas implements AnswerSource {
    @Override
    public Map<String, String> answers(long seed, Path kit) {
        int lost = 1000 + new Random(seed).nextInt(9000);
        return Map.of("perdido", "-" + lost, "perdido.no_minus", "" + lost);
    }
}
