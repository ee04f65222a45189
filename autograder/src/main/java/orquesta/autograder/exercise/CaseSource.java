package orquesta.autograder.exercise;

import java.util.List;

/** The generator of an exercise's cases. It knows the right answers by construction and holds no solution. */
public interface CaseSource {
    /** The same seed gives the same cases; every data check of the exercise has one or more. */
    List<Case> cases(long seed);
}
