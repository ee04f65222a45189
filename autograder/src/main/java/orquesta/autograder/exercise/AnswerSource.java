package orquesta.autograder.exercise;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The generator of an exercise of kind {@code answers}: what is right, where it follows from the data of the kit. */
public interface AnswerSource {
    /**
     * The right values by the names of their lines, and those of misconceptions by {@code line.misconception}.
     *
     * @param kit the folder that holds {@code datasets/}
     */
    Map<String, String> answers(long seed, Path kit) throws IOException;
}
