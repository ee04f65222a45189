package orquesta.autograder.evidence;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Request;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.isolation.Sandbox;

/** Puts every case to the student's code; a case that ends its child leaves the others to the next child. */
public final class Witness {
    /** So many calls may use up their time; a count, so that a busy machine gives the same result as an idle one. */
    private static final int MOST_SLOW = 2;

    private final Sandbox sandbox;
    private final Exercise exercise;
    private final Sandbox.Room room;

    public Witness(Sandbox sandbox, Exercise exercise, Sandbox.Room room) {
        this.sandbox = sandbox;
        this.exercise = exercise;
        this.room = room;
    }

    /** For each case the evidence of its calls; what the code printed beside it. */
    public record Testimony(List<List<Evidence>> cases, String printed) {}

    /** An {@link IOException} is trouble of ours. */
    public Testimony hear(List<Case> cases) throws IOException {
        Duration each = Duration.ofSeconds(exercise.within().caseSeconds());
        Duration all = Duration.ofSeconds(exercise.within().totalSeconds()).multipliedBy(Stopwatch.PATIENCE);
        long deadline = System.nanoTime() + all.toNanos();
        List<List<Evidence>> heard = new ArrayList<>();
        StringBuilder printed = new StringBuilder();
        int slow = 0;
        @Nullable Child child = null;
        try {
            for (Case asked : cases) {
                if (slow == MOST_SLOW || System.nanoTime() - deadline > 0) {
                    heard.add(List.of(new Ended(Ending.NO_TIME_LEFT, Optional.empty())));
                    continue;
                }
                if (child == null || !child.usable()) {
                    child = Child.start(sandbox, room);
                }
                List<Evidence> evidence = child.ask(request(asked), each, deadline);
                heard.add(evidence);
                slow += isSlow(evidence) ? 1 : 0;
                if (!child.usable()) {
                    printed.append(child.printed());
                }
            }
            return new Testimony(heard, child == null ? "" : printed + (child.usable() ? child.printed() : ""));
        } finally {
            if (child != null) {
                child.close();
            }
        }
    }

    private static boolean isSlow(List<Evidence> evidence) {
        return evidence.get(evidence.size() - 1) instanceof Ended end && end.how() == Ending.TOO_SLOW;
    }

    private Request request(Case asked) {
        Exercise.Entry entry = exercise.entry();
        return new Request(
                new Request.Entry(entry.type(), entry.method(), entry.input(), entry.output()),
                asked.conditions().locale(),
                asked.conditions().fixed(),
                asked.conditions().calls(),
                asked.input().stream().map(Row::texts).toList());
    }
}
