package orquesta.lesson;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import orquesta.load.Checkout;
import orquesta.text.Language;
import orquesta.text.Message;

/** Where a student works: what is asked there, where answers are kept, and in which language all is said. */
record Desk(Lessons lessons, Progress progress) {
    /** The desk of this process: lessons of the checkout, progress in the home. */
    static Desk here() {
        Checkout checkout = new Checkout(Path.of(""));
        Path folder = checkout.base(Path.of("")).resolve("notebooks").resolve("questions");
        return new Desk(
                new Lessons(folder, Language.current()),
                new Progress(checkout.home(null), Clock.system(ZoneId.systemDefault())));
    }

    Language language() {
        return lessons.language();
    }

    String say(Message message) {
        return message.in(language());
    }

    LessonStanding standing(String lesson) {
        return LessonStanding.of(lessons.ids(lesson), progress.answers());
    }

    /** Which lesson comes after one; nothing after the last. */
    Optional<Message> next(String lesson) {
        return lessons.names().stream()
                .filter(name -> name.compareTo(lesson) > 0)
                .findFirst()
                .map(name -> Message.of("course.next", lessons.link(name)));
    }

    /** The line below each answer: how far one has come in its lesson, and what comes next. */
    String line(String question) {
        String lesson = Lessons.lessonOf(question);
        String standing = say(standing(lesson).told());
        return next(lesson).map(next -> standing + " " + say(next)).orElse(standing);
    }
}
