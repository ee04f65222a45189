package orquesta.autograder.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.exercise.Exercise.Kind;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.Trial;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** What a generator of trials may make: nothing that no check asks, and something for each. */
public final class UsableTrials {
    private UsableTrials() {}

    public static List<Trial> of(ExerciseFolder folder, Exercise exercise, List<Trial> trials) {
        String place = folder.name() + "/cases";
        List<Problem> problems = new ArrayList<>();
        int wanted = Objects.requireNonNull(exercise.entry())
                .signature()
                .orElseThrow()
                .parameters()
                .size();
        for (Trial trial : trials) {
            if (exercise.check(trial.check())
                    .filter(check -> check.kind() == Kind.TRIAL)
                    .isEmpty()) {
                problems.add(Problem.at(place, "exercise.trial_check", trial.check()));
            }
            List<List<?>> calls = new ArrayList<>(trial.earlier());
            calls.add(trial.arguments());
            if (calls.stream().anyMatch(call -> call.size() != wanted)) {
                problems.add(Problem.at(place, "exercise.trial_width", trial.check(), wanted));
            }
            boolean runs = exercise.kind() == ExerciseKind.PIPELINE;
            boolean once = trial.earlier().isEmpty() && trial.conditions().calls() == 1;
            if (trial.scenario().isPresent() != runs || (runs && !once)) {
                problems.add(Problem.at(place, "exercise.trial_scenario", trial.check()));
            }
        }
        for (GradedCheck check : exercise.ofKind(Kind.TRIAL)) {
            if (trials.stream().noneMatch(each -> each.check().equals(check.id()))) {
                problems.add(Problem.at(place, "exercise.trial_missing", check.id()));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return trials;
    }
}
