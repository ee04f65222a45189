package orquesta.autograder.evidence;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.isolation.ChildSandbox;

/**
 * Puts every case to one answer's code; a case that ends its child leaves the others to the next child. A check whose
 * case had no answer has failed, so its other cases need not be asked: that costs nobody a mark.
 */
public final class Witness implements AutoCloseable {
    /** So many calls may use up their time; a count, so that a busy machine gives the same result as an idle one. */
    private static final int MOST_SLOW = 2;

    private final ChildSandbox sandbox;
    private final Exercise exercise;
    private final ChildSandbox.Room room;
    private final Children children;
    private final Map<String, Ended> ended = new HashMap<>();
    private final StringBuilder printed = new StringBuilder();
    private @Nullable Child child;
    private int slow;

    /** Starts its first child, which needs the classes only when it is asked: they may be compiled meanwhile. */
    public Witness(ChildSandbox sandbox, Exercise exercise, ChildSandbox.Room room, Children children)
            throws IOException {
        this.sandbox = sandbox;
        this.exercise = exercise;
        this.room = room;
        this.children = children;
        this.child = called(exercise) ? start() : null;
    }

    private Child start() throws IOException {
        return children.take(sandbox.image().runner(), sandbox, room);
    }

    private static boolean called(Exercise exercise) {
        return exercise.checks().stream()
                .anyMatch(check -> check.kind() == Exercise.Kind.DATA || check.kind() == Exercise.Kind.TRIAL);
    }

    /** For each question the evidence of its calls; what the code printed when it was asked for public checks. */
    public record Testimony(List<List<Evidence>> cases, String printed) {}

    /**
     * Hidden cases are put last: code may keep what it was asked, in its own fields or the JVM's, and tell it when a
     * public check asks. An {@link IOException} is trouble of ours.
     */
    public Testimony hear(List<ChildQuestion> cases) throws IOException {
        Duration all = Duration.ofSeconds(exercise.within().totalSeconds()).multipliedBy(Stopwatch.PATIENCE);
        long deadline = System.nanoTime() + all.toNanos();
        List<List<Evidence>> heard = new ArrayList<>(Collections.nCopies(cases.size(), List.of()));
        for (boolean hidden : new boolean[] {false, true}) {
            for (int i = 0; i < cases.size(); i++) {
                if (hidden(cases.get(i)) == hidden) {
                    heard.set(i, evidence(cases.get(i), deadline));
                }
            }
        }
        close();
        return new Testimony(heard, openlyPrinted(cases, deadline));
    }

    /**
     * What is printed may hold what a hidden check asked, and cannot be taken apart afterwards. So code that printed is
     * put the public cases once more, up to the first that ends its child; these answers are judged by nobody.
     */
    private String openlyPrinted(List<ChildQuestion> cases, long deadline) throws IOException {
        List<ChildQuestion> open =
                cases.stream().filter(asked -> !hidden(asked)).toList();
        if (printed.isEmpty() || open.size() == cases.size()) {
            return printed.toString();
        }
        printed.setLength(0);
        slow = 0;
        ended.clear();
        for (ChildQuestion asked : open) {
            if (evidence(asked, deadline).get(0) instanceof Ended) {
                break;
            }
        }
        close();
        return printed.toString();
    }

    private boolean hidden(ChildQuestion asked) {
        return exercise.check(asked.check())
                .filter(Exercise.GradedCheck::hidden)
                .isPresent();
    }

    private List<Evidence> evidence(ChildQuestion asked, long deadline) throws IOException {
        if (slow == MOST_SLOW || System.nanoTime() - deadline > 0) {
            return List.of(new Ended(Ending.NO_TIME_LEFT, Optional.empty()));
        }
        @Nullable Ended known = ended.get(asked.check());
        if (known != null) {
            return List.of(known);
        }
        Duration each = Duration.ofSeconds(children.within(exercise.within()).caseSeconds());
        List<Evidence> evidence = usableChild().ask(asked, each, deadline);
        if (evidence.get(evidence.size() - 1) instanceof Ended end) {
            ended.put(asked.check(), end);
            slow += end.how().isEndless() ? 1 : 0;
        }
        return evidence;
    }

    private Child usableChild() throws IOException {
        if (child == null || !child.usable()) {
            close();
            child = start();
        }
        return child;
    }

    @Override
    public void close() {
        if (child != null) {
            printed.append(children.leave(child));
            child = null;
        }
    }
}
