package orquesta.autograder.exercise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import orquesta.autograder.files.Places;
import orquesta.text.UserException;

/** A small exercise of a kind, that proves itself: what an author begins with. */
public record Template(ExerciseKind kind) {
    private static final String PLACE = "orquesta/autograder/new/";

    /** Makes the folder of an exercise; one that is there already is left as it is. */
    public ExerciseFolder write(String id, Path exercises) throws IOException {
        if (!id.matches("[\\p{L}\\w-]{1,60}")) {
            throw new UserException(id, "exercise.new_id");
        }
        Path folder = exercises.resolve(id);
        if (Files.exists(folder)) {
            throw new UserException(folder.toString(), "exercise.new_there");
        }
        Path ours = Places.of(Template.class);
        if (Files.isDirectory(ours)) {
            copy(ours.resolve(PLACE + kind.code()), folder);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(ours)) {
                copy(jar.getPath(PLACE + kind.code()), folder);
            }
        }
        Path json = folder.resolve("exercise.json");
        String text = ExerciseFolder.read(json).replaceFirst("\"id\": \"\\w+\"", "\"id\": \"" + id + "\"");
        Files.writeString(json, text, StandardCharsets.UTF_8);
        return new ExerciseFolder(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> inside = Files.walk(from)) {
            for (Path path : inside.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(path));
                }
            }
        }
    }
}
