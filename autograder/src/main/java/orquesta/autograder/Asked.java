package orquesta.autograder;

import java.util.List;
import java.util.SortedMap;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;

/**
 * An exercise ready to be graded against: read, its cases made.
 *
 * @param start the starter's files and those that are given
 * @param seed its name in the result: {@code practice} or {@code teacher}
 * @param hash over all that decides a mark
 */
record Asked(Exercise exercise, SortedMap<String, String> start, List<Case> cases, String seed, String hash) {}
