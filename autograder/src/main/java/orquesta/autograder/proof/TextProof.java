package orquesta.autograder.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.proof.Proof.Claim;
import orquesta.text.Language;
import orquesta.text.Message;

/** What can be shown of an exercise's texts without running anything. */
final class TextProof {
    private static final int HINTS = 3;

    private TextProof() {}

    static List<Claim> claims(ExerciseFolder folder) {
        List<Claim> claims = new ArrayList<>();
        int english = folder.hints(Language.EN).size();
        int spanish = folder.hints(Language.ES).size();
        claims.add(claim(english == HINTS && spanish == HINTS, english + " / " + spanish, "proof.hints"));
        for (String name : List.of("instructions", "hints")) {
            String en = structure(folder.path().resolve(name + ".en.md"));
            String es = structure(folder.path().resolve(name + ".es.md"));
            boolean equal = !en.isEmpty() && en.equals(es);
            claims.add(claim(equal, "en " + en + " es " + es, "proof.structure", name));
        }
        List<String> leaks = Leaks.of(folder);
        claims.add(claim(leaks.isEmpty(), String.join("; ", leaks), "proof.leak"));
        return claims;
    }

    private static Claim claim(boolean holds, String found, String key, Object... args) {
        return new Claim(Message.of(key, args), holds, holds ? "" : found);
    }

    /** Headings by level, list items, table rows, code lines: the shape of a text, whatever its language. */
    private static String structure(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        StringBuilder shape = new StringBuilder();
        boolean code = false;
        for (String line : ExerciseFolder.read(file).lines().toList()) {
            if (line.startsWith("```")) {
                code = !code;
                shape.append('`');
            } else if (code) {
                shape.append('c');
            } else if (line.matches("#+ .*")) {
                shape.append(line, 0, line.indexOf(' '));
            } else if (line.matches("\\s*([-*]|\\d+\\.) .*")) {
                shape.append('-');
            } else if (line.startsWith("|")) {
                shape.append('|');
            }
        }
        return shape.isEmpty() ? "text" : shape.toString();
    }

    /** Files below a folder but for the teacher's. */
    static List<Path> open(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith(".teacher"))
                    .filter(file -> !folder.relativize(file).startsWith("answer"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
