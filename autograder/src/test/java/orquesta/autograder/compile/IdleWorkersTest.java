package orquesta.autograder.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.isolation.ChildImage;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there no worker stays")
class IdleWorkersTest {
    private static final SortedMap<String, String> SOURCES = new TreeMap<>(Map.of("a/A.java", "package a; class A {}"));

    @TempDir
    private Path folder;

    /** What was put off: a minute is over when a test says so. */
    private final List<Runnable> later = new ArrayList<>();

    private final IdleWorkers idle = new IdleWorkers(later::add);
    private ChildImage image;

    @BeforeEach
    void an_image() throws IOException {
        image = ChildImage.in(
                Path.of("target", "autograder").toAbsolutePath()); // where other tests have made the archive
    }

    @AfterEach
    void nobody_stays() {
        later.forEach(Runnable::run);
    }

    @Test
    void the_worker_of_a_compiler_that_was_closed_compiles_for_the_next_one_of_its_image() throws IOException {
        assertThat(compiled(SOURCES)).isTrue();
        Process worker = idle.take(image).orElseThrow();
        idle.put(image, worker);

        assertThat(compiled(new TreeMap<>(Map.of("b/B.java", "package b; class B { a.A a; }"))))
                .as("it knows nothing of the answer before")
                .isFalse();
        assertThat(idle.take(ChildImage.in(folder.resolve("elsewhere")))).isEmpty();
        assertThat(idle.take(image)).contains(worker);
        assertThat(idle.take(image)).as("it has one owner").isEmpty();
        idle.put(image, worker);
    }

    @Test
    void one_that_nobody_took_ends_when_its_minute_is_over_and_the_minute_begins_anew_with_each_rest()
            throws IOException {
        compiled(SOURCES);
        Process worker = idle.take(image).orElseThrow();
        idle.put(image, worker);

        later.remove(0).run();
        assertThat(worker.isAlive()).as("the minute of the first rest").isTrue();
        later.remove(0).run();
        assertThat(worker.isAlive()).isFalse();
        assertThat(idle.take(image)).isEmpty();
    }

    @Test
    void one_that_has_ended_by_itself_is_given_to_nobody() throws Exception {
        compiled(SOURCES);
        Process worker = idle.take(image).orElseThrow();
        idle.put(image, worker);
        worker.destroyForcibly().waitFor();

        assertThat(idle.take(image)).isEmpty();
    }

    @Test
    void one_that_owes_a_reply_does_not_stay() throws IOException {
        try (Compiler compiler = new Compiler(image, null, idle)) {
            assertThatThrownBy(() ->
                            compiler.compile(SOURCES, folder.resolve("src"), folder.resolve("out"), interrupting()))
                    .isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(idle.take(image)).isEmpty();
    }

    private boolean compiled(SortedMap<String, String> sources) throws IOException {
        Path classes = folder.resolve("classes-" + sources.firstKey().charAt(0));
        try (Compiler compiler = new Compiler(image, null, idle)) {
            return compiler.compile(sources, folder.resolve("src"), classes, List.of(classes))
                    .compiled();
        }
    }

    /** A class path that is read just before the worker is asked: its reader is interrupted then. */
    private List<Path> interrupting() {
        return new AbstractList<>() {
            @Override
            public Path get(int index) {
                Thread.currentThread().interrupt();
                return folder;
            }

            @Override
            public int size() {
                return 1;
            }
        };
    }
}
