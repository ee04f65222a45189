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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong answer to E12 loses its checks on every seed, and no other: no seed lets one pass. */
class WrongAnswersTest {
    private static final long SEEDS = 200;
    private static final Path TEACHER = Path.of("E12", ".teacher").toAbsolutePath();

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
        Answer answer =
                answer(TEACHER.resolve("wrong").resolve(wrong.get("name").asText()));
        Set<String> loses = new TreeSet<>();
        wrong.get("loses").forEach(check -> loses.add(check.asText()));

        assertThat(LongStream.range(0, SEEDS))
                .allSatisfy(seed -> assertThat(answer.lost(new Casos().cases(seed)))
                        .as("seed %d", seed)
                        .isEqualTo(loses));
    }

    @Test
    void the_solution_loses_nothing() throws IOException {
        Answer answer = answer(TEACHER.resolve("solution"));

        assertThat(LongStream.range(0, SEEDS))
                .allSatisfy(
                        seed -> assertThat(answer.lost(new Casos().cases(seed))).isEmpty());
    }

    private static Answer answer(Path folder) throws IOException {
        Path target =
                Files.createDirectories(classes.resolve(folder.getFileName().toString()));
        String source = folder.resolve("limpieza/Limpieza.java").toString();
        String path = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", path, "-d", target.toString(), source);
        assertThat(failed).as(source).isZero();
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
