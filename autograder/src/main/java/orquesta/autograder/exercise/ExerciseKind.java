package orquesta.autograder.exercise;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import orquesta.autograder.exercise.Exercise.Kind;
import orquesta.text.UserException;

/** How an answer is run and judged. */
public enum ExerciseKind {
    /** One static method: lists of records in and out. */
    FUNCTION(".java"),
    /** Lines of a text file; nothing is run. */
    ANSWERS(".txt"),
    /** A query, on files of data. */
    SQL(".sql"),
    /** The student's tests, on right versions and planted mistakes. */
    TESTS(".java"),
    /** Several packages: what they compute, and how they are built. */
    SHAPE(".java"),
    /** One static method of any signature, judged by validators. */
    PROGRAM(".java"),
    /** Definitions, run by the orchestrator on planted data and a virtual clock. */
    PIPELINE(".java");

    private final String extension;

    ExerciseKind(String extension) {
        this.extension = extension;
    }

    @JsonCreator
    static ExerciseKind of(String name) {
        return Words.of(ExerciseKind.class, name);
    }

    /** A kind by its name, as somebody has typed it. */
    public static ExerciseKind named(String name) {
        try {
            return of(name);
        } catch (Words.UnknownWord e) {
            throw new UserException("--kind", "exercise.kind", e.what());
        }
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** With its dot. */
    public String extension() {
        return extension;
    }

    /** Something that changes the text of an answer, and not what it does. */
    public String touch() {
        return switch (this) {
            case ANSWERS -> "\ntocado = 1\n";
            case SQL -> "\n;\n";
            default -> "\ninterface Tocado {}\n";
        };
    }

    /** The kinds of checks that it may have. */
    public Set<Kind> checks() {
        return switch (this) {
            case FUNCTION -> EnumSet.of(Kind.DATA, Kind.RULE, Kind.TEST);
            case ANSWERS -> EnumSet.of(Kind.ANSWER);
            case SQL -> EnumSet.of(Kind.DATA, Kind.FACT);
            case TESTS -> EnumSet.of(Kind.RIGHT, Kind.MUTANT);
            case SHAPE -> EnumSet.of(Kind.DATA, Kind.RULE, Kind.TEST);
            case PROGRAM -> EnumSet.of(Kind.TRIAL, Kind.RULE, Kind.TEST);
            case PIPELINE -> EnumSet.of(Kind.TRIAL, Kind.RULE);
        };
    }
}
