package orquesta.autograder.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.judge.Difference;
import orquesta.autograder.judge.DifferenceKind;
import orquesta.text.Message;

/**
 * How a check failed.
 *
 * @param difference the class of the difference; empty where nothing failed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CheckFailure(
        String difference, Bilingual what, List<Bilingual> details, Difference.@Nullable Sample sample) {
    public static final CheckFailure NONE = new CheckFailure("", Bilingual.NONE, List.of(), null);
    private static final Set<String> UNANSWERED = Set.of(
            DifferenceKind.ENDED.code(),
            DifferenceKind.NOT_REACHED.code(),
            DifferenceKind.THREW.code(),
            DifferenceKind.NO_LIST.code());

    /** The sentence without types, places and names that the answer chose: nothing of a hidden row goes that way. */
    public Bilingual withoutAnswer() {
        return switch (difference) {
            case "threw" -> Bilingual.of(Message.of("hidden.threw"));
            case "ended" -> Bilingual.of(Message.of("hidden.ended"));
            case "no_list" -> Bilingual.of(Message.of("hidden.no_list"));
            case "rule" -> Bilingual.of(Message.of("hidden.rule"));
            case "right_fails" -> Bilingual.of(Message.of("hidden.right_fails"));
            default -> what;
        };
    }

    /** There was no table to compare: the code ended, threw, or returned something else. */
    @JsonIgnore
    public boolean unanswered() {
        return UNANSWERED.contains(difference);
    }

    /** The code was stopped, or stopped itself. */
    @JsonIgnore
    public boolean ended() {
        return difference.equals(DifferenceKind.ENDED.code());
    }

    /** It says nothing of this check: another one has used up the time. */
    @JsonIgnore
    public boolean notReached() {
        return difference.equals(DifferenceKind.NOT_REACHED.code());
    }
}
