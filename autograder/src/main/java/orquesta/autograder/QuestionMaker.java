package orquesta.autograder;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import orquesta.autograder.compile.CaseLoader;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.compile.UsableTrials;
import orquesta.autograder.compile.VersionLoader;
import orquesta.autograder.evidence.DataFolders;
import orquesta.autograder.exercise.AnswerKey;
import orquesta.autograder.exercise.AnswerSource;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.Kind;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseKind;
import orquesta.autograder.exercise.TrialSource;
import orquesta.autograder.files.WorkFolder;
import orquesta.autograder.isolation.Archives;
import orquesta.autograder.isolation.ChildImage;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Has the generator of an exercise make what an answer is asked, by the kinds of its checks. */
record QuestionMaker(ExerciseFolder folder, Exercise exercise, Path cache, Compiler compiler) {
    Questions questions(long seed) throws IOException {
        if (!exercise.ofKind(Kind.ANSWER).isEmpty()) {
            return answers(seed);
        }
        if (exercise.kind() == ExerciseKind.TESTS) {
            ChildImage image = ChildImage.ofTests(cache);
            new Archives(image).ensureOfTests();
            return new Questions.Versions(new VersionLoader(cache).compiled(folder, exercise, compiler), image);
        }
        if (exercise.kind() == ExerciseKind.SQL) {
            return queries(seed);
        }
        Optional<ChildImage> image = image();
        if (!exercise.ofKind(Kind.TRIAL).isEmpty()) {
            TrialSource source = new CaseLoader(cache).source(folder, exercise, compiler, TrialSource.class);
            return new Questions.Trials(UsableTrials.of(folder, exercise, source.trials(seed)), image);
        }
        if (exercise.ofKind(Kind.DATA).isEmpty()) {
            return new Questions.Nothing();
        }
        return new Questions.Cases(new CaseLoader(cache).cases(folder, exercise, seed, compiler), image);
    }

    /** What the answer may use beside the JDK. */
    private Optional<ChildImage> image() throws IOException {
        if (exercise.kind() == ExerciseKind.PIPELINE) {
            return Optional.of(Workplace.pipelineImage(cache));
        }
        return exercise.libraries().isEmpty() ? Optional.empty() : Optional.of(Workplace.tableImage(cache));
    }

    /** With the files of all cases, written once. */
    private Questions queries(long seed) throws IOException {
        List<Case> cases = new CaseLoader(cache).cases(folder, exercise, seed, compiler);
        Path data = WorkFolder.fresh(cache).resolve("data");
        try {
            DataFolders.write(cases, data);
        } catch (SQLException e) {
            throw new UserException(folder.name() + "/cases", "exercise.data", e.getMessage());
        }
        return new Questions.Queries(cases, data, Workplace.sqlImage(cache));
    }

    /** Those that exercise.json states, and those that the generator says. */
    private Questions answers(long seed) throws IOException {
        Map<String, String> values = new TreeMap<>();
        if (!exercise.cases().isEmpty()) {
            AnswerSource source = new CaseLoader(cache).source(folder, exercise, compiler, AnswerSource.class);
            values.putAll(source.answers(seed, folder.kit()));
        }
        List<Problem> problems = new ArrayList<>();
        for (Exercise.GradedCheck check : exercise.ofKind(Kind.ANSWER)) {
            check.answers().forEach(key -> complete(key, values, problems));
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return new Questions.Answers(values);
    }

    private void complete(AnswerKey key, Map<String, String> values, List<Problem> problems) {
        if (!key.stated().isEmpty()) {
            values.put(key.name(), key.stated().get(0));
        }
        require(key.name(), values, problems);
        for (AnswerKey.Misconception wrong : key.wrong()) {
            String name = key.name() + "." + wrong.name();
            if (wrong.value() == null) {
                require(name, values, problems);
            } else if (wrong.name() != null) {
                values.put(name, wrong.value());
            }
        }
    }

    private void require(String name, Map<String, String> values, List<Problem> problems) {
        if (!values.containsKey(name)) {
            problems.add(Problem.at(folder.name() + "/cases", "exercise.no_value", name));
        }
    }
}
