package orquesta.autograder.exercise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked: {@code exercise.json}, as FORMAT.md describes it.
 *
 * @param entry there where a method is called
 * @param points whole or halves
 * @param ordered the checks for which rows come in order; none named at all: every one
 * @param libraries what the answer may use beside the JDK
 * @param cell the method is written in a cell of a notebook: that of the entry, or {@code cellMethod}
 */
public record Exercise(
        int schema,
        String id,
        ExerciseKind kind,
        Bilingual title,
        String lesson,
        int minutes,
        double points,
        List<String> answer,
        List<String> given,
        @Nullable Entry entry,
        List<ComparedColumn> input,
        List<ComparedColumn> output,
        String cases,
        long seed,
        List<GradedCheck> checks,
        @Nullable List<String> ordered,
        List<String> libraries,
        boolean cell,
        @Nullable String cellMethod,
        @Nullable Limits limits) {
    @SuppressWarnings("NullAway") // a file may leave them out
    public Exercise {
        kind = kind == null ? ExerciseKind.FUNCTION : kind;
        given = given == null ? List.of() : given;
        libraries = libraries == null ? List.of() : libraries;
        input = input == null ? List.of() : input;
        output = output == null ? List.of() : output;
        cases = cases == null ? "" : cases;
    }

    /**
     * The method to write: {@code static List<output> method(List<input>)}, or of a table that gives a table.
     *
     * @param declaration of a method of any signature, in place of the others
     */
    public record Entry(
            @JsonProperty("class") String type,
            String method,
            String input,
            String output,
            @Nullable String declaration) {
        @SuppressWarnings("NullAway") // a file may leave them out
        public Entry {
            boolean any = method == null && declaration != null;
            method = any ? Declaration.of(declaration).map(Declaration::method).orElse("") : method;
        }

        /** Of a method of any signature. */
        public Optional<Declaration> signature() {
            return Optional.ofNullable(declaration).flatMap(Declaration::of);
        }
    }

    public record ComparedColumn(
            String name, Type type, @Nullable Compare compare) {
        public boolean byScale() {
            return compare == Compare.SCALE;
        }
    }

    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        DATE,
        /** Nearly equal is equal: what {@code double} holds is seldom exact. */
        DOUBLE;

        @JsonCreator
        static Type of(String name) {
            return Words.of(Type.class, name);
        }
    }

    public enum Compare {
        VALUE,
        SCALE;

        @JsonCreator
        static Compare of(String name) {
            return Words.of(Compare.class, name);
        }
    }

    public enum Kind {
        DATA,
        RULE,
        /** Calls of a method of any signature, judged by the author's validators. */
        TRIAL,
        /** A test of the author's, run on the answer. */
        TEST,
        /** Lines of a text file. */
        ANSWER,
        /** Something that DuckDB's parser says of a query. */
        FACT,
        /** The student's tests pass on right versions. */
        RIGHT,
        /** The student's tests find a planted mistake. */
        MUTANT;

        /** Whether a check of this kind asks the answer something: an empty one breaks no rule, and fails on no right version. */
        public static boolean asksTheAnswer(String code) {
            return !Set.of("rule", "fact", "right").contains(code);
        }

        @JsonCreator
        static Kind of(String name) {
            return Words.of(Kind.class, name);
        }
    }

    public enum Visibility {
        PUBLIC,
        HIDDEN;

        @JsonCreator
        static Visibility of(String name) {
            return Words.of(Visibility.class, name);
        }
    }

    /**
     * One check.
     *
     * @param rule the rule of a check of that kind: {@code S1}
     * @param packages those that the rule speaks of; none: all of the answer
     * @param test the method of a check of that kind: {@code caja.CajaChecks#adds_up}
     * @param answers the lines of a check of that kind, which have all to be right
     * @param fact of a query; {@code of} what it is about
     * @param mutant the name of the planted mistake
     * @param instruction the number of the rule in the instructions that it is about
     */
    public record GradedCheck(
            String id,
            Kind kind,
            @Nullable String rule,
            List<String> packages,
            @Nullable String test,
            List<AnswerKey> answers,
            @Nullable QueryFact fact,
            @Nullable String of,
            @Nullable String mutant,
            double points,
            Visibility visibility,
            Bilingual title,
            Bilingual intent,
            String lesson,
            @Nullable Integer instruction) {
        @SuppressWarnings("NullAway") // a file may leave them out
        public GradedCheck {
            packages = packages == null ? List.of() : packages;
            answers = answers == null ? List.of() : answers;
        }

        public boolean hidden() {
            return visibility == Visibility.HIDDEN;
        }
    }

    /**
     * What the answer may use.
     *
     * @param caseSeconds one call of the method
     * @param totalSeconds all calls together; on the wall four times as much, since a machine may be busy
     */
    public record Limits(int caseSeconds, int totalSeconds, int heapMegabytes) {
        public static final Limits USUAL = new Limits(5, 20, 256);
    }

    public Limits within() {
        return limits == null ? Limits.USUAL : limits;
    }

    /** Whether the rows of an answer have to come in order for this check. */
    public boolean isOrdered(GradedCheck check) {
        return ordered == null ? kind != ExerciseKind.SQL : ordered.contains(check.id());
    }

    public Optional<GradedCheck> check(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    public List<GradedCheck> ofKind(Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind).toList();
    }
}
