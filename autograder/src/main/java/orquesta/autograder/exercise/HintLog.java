package orquesta.autograder.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many hints of each exercise have been read here. */
public record HintLog(Path cache) {
    public int read(String exercise) {
        Path file = file(exercise);
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        String text = ExerciseFolder.read(file).strip();
        return text.matches("\\d{1,2}") ? Integer.parseInt(text) : 0;
    }

    /** Remembers that a hint was read; never goes back. */
    public void wasRead(String exercise, int hint) {
        try {
            Files.createDirectories(cache);
            String most = String.valueOf(Math.max(hint, read(exercise)));
            Files.writeString(file(exercise), most, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String exercise) {
        return cache.resolve("hints-" + exercise);
    }
}
