package orquesta.autograder;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import orquesta.autograder.compile.AnswerGloss;
import orquesta.autograder.compile.CompileError;
import orquesta.autograder.files.ShortTexts;
import orquesta.autograder.submission.JavaText;
import orquesta.text.Message;
import orquesta.text.SourceLine;

/** The first three errors of the compiler, each with its line and what it means. */
final class CompileReport {
    private static final String PACKAGE = "compile.package";
    private static final int SHOWN = 3;
    private static final int WIDTH = 80;
    private static final int LONGEST = 200;

    private CompileReport() {}

    /** A file whose package line does not fit its place comes alone: the other errors follow from it, or come next. */
    static List<Message> of(List<CompileError> errors, Map<String, String> sources) {
        List<Message> told = new ArrayList<>();
        sources.forEach((path, text) -> {
            int name = path.lastIndexOf('/') + 1;
            if (name > 0 && !JavaText.place(path.substring(name), text).equals(path)) {
                String wanted = path.substring(0, name - 1).replace('/', '.');
                told.add(Message.of(PACKAGE, path, wanted));
            }
        });
        return told.isEmpty() ? of(errors, "", AnswerGloss::of) : told;
    }

    /** The same where some files are given: what is wrong in one of those comes from the answer's own. */
    static List<Message> of(List<CompileError> errors, Map<String, String> sources, Collection<String> given) {
        List<CompileError> own =
                errors.stream().filter(error -> !given.contains(error.file())).toList();
        if (!own.isEmpty() || errors.isEmpty()) {
            return of(own, sources);
        }
        CompileError error = errors.get(0);
        return List.of(Message.of(
                "compile.given",
                error.file(),
                error.line(),
                shown(error),
                error.message().strip()));
    }

    /** Of tests that are the answer. */
    static List<Message> ofSuite(List<CompileError> errors, Map<String, String> sources) {
        List<Message> told = of(errors, sources);
        boolean place = told.get(0).key().equals(PACKAGE);
        return place ? told : of(errors, "", AnswerGloss::ofTest);
    }

    /** Of tests: they may use JUnit and AssertJ beside the JDK. */
    static List<Message> ofTests(List<CompileError> errors) {
        return of(errors, "test/", AnswerGloss::ofTest);
    }

    /** The first of these problems on one line: a package line, or an error in the compiler's own words. */
    static Message brief(List<Message> told, List<CompileError> errors) {
        if (told.get(0).key().equals(PACKAGE)) {
            return Message.of("compile.brief_package", told.get(0).args().toArray());
        }
        CompileError error = errors.get(0);
        String words = error.message().strip().replaceAll("\\s*\\R\\s*", ", ").replaceAll("\\s+", " ");
        return Message.of("compile.brief", error.file(), error.line(), ShortTexts.cut(words, LONGEST));
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

    /** The line of the source, and a mark below the place: whole where it is no longer than lines of code should be. */
    private static String shown(CompileError error) {
        String around = SourceLine.around(error.source(), error.column() - 1, WIDTH);
        return error.source().isBlank() ? "" : "\n" + around.indent(4).stripTrailing();
    }
}
