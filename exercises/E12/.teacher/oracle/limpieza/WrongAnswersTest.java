package limpieza;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import limpieza.Answer.Asked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong answer to E12 loses its checks on every seed, and no other: no seed lets one pass. */
class WrongAnswersTest {
    private static final int SEEDS = 200;
    /** Of an answer with static state, which is loaded anew for each of forty cases: that costs as much as all others together. */
    private static final int FEWER = 20;

    private static final Path TEACHER = Path.of("E12", ".teacher").toAbsolutePath();
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** The jars of the class path stay open from one answer to the next. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    /** By seed: made once, asked of every answer. */
    private static final List<List<Asked>> CASES = LongStream.range(0, SEEDS)
            .mapToObj(seed -> new Casos().cases(seed).stream().map(Asked::of).toList())
            .toList();

    @TempDir
    private static Path classes;

    static Stream<JsonNode> wrong() throws IOException {
        JsonNode all =
                new ObjectMapper().readTree(TEACHER.resolve("wrong/wrong.json").toFile());
        // A rule reads byte code; the author proof asks for it.
        return StreamSupport.stream(all.get("wrong").spliterator(), false)
                .filter(each -> !each.get("difference").asText().equals("rule"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void loses_exactly_its_checks_on_every_seed(JsonNode wrong) throws IOException {
        requireLost(wrong, FEWER);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("wrong")
    void so_does_one_with_static_state_on_all_seeds(JsonNode wrong) throws IOException {
        requireLost(wrong, SEEDS);
    }

    private static void requireLost(JsonNode wrong, int seedsOfStateful) throws IOException {
        Answer answer =
                answer(TEACHER.resolve("wrong").resolve(wrong.get("name").asText()));
        Set<String> loses = new TreeSet<>();
        wrong.get("loses").forEach(check -> loses.add(check.asText()));

        assertThat(IntStream.range(0, answer.isStateful() ? seedsOfStateful : SEEDS))
                .allSatisfy(seed -> assertThat(answer.lost(CASES.get(seed)))
                        .as("seed %d", seed)
                        .isEqualTo(loses));
    }

    @Test
    void the_solution_loses_nothing() throws IOException {
        Answer answer = answer(TEACHER.resolve("solution"));

        assertThat(CASES).allSatisfy(cases -> assertThat(answer.lost(cases)).isEmpty());
    }

    private static Answer answer(Path folder) throws IOException {
        Path target =
                Files.createDirectories(classes.resolve(folder.getFileName().toString()));
        Path source = folder.resolve("limpieza/Limpieza.java");
        List<String> options =
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", target.toString());
        var units = FILES.getJavaFileObjects(source);
        assertThat(COMPILER.getTask(null, FILES, null, options, null, units).call())
                .as(source.toString())
                .isTrue();
        try (Stream<Path> files = Files.walk(target)) {
            List<Path> compiled =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            return Answer.of(
                    compiled,
                    file -> target.relativize(file)
                            .toString()
                            .replace(File.separatorChar, '.')
                            .replaceFirst("[.]class$", ""));
        }
    }
}
