package orquesta.autograder.evidence;

import java.util.List;
import java.util.Optional;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Place;

/**
 * What tests did, as far as it is known, without any judgement.
 *
 * @param methods the methods that JUnit has found
 * @param issues what JUnit finds wrong with the classes, in its own words
 * @param trouble why there is no list of tests, or an incomplete one
 */
public record TestStory(List<Method> methods, List<Test> tests, List<String> issues, Optional<Ended> trouble) {
    public static final TestStory NONE = new TestStory(List.of(), List.of(), List.of(), Optional.empty());

    public TestStory {
        methods = List.copyOf(methods);
        tests = List.copyOf(tests);
        issues = List.copyOf(issues);
    }

    /** A method with tests: one, or with parameters several. */
    public record Method(String id, String type, String name, String sentence) {}

    /**
     * One test, or a class of tests that failed as a whole.
     *
     * @param method empty for a class
     * @param printed the beginning of what was printed meanwhile
     */
    public record Test(String id, Optional<Method> method, String sentence, Fate fate, String printed) {}

    /** What became of a test. */
    public sealed interface Fate {}

    public record Passed() implements Fate {}

    /** By the author's wish, or since an assumption did not hold. */
    public record Skipped(String reason) implements Fate {}

    /**
     * It threw.
     *
     * @param assertion the test found something, rather than broke
     * @param places the lines of the student's on the stack, from the top
     */
    public record Failed(boolean assertion, String type, String message, List<Place> places, Optional<Values> values)
            implements Fate {}

    /** The two values of an assertion, each with the name of its class, which is empty for null. */
    public record Values(Value expected, Value actual) {}

    /** It never came to its end. */
    public record Stopped(Ended end) implements Fate {}

    /** It was found, and its turn did not come. */
    public record NotRun() implements Fate {}
}
