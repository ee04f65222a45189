package orquesta.autograder.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import orquesta.autograder.exercise.Bilingual;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.exercise.Points;
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
        Bilingual after = folder.explanation();
        boolean both = after.en().isEmpty() == after.es().isEmpty()
                && (after.en().isEmpty() || !after.en().equals(after.es()));
        claims.add(claim(both, after.en() + " / " + after.es(), "proof.after"));
        for (Language language : Language.values()) {
            List<String> untold = untold(folder, language);
            claims.add(claim(untold.isEmpty(), String.join("; ", untold), "proof.points", language.code()));
        }
        List<String> leaks = Leaks.of(folder);
        claims.add(claim(leaks.isEmpty(), String.join("; ", leaks), "proof.leak"));
        return claims;
    }

    private static Claim claim(boolean holds, String found, String key, Object... args) {
        return new Claim(Message.of(key, args), holds, holds ? "" : found);
    }

    /** The rules of the instructions that do not say what the checks about them are worth, with what is missing. */
    private static List<String> untold(ExerciseFolder folder, Language language) {
        List<String> lines =
                ExerciseFolder.read(folder.instructions(language)).lines().toList();
        Map<Integer, Double> points = new TreeMap<>();
        for (GradedCheck check : ExerciseReader.read(folder).checks()) {
            if (check.instruction() != null) {
                points.merge(check.instruction(), check.points(), Double::sum);
            }
        }
        List<String> untold = new ArrayList<>();
        points.forEach((rule, worth) -> {
            String word = Message.of(worth == 1 ? "proof.point" : "proof.many_points", Points.text(worth))
                    .in(language);
            if (lines.stream().noneMatch(line -> line.startsWith(rule + ". ") && line.contains("(" + word + ")"))) {
                untold.add(rule + ". … (" + word + ")");
            }
        });
        return untold;
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
