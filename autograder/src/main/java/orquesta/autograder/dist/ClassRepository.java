package orquesta.autograder.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import orquesta.text.Language;

/** What makes a student's copy a repository whose answers are graded where it lives, at each push. */
public final class ClassRepository {
    private static final String TEMPLATE = "/orquesta/autograder/class/github.yml";

    private ClassRepository() {}

    /** Writes the workflow of GitHub Actions, which speaks the language. */
    public static void writeInto(Path copy, Language language) throws IOException {
        Path file = copy.resolve(".github").resolve("workflows").resolve("orquesta.yml");
        Files.createDirectories(file.getParent());
        try (InputStream template =
                Objects.requireNonNull(ClassRepository.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(file, text.replace("ORQUESTA_LANG: en", "ORQUESTA_LANG: " + language.code()));
        }
    }
}
