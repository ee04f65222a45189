package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.compile.CaseLoader;
import orquesta.autograder.compile.Compiler;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.isolation.ChildImage;

class CaseLoaderTest {
    @Test
    void two_lanes_that_compile_the_same_generator_at_once_both_get_it(@TempDir Path cache) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService lanes = Executors.newFixedThreadPool(2);
        try {
            List<Future<List<Case>>> both =
                    List.of(lanes.submit(() -> cases(cache, together)), lanes.submit(() -> cases(cache, together)));

            assertThat(both.get(0).get()).hasSize(7).isEqualTo(both.get(1).get());
        } finally {
            lanes.shutdownNow();
        }
    }

    private static List<Case> cases(Path cache, CyclicBarrier together) throws Exception {
        try (Compiler compiler = new Compiler(image())) {
            compiler.warm();
            together.await();
            return new CaseLoader(cache).cases(Given.t01(), ExerciseReader.read(Given.t01()), 7, compiler);
        }
    }

    private static ChildImage image() throws IOException {
        return Given.workplace().image();
    }
}
