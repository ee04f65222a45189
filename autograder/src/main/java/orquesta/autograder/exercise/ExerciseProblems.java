package orquesta.autograder.exercise;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.exercise.Exercise.Kind;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** What is wrong with an exercise that can be read: all of it at once. */
final class ExerciseProblems {
    private static final List<String> LIBRARIES = List.of("tablesaw", "duckdb");

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
        require("checks", exercise.checks());
        if (problems.isEmpty()) {
            exercise.checks().forEach(this::requireWhole);
        }
        if (problems.isEmpty()) {
            requireWhatChecksAsk();
        }
        return problems.isEmpty();
    }

    private void requireWhatChecksAsk() {
        boolean data = !exercise.ofKind(Kind.DATA).isEmpty();
        boolean called = exercise.kind() != ExerciseKind.SQL;
        if (data) {
            require("output", exercise.output());
            require("cases", exercise.cases());
        }
        if (data && called) {
            require("entry", exercise.entry());
            require("input", exercise.input());
        }
        if (!exercise.ofKind(Kind.TRIAL).isEmpty()) {
            require("cases", exercise.cases());
            requireDeclaration(exercise.entry());
        }
    }

    private void requireDeclaration(Exercise.@Nullable Entry entry) {
        String declared = entry == null ? null : entry.declaration();
        require("entry.class", entry == null ? null : entry.type());
        require("entry.declaration", declared);
        if (entry != null && declared != null && entry.signature().isEmpty()) {
            add("exercise.declaration", declared);
        }
    }

    private void requireWhole(GradedCheck check) {
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
        if (value == null || value.equals("") || value.equals(List.of()) || blank) {
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
        if (exercise.minutes() < 1) {
            add("exercise.missing", "minutes");
        }
        double sum = exercise.checks().stream().mapToDouble(GradedCheck::points).sum();
        if (sum != exercise.points()) {
            add("exercise.points", Points.text(exercise.points()), Points.text(sum));
        }
        for (String library : exercise.libraries()) {
            if (!LIBRARIES.contains(library)) {
                add("exercise.library", library, String.join(", ", LIBRARIES));
            }
        }
        Set<String> ids = new HashSet<>();
        for (GradedCheck check : exercise.checks()) {
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

    private void judge(GradedCheck check, boolean fresh) {
        if (!check.id().matches("[a-z][a-z0-9_]*") || !fresh) {
            add("exercise.check_id", check.id());
        }
        if (check.points() < 0.5 || check.points() * 2 != Math.rint(check.points() * 2)) {
            add("exercise.check_points", check.id(), check.points());
        }
        if (!exercise.kind().checks().contains(check.kind())) {
            String possible = exercise.kind().checks().stream()
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            add(
                    "exercise.check_kind",
                    check.id(),
                    check.kind().name().toLowerCase(Locale.ROOT),
                    exercise.kind().code(),
                    possible);
        }
        new CheckProblems(folder, exercise, problems).judge(check);
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
