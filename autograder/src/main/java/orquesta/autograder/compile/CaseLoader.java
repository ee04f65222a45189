package orquesta.autograder.compile;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.CaseSource;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.exercise.Exercise.Kind;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.files.Hash;
import orquesta.autograder.files.Places;
import orquesta.autograder.files.WorkFolder;
import orquesta.text.Problem;
import orquesta.text.UserException;

/** Compiles the generator of an exercise, once for each version of it, and asks it for cases. */
public final class CaseLoader {
    /** What a generator may use beside the JDK: it may read data of the kit. */
    private static final List<Path> LIBRARIES = List.of(
            Places.of(CaseSource.class),
            Places.of(Nullable.class),
            Places.of(ObjectMapper.class),
            Places.of(JsonParser.class),
            Places.of(JsonValue.class));

    private final Path cache;

    public CaseLoader(Path cache) {
        this.cache = cache;
    }

    /** The generator; its class stays loaded, since what it makes may hold code of its own. */
    public <T> T source(ExerciseFolder folder, Exercise exercise, Compiler compiler, Class<T> type) throws IOException {
        Path classes = compiled(folder, compiler);
        try {
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {classes.toUri().toURL()}, CaseSource.class.getClassLoader());
            return type.cast(loader.loadClass(exercise.cases()).getConstructor().newInstance());
        } catch (ReflectiveOperationException | ClassCastException e) {
            String wanted = type.getSimpleName();
            throw new UserException(
                    folder.name() + "/cases", "exercise.no_cases", exercise.cases(), e.toString(), wanted);
        }
    }

    public List<Case> cases(ExerciseFolder folder, Exercise exercise, long seed, Compiler compiler) throws IOException {
        List<Case> cases = source(folder, exercise, compiler, CaseSource.class).cases(seed);
        requireUsable(folder, exercise, cases);
        return cases;
    }

    private Path compiled(ExerciseFolder folder, Compiler compiler) throws IOException {
        SortedMap<String, String> sources = ExerciseFolder.sources(folder.cases());
        Path ours = Places.of(CaseSource.class);
        Path classes = cache.resolve("cases-" + Hash.of(sources, ours + Places.stamp(ours)));
        if (Files.isDirectory(classes)) {
            return classes;
        }
        Path work = WorkFolder.fresh(cache);
        try {
            Compiler.Outcome outcome =
                    compiler.compile(sources, work.resolve("src"), work.resolve("classes"), LIBRARIES);
            if (!outcome.compiled()) {
                throw new UserException(problems(folder, outcome.errors()));
            }
            keep(work.resolve("classes"), classes);
            return classes;
        } finally {
            Places.delete(work);
        }
    }

    static void keep(Path fresh, Path classes) throws IOException {
        try {
            Files.move(fresh, classes, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(classes)) { // else another lane compiled the same at the same time, and was first
                throw e;
            }
        }
    }

    private static List<Problem> problems(ExerciseFolder folder, List<CompileError> errors) {
        List<Problem> problems = new ArrayList<>();
        for (CompileError error : errors) {
            String place = folder.name() + "/cases/" + error.file() + ":" + error.line();
            problems.add(Problem.at(place, "exercise.cases_compile", error.message()));
        }
        if (problems.isEmpty()) {
            problems.add(Problem.at(folder.name() + "/cases", "exercise.cases_compile", "-"));
        }
        return problems;
    }

    private static void requireUsable(ExerciseFolder folder, Exercise exercise, List<Case> cases) {
        List<Problem> problems = new ArrayList<>();
        String place = folder.name() + "/cases";
        for (Case each : cases) {
            boolean known = exercise.check(each.check())
                    .filter(check -> check.kind() == Kind.DATA)
                    .isPresent();
            if (!known) {
                problems.add(Problem.at(place, "exercise.case_check", each.check()));
            }
            boolean widths = each.input().stream()
                            .allMatch(row ->
                                    row.values().size() == exercise.input().size())
                    && each.expected().stream()
                            .allMatch(row ->
                                    row.values().size() == exercise.output().size());
            if (!widths) {
                problems.add(Problem.at(place, "exercise.case_width", each.check()));
            }
        }
        for (GradedCheck check : exercise.ofKind(Kind.DATA)) {
            if (cases.stream().noneMatch(each -> each.check().equals(check.id()))) {
                problems.add(Problem.at(place, "exercise.case_missing", check.id()));
            }
        }
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
    }
}
