package orquesta.autograder.exercise;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Exercise.Check;
import orquesta.autograder.exercise.Exercise.Kind;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** What is wrong with an exercise that can be read: all of it at once. */
final class ExerciseProblems {
    private static final Set<String> RULES = Set.of("S1");
    private static final String TEST = "[\\w.]+#\\w+";

    private final ExerciseFolder folder;
    private final Exercise exercise;
    private final List<Problem> problems = new ArrayList<>();

    private ExerciseProblems(ExerciseFolder folder, Exercise exercise) {
        this.folder = folder;
        this.exercise = exercise;
    }

    static void require(ExerciseFolder folder, Exercise exercise) {
        ExerciseProblems found = new ExerciseProblems(folder, exercise);
        if (found.nothingIsMissing()) {
            found.judge();
        }
        if (!found.problems.isEmpty()) {
            throw new UserException(found.problems);
        }
    }

    private boolean nothingIsMissing() {
        require("id", exercise.id());
        require("title", exercise.title());
        require("lesson", exercise.lesson());
        require("answer", exercise.answer());
        require("given", exercise.given());
        require("checks", exercise.checks());
        if (problems.isEmpty()) {
            exercise.checks().forEach(this::requireWhole);
        }
        if (problems.isEmpty() && !exercise.ofKind(Kind.DATA).isEmpty()) {
            require("entry", exercise.entry());
            require("input", exercise.input());
            require("output", exercise.output());
            require("cases", exercise.cases());
        }
        return problems.isEmpty();
    }

    private void requireWhole(Check check) {
        require("checks.id", check.id());
        require("checks.kind", check.kind());
        require("checks.visibility", check.visibility());
        require("checks.title", check.title());
        require("checks.intent", check.intent());
        require("checks.lesson", check.lesson());
    }

    private void require(String field, @Nullable Object value) {
        boolean blank = value instanceof Bilingual text
                && (Objects.requireNonNullElse(text.en(), "").isBlank()
                        || Objects.requireNonNullElse(text.es(), "").isBlank());
        if (value == null || value.equals("") || blank) {
            add("exercise.missing", field);
        }
    }

    private void judge() {
        if (exercise.schema() != 1) {
            add("exercise.schema", exercise.schema());
        }
        if (!exercise.id().equals(folder.name())) {
            add("exercise.id", exercise.id(), folder.name());
        }
        int sum = exercise.checks().stream().mapToInt(Check::points).sum();
        if (sum != exercise.points()) {
            add("exercise.points", exercise.points(), sum);
        }
        Set<String> ids = new HashSet<>();
        for (Check check : exercise.checks()) {
            judge(check, ids.add(check.id()));
        }
        for (String check : Objects.requireNonNullElse(exercise.ordered(), List.<String>of())) {
            if (exercise.check(check).filter(it -> it.kind() == Kind.DATA).isEmpty()) {
                add("exercise.ordered", check);
            }
        }
        for (String file : exercise.answer()) {
            requireFile("start/" + file);
        }
        for (String file : exercise.given()) {
            requireFile("start/" + file);
        }
    }

    private void judge(Check check, boolean fresh) {
        if (!check.id().matches("[a-z][a-z0-9_]*") || !fresh) {
            add("exercise.check_id", check.id());
        }
        if (check.points() < 1) {
            add("exercise.check_points", check.id(), check.points());
        }
        if (check.kind() == Kind.RULE && !RULES.contains(Objects.requireNonNullElse(check.rule(), ""))) {
            add("exercise.rule", check.id(), String.valueOf(check.rule()), String.join(", ", RULES));
        }
        String test = Objects.requireNonNullElse(check.test(), "");
        if (check.kind() == Kind.TEST
                && !(test.matches(TEST) && Files.isRegularFile(folder.checks().resolve(file(test))))) {
            add("exercise.test", check.id(), test, test.matches(TEST) ? "checks/" + file(test) : "?");
        }
    }

    /** Where the class of a test stands. */
    private static String file(String test) {
        return test.replaceFirst("#.*", "").replace('.', '/') + ".java";
    }

    private void requireFile(String file) {
        if (!Files.isRegularFile(folder.path().resolve(file))) {
            add("exercise.no_file", file);
        }
    }

    private void add(String key, @Nullable Object... args) {
        problems.add(Problem.at(folder.name() + "/exercise.json", key, args));
    }
}
