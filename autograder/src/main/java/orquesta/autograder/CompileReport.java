package orquesta.autograder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import orquesta.autograder.compile.CompileError;
import orquesta.autograder.compile.Gloss;
import orquesta.text.Message;

/** The first three errors of the compiler, each with its line and what it means. */
final class CompileReport {
    private static final int SHOWN = 3;

    private CompileReport() {}

    static List<Message> of(List<CompileError> errors) {
        return of(errors, "", Gloss::of);
    }

    /** Of tests: they may use JUnit and AssertJ beside the JDK. */
    static List<Message> ofTests(List<CompileError> errors) {
        return of(errors, "test/", Gloss::ofTest);
    }

    private static List<Message> of(List<CompileError> errors, String folder, Function<CompileError, Message> gloss) {
        List<Message> told = new ArrayList<>();
        for (CompileError error : errors.subList(0, Math.min(SHOWN, errors.size()))) {
            told.add(Message.of(
                    "compile.at",
                    folder + error.file(),
                    error.line(),
                    shown(error),
                    error.message().strip(),
                    gloss.apply(error)));
        }
        if (errors.size() > SHOWN) {
            told.add(Message.of("compile.more", errors.size() - SHOWN));
        }
        return told;
    }

    /** The line of the source, and a mark below the place. */
    private static String shown(CompileError error) {
        if (error.source().isBlank()) {
            return "";
        }
        int column = Math.max(0, Math.min(error.column() - 1, error.source().length()));
        return "\n    " + error.source() + "\n    " + " ".repeat(column) + "^";
    }
}
