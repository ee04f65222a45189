package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.batch.Batch;
import orquesta.autograder.batch.BatchScope;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.result.GradeResult;

/** What a batch starts beside the marks. */
class KeptBatchTest {
    @TempDir
    private Path folder;

    /** Names the children of this process that were not there before, whenever a result is told. */
    private static final class Children implements Batch.Progress {
        private final Set<Long> before = now();
        private final List<String> told = new ArrayList<>();

        private static Set<Long> now() {
            return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
        }

        @Override
        public void graded(GradeResult result) {
            tell("graded");
        }

        @Override
        public void kept(GradeResult result) {
            tell("kept");
        }

        private void tell(String what) {
            told.add(what + (before.containsAll(now()) ? "" : " by children"));
        }
    }

    @Test
    void a_batch_that_keeps_every_result_starts_no_compile_worker() throws IOException {
        Path exercise = folder.resolve("checkout/exercises/T01");
        ExerciseFolder.sources(Given.t01().path()).forEach((name, source) -> put(exercise.resolve(name), source));
        put(exercise.resolve("exercise.json"), ExerciseFolder.read(Given.t01().json()));
        put(folder.resolve("handed/ana/" + Given.ANSWER), Given.solution());

        assertThat(told()).containsExactly("graded by children");
        assertThat(told()).containsExactly("kept");
    }

    private List<String> told() throws IOException {
        Workplace shared = Given.workplace();
        Workplace workplace = new Workplace(folder.resolve("checkout"), shared.cache(), shared.clock());
        List<Compiler> taken = idleWorkers();
        try {
            Children children = new Children();
            new Batch(workplace, Given.isolation(), folder.resolve("out"), 1)
                    .grade(folder.resolve("handed"), BatchScope.ALL, children);
            return children.told;
        } finally {
            taken.forEach(Compiler::close);
        }
    }

    /** All that earlier tests left in this process: a batch that found one would start none. */
    private static List<Compiler> idleWorkers() throws IOException {
        List<Compiler> taken = new ArrayList<>();
        Set<Long> before;
        do {
            before = Children.now();
            Compiler compiler = new Compiler(Given.image());
            taken.add(compiler);
            compiler.warm();
        } while (before.containsAll(Children.now()));
        return taken;
    }

    private static void put(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
