package orquesta.autograder.judge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.evidence.Evidence;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.files.ShortTexts;
import orquesta.autograder.judge.Difference.Sample;
import orquesta.text.Message;

/** Has what calls of any signature came to judged by their rules: on copies, in this process, where no answer runs. */
public final class TrialJudge {
    private static final int LONGEST = 1_200;

    private final Exercise exercise;
    private final List<Trial> trials;
    private final List<List<Evidence>> heard;

    /** @param heard for each trial the evidence of its calls */
    public TrialJudge(Exercise exercise, List<Trial> trials, List<List<Evidence>> heard) {
        this.exercise = exercise;
        this.trials = trials;
        this.heard = heard;
    }

    /** The first difference among the trials of a check; none means that it passed. A check without trials has failed. */
    public Optional<Difference> difference(GradedCheck check) {
        boolean any = false;
        for (int i = 0; i < trials.size(); i++) {
            if (trials.get(i).check().equals(check.id())) {
                any = true;
                Optional<Difference> found = difference(trials.get(i), heard.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return any ? Optional.empty() : Optional.of(Judge.noAnswer(Evidence.Ending.NO_TIME_LEFT, Optional.empty()));
    }

    private Optional<Difference> difference(Trial trial, List<Evidence> calls) {
        int first = trial.earlier().size();
        for (int call = 0; call < calls.size(); call++) {
            boolean judged = call >= first || calls.get(call) instanceof Evidence.Ended;
            Optional<Difference> found = judged ? difference(trial, calls.get(call)) : Optional.empty();
            if (found.isPresent()) {
                boolean later = call > first && calls.get(call) instanceof Evidence.Returned;
                return later ? Optional.of(Judge.laterCall(call - first + 1, found.get())) : found;
            }
        }
        boolean whole = calls.size() == first + trial.conditions().calls();
        return whole ? Optional.empty() : Optional.of(Judge.noAnswer(Evidence.Ending.BROKEN, Optional.empty()));
    }

    private Optional<Difference> difference(Trial trial, Evidence evidence) {
        if (evidence instanceof Evidence.Returned returned) {
            return changed(trial, returned).or(() -> judged(trial, returned.outcome()));
        } else if (evidence instanceof Evidence.Failed failed) {
            Evidence.Threw threw =
                    new Evidence.Threw(failed.type(), failed.outcome().message(), failed.place());
            Difference plain = Judge.threw(threw);
            return judged(trial, failed.outcome())
                    .map(found -> found.kind() == DifferenceKind.THREW ? with(calls(trial), plain) : found);
        } else if (evidence instanceof Evidence.NoEntry no) {
            return Optional.of(Difference.of(DifferenceKind.NO_LIST, Message.of("shape.unusable", no.what())));
        }
        return Optional.of(Judge.ended(evidence));
    }

    private Optional<Difference> judged(Trial trial, Outcome outcome) {
        try {
            Optional<Complaint> found = trial.rule() instanceof Trial.Equal equal
                    ? complaint(equal, outcome.returned())
                    : ((Trial.Judged) trial.rule()).validator().complaint(outcome);
            return found.map(complaint -> told(trial, complaint, outcome));
        } catch (Complaint.Raised raised) {
            return Optional.of(told(trial, raised.complaint(), outcome));
        }
    }

    private static Optional<Complaint> complaint(Trial.Equal equal, @Nullable Object found) {
        @Nullable Object wanted = equal.value();
        if (Objects.equals(PlainText.key(wanted), PlainText.key(found))) {
            return Optional.empty();
        }
        String shown = PlainText.of(wanted);
        String kind = "value";
        if (wanted == null || found == null) {
            kind = "null";
        } else if (!form(wanted).equals(form(found))) {
            kind = "type";
        } else if (wanted instanceof List<?> some
                && found instanceof List<?> others
                && some.size() == others.size() // else an answer could have very many counted, all of one hash
                && counts(some).equals(counts(others))) {
            kind = "order";
        }
        return Optional.of(new Complaint(kind, new Bilingual(shown, shown)));
    }

    private static String form(Object value) {
        if (value instanceof Row || value instanceof Fields) {
            return "record";
        } else if (value instanceof Integer || value instanceof Long) {
            return "integer";
        } else if (value instanceof List || value instanceof Set) {
            return value instanceof List ? "list" : "set";
        }
        return value instanceof Map ? "map" : value.getClass().getName();
    }

    private static Map<@Nullable Object, Integer> counts(Collection<?> all) {
        Map<@Nullable Object, Integer> counts = new HashMap<>();
        all.forEach(each -> counts.merge(PlainText.key(each), 1, Integer::sum));
        return counts;
    }

    private Difference told(Trial trial, Complaint complaint, Outcome outcome) {
        DifferenceKind kind = DifferenceKind.valueOf(complaint.kind().toUpperCase(Locale.ROOT));
        Bilingual actual = complaint.found().map(TrialJudge::safe).orElseGet(() -> shown(trial, outcome));
        List<Message> details = new ArrayList<>(calls(trial));
        details.add(Message.of("diff.wanted", either(complaint.what())));
        if (!actual.en().isEmpty()) {
            details.add(Message.of("diff.yours", either(actual)));
        }
        String key = kind == DifferenceKind.ORDER ? "difference.order_within" : "difference." + kind.code();
        String asked = trial.scenario()
                .map(scenario -> scenario.told().en())
                .orElseGet(() -> PlainText.ofCall(method(), trial.arguments()));
        Sample sample = new Sample(0, "", complaint.what().en(), actual.en(), asked);
        return new Difference(kind, Message.of(key), details, Optional.of(sample));
    }

    private static Message either(Bilingual text) {
        return Message.either(text.en(), text.es());
    }

    /** It may hold what the answer said. */
    private static Bilingual safe(Bilingual found) {
        return new Bilingual(safe(found.en()), safe(found.es()));
    }

    private static String safe(String found) {
        return Cells.escaped(ShortTexts.cut(found.strip().replaceAll("\\s*\\R\\s*", " "), LONGEST));
    }

    /** The whole of what happened to definitions is too long to be shown. */
    private static Bilingual shown(Trial trial, Outcome outcome) {
        String shown = "";
        if (outcome instanceof Outcome.Threw threw) {
            shown = thrown(threw);
        } else if (outcome instanceof Outcome.Returned it && trial.scenario().isEmpty()) {
            shown = PlainText.of(it.value());
        }
        return new Bilingual(shown, shown);
    }

    private static Difference with(List<Message> calls, Difference found) {
        List<Message> details = new ArrayList<>(calls);
        details.addAll(found.details());
        return new Difference(found.kind(), found.what(), details, found.sample());
    }

    private static String thrown(Outcome.Threw threw) {
        String type = threw.types().isEmpty() ? "?" : threw.types().get(0);
        return Cells.escaped(type) + (threw.message().isEmpty() ? "" : ": " + PlainText.of(threw.message()));
    }

    private List<Message> calls(Trial trial) {
        List<Message> calls = new ArrayList<>();
        if (trial.scenario().isPresent()) {
            calls.add(Message.of("diff.scenario", either(trial.scenario().get().told())));
            return calls;
        }
        trial.earlier().forEach(call -> calls.add(Message.of("diff.earlier", PlainText.ofCall(method(), call))));
        calls.add(Message.of("diff.call", PlainText.ofCall(method(), trial.arguments())));
        return calls;
    }

    private String method() {
        return Objects.requireNonNull(exercise.entry()).method();
    }

    private Optional<Difference> changed(Trial trial, Evidence.Returned returned) {
        boolean same = Objects.equals(PlainText.key(trial.arguments()), PlainText.key(returned.after()));
        if (same || !trial.conditions().untouched()) {
            return Optional.empty();
        }
        String after = PlainText.ofCall("", returned.after());
        List<Message> details = new ArrayList<>(calls(trial));
        details.add(Message.of("diff.afterwards", after));
        Message what = Message.of("difference.arguments_changed");
        return Optional.of(new Difference(DifferenceKind.INPUT_CHANGED, what, details, Optional.empty()));
    }
}
