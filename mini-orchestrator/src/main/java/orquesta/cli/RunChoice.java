package orquesta.cli;

import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.event.RunRecord;
import orquesta.store.History;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/** Finds the run or the step that the user names; what is unknown gets the nearest that is known. */
final class RunChoice {
    private RunChoice() {}

    static RunRecord run(History history, long number) {
        return history.run(number)
                .orElseThrow(() -> history.runs(1).stream()
                        .findFirst()
                        .map(last -> new UserException("RUN", "cli.unknown_run", number, last.id()))
                        .orElseGet(() -> new UserException("", "cli.no_runs")));
    }

    /** The run given, or the newest that had this step. */
    static RunRecord run(History history, @Nullable Long number, StepKey step) {
        return number != null
                ? run(history, number)
                : history.lastRunOf(step).orElseThrow(() -> unknown(history, step.text()));
    }

    static StepKey step(History history, String text) {
        try {
            return StepKey.parse(text);
        } catch (UserException e) {
            throw unknown(history, text);
        }
    }

    static UserException unknown(History history, String text) {
        return new UserException("ASSET", "cli.unknown_step", text, Nearest.clue(text, history.stepNames()));
    }
}
