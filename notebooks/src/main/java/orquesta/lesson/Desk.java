package orquesta.lesson;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
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
}
