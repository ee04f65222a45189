package orquesta.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.event.StepRecord;

/**
 * A run in the list of the home.
 *
 * @param counts how many of its steps ended how, the worst first; empty where its reason is a sentence
 * @param failed the first step that failed by itself; null if none did
 */
public record RunLine(
        RunRecord run, List<Count> counts, @Nullable StepRecord failed) {
    static final Comparator<State> WORST_FIRST = Comparator.comparing((State state) -> state == State.OK)
            .thenComparing(state -> state == State.WARNED)
            .thenComparing(Comparator.naturalOrder());

    /** So many steps in a state. */
    public record Count(State state, long steps) {
        /** Reads {@code 3 upstream_failed}. */
        private static Count parse(String text) {
            int blank = text.indexOf(' ');
            return new Count(State.parse(text.substring(blank + 1)), Long.parseLong(text.substring(0, blank)));
        }
    }

    /** @param steps those of a run; asked for where something failed only */
    static RunLine of(RunRecord run, Function<RunId, Collection<StepRecord>> steps) {
        boolean well = run.status().exit() == 0;
        Optional<StepRecord> failed = well
                ? Optional.empty()
                : StepOrder.causes(steps.apply(run.id())).findFirst();
        return new RunLine(run, counts(run), failed.orElse(null));
    }

    /** The reason of a run that came to its end counts its steps. */
    private static List<Count> counts(RunRecord run) {
        return run.reason().key().equals("run.counts")
                ? Arrays.stream(run.reason().args().get(0).split(", "))
                        .map(Count::parse)
                        .sorted(Comparator.comparing(Count::state, WORST_FIRST))
                        .toList()
                : List.of();
    }

    /** Every state that these lines count, the worst first. */
    static List<State> states(List<RunLine> lines) {
        return lines.stream()
                .flatMap(line -> line.counts().stream())
                .map(Count::state)
                .distinct()
                .sorted(WORST_FIRST)
                .toList();
    }
}
