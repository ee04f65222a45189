package orquesta.autograder;

import java.util.List;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.HintLog;
import orquesta.autograder.report.Frontend;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;

/** The hints of one exercise: each weaker than the next, none costs points, all may be read again. */
public final class Hints {
    private final ExerciseFolder folder;
    private final HintLog log;
    private final Frontend frontend;
    private final List<String> all;

    public Hints(Workplace workplace, String exercise, Frontend frontend) {
        this.folder = workplace.exercises().find(exercise);
        this.log = new HintLog(workplace.cache());
        this.frontend = frontend;
        this.all = folder.hints(Language.current());
    }

    /** The first that was not read yet, else the last; 0 if there is none. */
    int next() {
        return Math.min(log.read(folder.name()) + 1, all.size());
    }

    /** The first that was not read yet, else the last. */
    public Advice read() {
        return read(next());
    }

    /** One hint with its head; remembers that it was read. */
    public Advice read(int number) {
        if (all.isEmpty()) {
            throw new UserException(folder.name(), "hint.none");
        }
        if (number < 1 || number > all.size()) {
            throw new UserException(folder.name(), "hint.number", number, all.size(), frontend.hint(folder.name(), 1));
        }
        log.wasRead(folder.name(), number);
        Message head = Message.of("hint.head", folder.name(), number, all.size());
        String[] hint = all.get(number - 1).split("\n", 2);
        String text = hint.length == 1 ? "" : frontend.retold(hint[1]);
        return new Advice(head + "\n\n" + frontend.head(hint[0]) + "\n" + text);
    }

    /** The strongest hint, below a sentence of ours. */
    Advice last(Message why) {
        return new Advice(why + "\n\n" + read(all.size()).markdown());
    }
}
