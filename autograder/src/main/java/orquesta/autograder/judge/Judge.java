package orquesta.autograder.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import orquesta.autograder.evidence.Evidence;
import orquesta.autograder.evidence.Value;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.files.ShortTexts;
import orquesta.text.Message;

/** Compares evidence with what was expected. It is the only place that knows both, and it runs no student code. */
public final class Judge {
    private final Exercise exercise;

    public Judge(Exercise exercise) {
        this.exercise = exercise;
    }

    /** The first difference among the cases of a check; none means that it passed. A check without cases has failed. */
    public Optional<Difference> difference(GradedCheck check, List<Case> cases, List<List<Evidence>> heard) {
        boolean any = false;
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).check().equals(check.id())) {
                any = true;
                Optional<Difference> found = difference(check, cases.get(i), heard.get(i));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return any ? Optional.empty() : Optional.of(noAnswer(Evidence.Ending.NO_TIME_LEFT, Optional.empty()));
    }

    private Optional<Difference> difference(GradedCheck check, Case asked, List<Evidence> calls) {
        int first = asked.earlier().size();
        for (int call = 0; call < calls.size(); call++) {
            boolean judged = call >= first || calls.get(call) instanceof Evidence.Ended;
            Optional<Difference> found = judged ? difference(check, asked, calls.get(call)) : Optional.empty();
            if (found.isPresent()) {
                boolean later = call > first && calls.get(call) instanceof Evidence.Table;
                return Optional.of(later ? laterCall(call - first + 1, found.get()) : found.get());
            }
        }
        boolean whole = calls.size() == first + asked.conditions().calls();
        return whole ? Optional.empty() : Optional.of(noAnswer(Evidence.Ending.BROKEN, Optional.empty()));
    }

    static Difference laterCall(int call, Difference found) {
        Message what = Message.of("difference.second_call", call);
        return new Difference(DifferenceKind.SECOND_CALL, what, found.details(), found.sample());
    }

    private Optional<Difference> difference(GradedCheck check, Case asked, Evidence evidence) {
        if (evidence instanceof Evidence.Table table) {
            return changedInput(asked, table).or(() -> columns(table)).or(() -> tables(check, asked, table));
        } else if (evidence instanceof Evidence.Threw threw) {
            return Optional.of(threw(threw));
        } else if (evidence instanceof Evidence.NoList no) {
            String found = no.type().isEmpty() ? "null" : no.type();
            return Optional.of(Difference.of(DifferenceKind.NO_LIST, Message.of("difference.no_list", found)));
        } else if (evidence instanceof Evidence.NoEntry no) {
            return Optional.of(Difference.of(DifferenceKind.NO_LIST, Message.of("shape.unusable", no.what())));
        }
        return Optional.of(ended(evidence));
    }

    /** Only a table of a library names its columns. */
    private Optional<Difference> columns(Evidence.Table table) {
        boolean named =
                exercise.entry() != null && "Table".equals(exercise.entry().output());
        return named ? QueryJudge.columns(exercise.output(), table.columns()) : Optional.empty();
    }

    private Optional<Difference> tables(GradedCheck check, Case asked, Evidence.Table table) {
        List<List<Value>> expected = Cells.values(asked.expected(), exercise.output());
        TableComparison tables = new TableComparison(exercise.output(), expected, origins(asked), table.rows());
        return (exercise.isOrdered(check) ? tables : tables.inTheirPlaces()).difference();
    }

    private List<String> origins(Case asked) {
        List<List<Value>> input = Cells.values(asked.input(), exercise.input());
        List<String> origins = new ArrayList<>();
        for (int source : asked.sources()) {
            origins.add(source < 0 ? "" : Cells.text(input.get(source)));
        }
        return origins;
    }

    private Optional<Difference> changedInput(Case asked, Evidence.Table table) {
        if (!asked.conditions().untouched()) {
            return Optional.empty();
        }
        List<List<Value>> before = Cells.values(asked.input(), exercise.input());
        return new TableComparison(exercise.input(), before, List.of(), table.inputAfter())
                .difference()
                .map(found -> changed(found, before.size(), table.inputAfter().size()));
    }

    /** What is told of an answer's rows does not fit: nobody has returned these. */
    private static Difference changed(Difference found, int before, int after) {
        List<Message> details = new ArrayList<>();
        found.sample().map(Judge::changed).ifPresent(details::add);
        details.add(Message.of("diff.input_counts", before, after));
        return new Difference(
                DifferenceKind.INPUT_CHANGED, Message.of("difference.input_changed"), details, found.sample());
    }

    private static Message changed(Difference.Sample sample) {
        if (!sample.column().isEmpty()) {
            return Message.of("diff.input_cell", sample.row(), sample.column(), sample.expected(), sample.actual());
        } else if (sample.actual().isEmpty()) {
            return Message.of("diff.input_gone", sample.row(), sample.expected());
        } else if (sample.expected().isEmpty()) {
            return Message.of("diff.input_new", sample.row(), sample.actual());
        }
        return Message.of("diff.input_row", sample.row(), sample.expected(), sample.actual());
    }

    static Difference threw(Evidence.Threw threw) {
        String place = threw.place().map(Evidence.Place::toString).orElse("?");
        Message what = Message.of("difference.threw", simple(threw.type()), place);
        List<Message> details =
                threw.message().isEmpty() ? List.of() : List.of(Message.of("diff.message", cut(threw.message())));
        return new Difference(DifferenceKind.THREW, what, details, Optional.empty());
    }

    /** What answers another question than the one that was put comes from code that forges replies. */
    static Difference ended(Evidence evidence) {
        return evidence instanceof Evidence.Ended end
                ? noAnswer(end.how(), end.place())
                : noAnswer(Evidence.Ending.BROKEN, Optional.empty());
    }

    static Difference noAnswer(Evidence.Ending how, Optional<Evidence.Place> place) {
        Message what = Message.of(
                "ending." + how.name().toLowerCase(Locale.ROOT),
                place.map(Evidence.Place::toString).orElse("?"));
        if (how == Evidence.Ending.NO_TIME_LEFT) {
            return Difference.of(DifferenceKind.NOT_REACHED, what);
        }
        // Apart from its sentence: an endless loop may be stopped at another line the next time.
        List<Message> caught = !how.isEndless()
                ? List.of()
                : place.map(at -> Message.of("ending.where", at)).stream().toList();
        return new Difference(DifferenceKind.ENDED, what, caught, Optional.empty());
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String cut(String text) {
        return ShortTexts.cut(text.strip().replaceAll("\\s+", " "), 300);
    }
}
