package orquesta.lesson;

import java.util.List;
import java.util.Set;
import orquesta.lesson.Progress.GivenAnswer;
import orquesta.text.Message;

/**
 * How a student stands in a lesson.
 *
 * @param right how many of its questions were ever answered right; {@code firstTry} how many at the first try
 */
record LessonStanding(int questions, int right, int firstTry) {
    /** @param ids of all questions of the lesson, such as {@code L04.exit-code} */
    static LessonStanding of(Set<String> ids, List<GivenAnswer> answers) {
        int right = 0;
        int firstTry = 0;
        for (String id : ids) {
            List<GivenAnswer> mine =
                    answers.stream().filter(answer -> answer.id().equals(id)).toList();
            right += mine.stream().anyMatch(GivenAnswer::right) ? 1 : 0;
            firstTry += !mine.isEmpty() && mine.get(0).right() ? 1 : 0;
        }
        return new LessonStanding(ids.size(), right, firstTry);
    }

    boolean isWhole() {
        return right == questions;
    }

    Message told() {
        return Message.of("course.standing", right, questions, firstTry);
    }
}
