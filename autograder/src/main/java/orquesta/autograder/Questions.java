package orquesta.autograder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import orquesta.autograder.compile.VersionLoader;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.isolation.ChildImage;

/** What an answer is asked, as the generator of the exercise has made it. */
sealed interface Questions {
    /** Changes with what is asked, where neither the folder of the exercise nor the seed tells. */
    default String stamp() {
        return "";
    }

    record Nothing() implements Questions {}

    /**
     * Tables that go in, and those that have to come out.
     *
     * @param image what the child is started from; empty for the one of the controller, which knows the JDK alone
     */
    record Cases(List<Case> cases, Optional<ChildImage> image) implements Questions {
        public Cases {
            cases = List.copyOf(cases);
        }
    }

    /**
     * Calls of a method of any signature.
     *
     * @param image as in {@link Cases}
     */
    record Trials(List<Trial> trials, Optional<ChildImage> image) implements Questions {
        public Trials {
            trials = List.copyOf(trials);
        }
    }

    /**
     * Files that a query reads, and the tables that have to come out.
     *
     * @param data a folder with one for each case
     * @param image what the child is started from
     */
    record Queries(List<Case> cases, Path data, ChildImage image) implements Questions {
        public Queries {
            cases = List.copyOf(cases);
        }
    }

    /**
     * Versions that tests are put to.
     *
     * @param image what the child is started from
     */
    record Versions(VersionLoader.Versions versions, ChildImage image) implements Questions {
        @Override
        public String stamp() {
            return versions.folder().getFileName().toString();
        }
    }

    /** The values of lines of a text, and of misconceptions: {@code line.misconception}. */
    record Answers(Map<String, String> values) implements Questions {
        public Answers {
            values = Map.copyOf(values);
        }

        @Override
        public String stamp() {
            return new TreeMap<>(values).toString();
        }
    }
}
