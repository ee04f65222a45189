package orquesta.autograder.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Points;
import orquesta.autograder.files.ShortTexts;
import orquesta.autograder.result.GradeResult;
import orquesta.text.Language;
import orquesta.text.Message;

/** What there is to say of one row of a gradebook. */
public final class Note {
    private static final int SHORT = 90;

    private Note() {}

    static List<String> of(GradeResult result, boolean twice, Language language) {
        List<String> notes = new ArrayList<>();
        for (Bilingual note : List.of(result.reason(), result.remark())) {
            if (!note.in(language).isEmpty()) {
                notes.add(note.in(language));
            }
        }
        byHand(result, language).ifPresent(notes::add);
        if (twice) {
            notes.add(Message.of("html.twice").in(language));
        }
        return notes;
    }

    /** What a teacher decided, with the reason; empty where nothing was decided. */
    static Optional<String> byHand(GradeResult result, Language language) {
        if (result.byHand() == null) {
            return Optional.empty();
        }
        String mark = Points.text(result.byHand().mark(), language);
        String told = Message.of("html.by_hand", mark, Points.text(result.score(), language))
                .in(language);
        String why = result.byHand().why();
        return Optional.of(why.isEmpty() ? told : told + " " + why);
    }

    /** Who has handed in several times, in lines for a terminal; none where nobody has. */
    public static List<String> twice(List<GradeResult> results) {
        String all = Twice.groups(results).stream()
                .map(each -> each.stream().map(TerminalText::text).collect(Collectors.joining(" / ")))
                .collect(Collectors.joining("; "));
        return all.isEmpty()
                ? List.of()
                : TerminalText.wrapped(Message.of("batch.twice", all).toString());
    }

    /** A submission on one line of a terminal, as soon as it is graded. */
    public static String line(GradeResult result, SubmissionNames names) {
        Language language = Language.current();
        String score = result.hasMark()
                ? Points.text(result.score(), language) + "/" + Points.text(result.points(), language)
                : "-";
        Message status = Message.of("status." + result.status().code());
        String notes = String.join(" ", of(result, false, language));
        String line = "%-28s %-6s %6s  %s"
                .formatted(
                        TerminalText.text(names.of(result.subject().submission())),
                        result.subject().exercise(),
                        score,
                        status);
        return notes.isEmpty() ? line : line + ": " + TerminalText.text(ShortTexts.cut(notes, SHORT));
    }
}
