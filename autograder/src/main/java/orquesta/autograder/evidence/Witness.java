package orquesta.autograder.evidence;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Request;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.isolation.Sandbox;

/**
 * Puts every case to the student's code; a case that ends its child leaves the others to the next child. A check whose
 * case had no answer has failed, so its other cases need not be asked: that costs nobody a mark.
 */
public final class Witness {
    /** So many calls may use up their time; a count, so that a busy machine gives the same result as an idle one. */
    private static final int MOST_SLOW = 2;
    /** So many checks may end, one after the other and none answered, before it is said of the rest unasked. */
    private static final int MOST_ENDED = 6;

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
        Map<String, Ended> ended = new HashMap<>();
        int slow = 0;
        @Nullable Child child = null;
        try {
            for (Case asked : cases) {
                if (slow == MOST_SLOW || System.nanoTime() - deadline > 0) {
                    heard.add(List.of(new Ended(Ending.NO_TIME_LEFT, Optional.empty())));
                    continue;
                }
                @Nullable Ended known = known(asked, ended, heard);
                if (known != null) {
                    heard.add(List.of(known));
                    continue;
                }
                if (child == null || !child.usable()) {
                    child = Child.start(sandbox, room);
                }
                List<Evidence> evidence = child.ask(request(asked), each, deadline);
                heard.add(evidence);
                slow += isSlow(evidence) ? 1 : 0;
                if (evidence.get(evidence.size() - 1) instanceof Ended end) {
                    ended.put(asked.check(), end);
                }
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

    /** How a case will end that need not be asked; null for one that must be. */
    private static @Nullable Ended known(Case asked, Map<String, Ended> ended, List<List<Evidence>> heard) {
        @Nullable
        Evidence last = heard.isEmpty() ? null : heard.get(heard.size() - 1).get(0);
        boolean everywhere = ended.size() >= MOST_ENDED
                && heard.stream().flatMap(List::stream).allMatch(Ended.class::isInstance);
        return everywhere && last instanceof Ended end ? end : ended.get(asked.check());
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
