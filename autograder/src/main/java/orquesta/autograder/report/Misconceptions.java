package orquesta.autograder.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.WrongAnswers.Wrong;
import orquesta.autograder.files.ShortTexts;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Checked;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.text.Language;
import orquesta.text.Message;

/**
 * What answers that ran took for right. An answer that loses exactly what one of the author's wrong answers loses, and is
 * told the same, is called by that one's name, or by those of all that look alike; every other one by the check that it is
 * told first.
 */
final class Misconceptions {
    private static final int LONGEST = 300;

    private final List<Wrong> named;
    private final Language language;

    Misconceptions(List<Wrong> named, Language language) {
        this.named = named;
        this.language = language;
    }

    /** One of them, and whose answers look like it. */
    record Held(String what, List<GradeResult> by) {}

    /** Those of one exercise, the most frequent first. */
    List<Held> among(List<GradeResult> results) {
        Map<String, List<GradeResult>> found = new LinkedHashMap<>();
        for (GradeResult result : results) {
            if (result.status() == Status.GRADED && !result.full()) {
                found.computeIfAbsent(name(result), any -> new ArrayList<>()).add(result);
            }
        }
        return found.entrySet().stream()
                .map(each -> new Held(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(held -> -held.by.size()))
                .toList();
    }

    private String name(GradeResult result) {
        Set<String> lost = result.checks().stream()
                .filter(check -> !check.passed())
                .map(Checked::id)
                .collect(Collectors.toSet());
        String told =
                result.firstFailure().map(check -> check.failure().difference()).orElse("");
        String alike = named.stream()
                .filter(wrong -> Set.copyOf(wrong.loses()).equals(lost))
                .filter(wrong -> wrong.difference().equals(told))
                .map(wrong -> wrong.why().in(language))
                .distinct()
                .collect(Collectors.joining(" " + Message.of("class.or").in(language) + " "));
        return alike.isEmpty() ? check(result) : alike;
    }

    /** Why there are no points at all; else the check that the student is told first, and what it wants. */
    private String check(GradeResult result) {
        String reason = result.reason().in(language);
        String check = result.firstFailure()
                .map(first -> Message.of(
                                "class.check",
                                first.title().in(language),
                                first.intent().in(language))
                        .in(language))
                .orElse("");
        return ShortTexts.cut(reason.isEmpty() ? check : reason, LONGEST);
    }
}
