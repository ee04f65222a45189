package orquesta.autograder.exercise;

import java.util.List;

/** The generator of an exercise of kind {@code program}; its class needs a public constructor without arguments. */
public interface TrialSource {
    /** The same trials for the same seed, always. */
    List<Trial> trials(long seed);
}
