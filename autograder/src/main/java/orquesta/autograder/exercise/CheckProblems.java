package orquesta.autograder.exercise;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.text.Problem;

/** What is wrong with one check, by its kind. */
final class CheckProblems {
    private static final List<String> RULES = List.of("S1", "S2", "S3", "S4", "S5", "S6");
    private static final String TEST = "[\\w.]+#\\w+";

    private final ExerciseFolder folder;
    private final Exercise exercise;
    private final List<Problem> problems;

    CheckProblems(ExerciseFolder folder, Exercise exercise, List<Problem> problems) {
        this.folder = folder;
        this.exercise = exercise;
        this.problems = problems;
    }

    void judge(GradedCheck check) {
        switch (check.kind()) {
            case RULE -> rule(check);
            case TEST -> test(check);
            case ANSWER -> answers(check);
            case FACT -> fact(check);
            case MUTANT -> mutant(check);
            case DATA, TRIAL, RIGHT -> {}
        }
    }

    private void rule(GradedCheck check) {
        if (!RULES.contains(Objects.requireNonNullElse(check.rule(), ""))) {
            add("exercise.rule", check.id(), String.valueOf(check.rule()), String.join(", ", RULES));
        }
    }

    private void test(GradedCheck check) {
        String test = Objects.requireNonNullElse(check.test(), "");
        if (!(test.matches(TEST) && Files.isRegularFile(folder.checks().resolve(file(test))))) {
            add("exercise.test", check.id(), test, test.matches(TEST) ? "checks/" + file(test) : "?");
        }
    }

    /** Where the class of a test stands. */
    private static String file(String test) {
        return test.replaceFirst("#.*", "").replace('.', '/') + ".java";
    }

    private void answers(GradedCheck check) {
        if (check.answers().isEmpty()) {
            add("exercise.missing", check.id() + ".answers");
        }
        Set<String> names = new HashSet<>();
        for (AnswerKey key : check.answers()) {
            if (key.name() == null || !key.name().matches("[\\p{L}\\w]+") || !names.add(key.name())) {
                add("exercise.answer_name", check.id(), String.valueOf(key.name()));
            } else if (key.type() == null) {
                add("exercise.missing", check.id() + "." + key.name() + ".type");
            } else {
                values(check, key);
            }
        }
    }

    private void values(GradedCheck check, AnswerKey key) {
        if (key.stated().isEmpty() && exercise.cases().isEmpty()) {
            add("exercise.answer_value", check.id(), key.name());
        }
        if (key.type() == AnswerKey.Type.CHOICE && key.options().isEmpty()) {
            add("exercise.missing", check.id() + "." + key.name() + ".options");
        }
        if (key.tolerance() != null && !isNumber(key.tolerance())) {
            add("exercise.answer_tolerance", check.id(), key.name(), key.tolerance());
        }
        for (AnswerKey.Misconception wrong : key.wrong()) {
            boolean said = wrong.value() != null
                    || (wrong.name() != null && !exercise.cases().isEmpty());
            if (!said || wrong.says() == null) {
                add("exercise.answer_wrong", check.id(), key.name());
            }
        }
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).signum() >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void fact(GradedCheck check) {
        if (check.fact() == null) {
            add("exercise.missing", check.id() + ".fact");
        } else if (check.fact().ofSomething()
                && Objects.requireNonNullElse(check.of(), "").isBlank()) {
            add("exercise.missing", check.id() + ".of");
        }
    }

    /** A student's copy of the kit has no planted mistakes. */
    private void mutant(GradedCheck check) {
        String name = Objects.requireNonNullElse(check.mutant(), "");
        boolean known = Files.isDirectory(folder.mutants().resolve(name));
        if (name.isEmpty() || (Files.isDirectory(folder.teacher()) && !known)) {
            add("exercise.mutant", check.id(), name);
        }
    }

    private void add(String key, @Nullable Object... args) {
        problems.add(Problem.at(folder.name() + "/exercise.json", key, args));
    }
}
