package orquesta.autograder.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.child.Request;
import orquesta.autograder.child.Script;
import orquesta.autograder.child.ScriptRequest;
import orquesta.autograder.child.TrialRequest;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Declaration;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.exercise.Trial;

/** What a child is asked at a time. */
public final class ChildQuestion {
    private final String check;
    private final int calls;
    private final byte[] frame;

    private ChildQuestion(String check, int calls, byte[] frame) {
        this.check = check;
        this.calls = calls;
        this.frame = frame;
    }

    /** The id of the check that it belongs to. */
    String check() {
        return check;
    }

    /** How many answers come. */
    int calls() {
        return calls;
    }

    byte[] frame() {
        return frame;
    }

    public static List<ChildQuestion> ofCases(Exercise exercise, List<Case> cases) throws IOException {
        List<ChildQuestion> questions = new ArrayList<>();
        for (Case asked : cases) {
            Request request = request(exercise, asked);
            int calls = request.earlier().size() + request.calls();
            questions.add(new ChildQuestion(asked.check(), calls, request.frame()));
        }
        return questions;
    }

    private static Request request(Exercise exercise, Case asked) {
        Exercise.Entry entry = Objects.requireNonNull(exercise.entry()); // there are cases
        return new Request(
                new Request.Entry(entry.type(), entry.method(), entry.input(), entry.output()),
                asked.conditions().locale(),
                asked.conditions().fixed(),
                asked.conditions().calls(),
                exercise.input().stream()
                        .map(column ->
                                List.of(column.name(), column.type().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                asked.earlier().stream()
                        .map(input -> input.stream().map(Row::texts).toList())
                        .toList(),
                asked.input().stream().map(Row::texts).toList());
    }

    public static List<ChildQuestion> ofTrials(Exercise exercise, List<Trial> trials) throws IOException {
        List<ChildQuestion> questions = new ArrayList<>();
        for (Trial trial : trials) {
            questions.add(
                    trial.scenario().isPresent()
                            ? ofScript(exercise, trial, trial.scenario().get().script())
                            : ofCalls(trial, request(exercise, trial)));
        }
        return questions;
    }

    private static ChildQuestion ofCalls(Trial trial, TrialRequest request) throws IOException {
        return new ChildQuestion(trial.check(), request.calls().size(), request.frame());
    }

    private static ChildQuestion ofScript(Exercise exercise, Trial trial, Script script) throws IOException {
        Exercise.Entry entry = Objects.requireNonNull(exercise.entry()); // there are trials
        String method = entry.signature().orElseThrow().method();
        return new ChildQuestion(trial.check(), 1, new ScriptRequest(entry.type(), method, script).frame());
    }

    private static TrialRequest request(Exercise exercise, Trial trial) {
        Exercise.Entry entry = Objects.requireNonNull(exercise.entry()); // there are trials
        Declaration declaration = entry.signature().orElseThrow();
        List<List<@Nullable Object>> calls = new ArrayList<>();
        trial.earlier().forEach(values -> calls.add(PlainValues.sent(values)));
        calls.addAll(Collections.nCopies(trial.conditions().calls(), PlainValues.sent(trial.arguments())));
        return new TrialRequest(
                entry.type(),
                declaration.method(),
                declaration.classes(),
                trial.conditions().locale(),
                trial.conditions().fixed(),
                calls);
    }
}
