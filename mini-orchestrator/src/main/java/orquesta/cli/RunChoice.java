package orquesta.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.asset.StepKey;
import orquesta.asset.Task;
import orquesta.event.RunRecord;
import orquesta.store.History;
import orquesta.store.StepQueries;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.UserException;

/**
 * Finds the run or the step that the user names; what is unknown gets the nearest that is known, and the home that was asked:
 * who stands in another folder may mean another.
 */
record RunChoice(History history, Path home) {
    RunRecord run(long number) {
        RunRecord newest = newest();
        return history.run(number)
                .orElseThrow(() -> new UserException("RUN", "cli.unknown_run", number, newest.id(), home));
    }

    /** Of all pipelines. */
    RunRecord newest() {
        return history.runs(1).stream().findFirst().orElseThrow(() -> new UserException("", "cli.no_runs", home));
    }

    /** The run given, or the newest that had this task. */
    RunRecord run(@Nullable Long number, Task task) {
        return number != null
                ? run(number)
                : new StepQueries(history).lastRunOf(task).orElseThrow(() -> unknown(task.text()));
    }

    /** A step of this name, or one of its partitions: {@code ventas@2026-11-28}. */
    Task task(String text) {
        String[] parts = text.split("@", 2);
        return new Task(step(parts[0]), parts.length > 1 ? parts[1] : "");
    }

    /** The step of this name; of a check, its own name is enough where no other has it. */
    StepKey step(String text) {
        StepKey step = parsed(text);
        return new StepQueries(history).lastRunOf(step).isPresent()
                ? step
                : check(text).orElse(step);
    }

    private StepKey parsed(String text) {
        try {
            return StepKey.parse(text);
        } catch (UserException e) {
            throw unknown(text);
        }
    }

    private Optional<StepKey> check(String name) {
        List<String> checks = new StepQueries(history)
                .names().stream()
                        .filter(step -> step.contains("#") && ownName(step).equals(name))
                        .toList();
        if (checks.size() > 1) {
            throw new UserException("ASSET", "cli.check_of_many", name, String.join(", ", checks));
        }
        return checks.stream().findFirst().map(StepKey::parse);
    }

    UserException unknown(String text) {
        List<String> names = new StepQueries(history).names();
        Message clue = names.stream()
                .filter(name -> Nearest.to(text, List.of(ownName(name))).isPresent())
                .filter(name -> Nearest.to(text, names).isEmpty())
                .findFirst()
                .map(near -> Message.of("names.near", near, String.join(", ", names)))
                .orElseGet(() -> Nearest.clue(text, names));
        return new UserException("ASSET", "cli.unknown_step", text, clue, home);
    }

    /** Of a check, what follows its asset's. */
    private static String ownName(String step) {
        return step.substring(step.indexOf('#') + 1);
    }
}
