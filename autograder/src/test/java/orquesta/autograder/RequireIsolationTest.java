package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.isolation.ChildSandbox;

/** {@code ./kit grade --require-isolation}, with a batch, a zip and an exercise, typed on this machine, and on one whose PATH holds no program of the system. */
class RequireIsolationTest {
    private static final long SECONDS = 120;

    private Path checkout;

    private record Said(int exit, String out, String err) {}

    @BeforeEach
    void one_answer_is_handed_in() throws IOException {
        checkout = Given.checkout(RequireIsolationTest.class);
        Path exercise = checkout.resolve("exercises/T01");
        for (Map.Entry<String, String> source :
                ExerciseFolder.sources(Given.t01().path()).entrySet()) {
            put(exercise.resolve(source.getKey()), source.getValue());
        }
        put(exercise.resolve("exercise.json"), ExerciseFolder.read(Given.t01().json()));
        put(checkout.resolve("handed/ana").resolve(Given.ANSWER), Given.solution());
    }

    @Test
    void a_level_that_the_machine_has_is_used() throws Exception {
        String level = Given.isolation().level().code();

        Said said = batch(System.getenv("PATH"), level);

        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("isolation: " + level + ";").contains("8/8");
        assertThat(checkout.resolve("grades/gradebook.csv")).content().contains("ana,T01,graded,8,8,,," + level);
    }

    @Test
    void a_level_that_the_machine_has_not_is_refused_and_nothing_is_graded() throws Exception {
        String noPrograms = Files.createDirectories(checkout.resolve("empty")).toString();

        Said said = batch(noPrograms, "namespaces"); // the level between is refused below

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).startsWith("isolation: process;");
        assertThat(said.err())
                .contains("--require-isolation", "namespaces is asked for", "offers only process", "another machine");
        assertThat(checkout.resolve("grades")).doesNotExist();
    }

    @Test
    void a_level_that_does_not_exist_is_told_with_those_that_do() throws Exception {
        Said said = batch(System.getenv("PATH"), "namespace");

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err())
                .contains(
                        "\"namespace\" is not a value", "did you mean \"namespaces\"?", "process, limits, namespaces");
    }

    @Test
    void it_is_refused_for_a_zip_and_for_ones_own_answer_too() throws Exception {
        String noPrograms = Files.createDirectories(checkout.resolve("empty")).toString();
        put(checkout.resolve("exercises/T01/answer").resolve(Given.ANSWER), Given.solution());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(checkout.resolve("ana.zip")))) {
            zip.putNextEntry(new ZipEntry("T01/answer/" + Given.ANSWER));
            zip.write(Given.solution().getBytes(StandardCharsets.UTF_8));
        }
        for (String what : List.of("ana.zip", "T01")) {
            Said said = kit(noPrograms, "grade", what, "--require-isolation", "limits");

            assertThat(said.exit()).as(what).isEqualTo(2);
            assertThat(said.err()).contains("limits is asked for", "offers only process");
            assertThat(said.out()).doesNotContain("points");
        }
        Said asRoot = kit(noPrograms, "grade", "ana.zip");
        assertThat(asRoot.exit()).isEqualTo(ChildSandbox.isRoot() ? 2 : 0);
        assertThat(asRoot.out() + asRoot.err())
                .contains(ChildSandbox.isRoot() ? "as an ordinary user" : "8 of 8 points");
        assertThat(kit(noPrograms, "grade", "T01").out()).as("one's own").contains("8 of 8 points");
        assertThat(kit(noPrograms, "grade", "T01", "--tests", "--require-isolation", "limits")
                        .exit())
                .isEqualTo(2);
    }

    private Said batch(String path, String level) throws IOException, InterruptedException {
        return kit(path, "grade", "--batch", "handed", "--require-isolation", level);
    }

    private Said kit(String path, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorquesta.lang=en",
                "-cp",
                System.getProperty("java.class.path"),
                "orquesta.cli.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectOutput(checkout.resolve("out.txt").toFile())
                .redirectError(checkout.resolve("err.txt").toFile());
        builder.environment().put("PATH", path);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Said(
                process.exitValue(),
                Files.readString(checkout.resolve("out.txt")),
                Files.readString(checkout.resolve("err.txt")));
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
