package orquesta.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import orquesta.load.Checkout;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.Names;
import orquesta.text.UserException;

/** The files of a new pipeline. Among the examples it is a package, with its test beside those of the others. */
final class NewPipeline {
    private static final String DATA = "datos/lecturas.csv";

    private final String name;
    private final Path folder;
    private final boolean example;
    private final String className;
    private final Map<String, String> gaps = new LinkedHashMap<>();

    NewPipeline(Checkout checkout, String name, Path folder) {
        this.name = name;
        this.folder = folder;
        this.example = checkout.isExample(folder);
        String camel = Names.camel(name);
        this.className = Character.toUpperCase(camel.charAt(0)) + camel.substring(1);
        gaps.put("NAME", name);
        gaps.put("CLASS", className);
        gaps.put("PACKAGE", example ? "package " + name + ";\n\n" : "");
        gaps.put(
                "DATA",
                checkout.base(folder)
                        .relativize(folder.resolve(DATA))
                        .toString()
                        .replace('\\', '/'));
        gaps.put("FOLDER", example ? name : Checkout.quoted(folder.toString()));
        gaps.put("KIT", example ? "./kit" : Checkout.quoted(checkout.script().toString()));
        gaps.put(
                "LIB",
                checkout.script()
                        .resolveSibling(".kit")
                        .resolve("lib")
                        .toString()
                        .replace('\\', '/'));
        gaps.put("DESCRIPTION_1", Message.of("new.readings").toString());
        gaps.put("DESCRIPTION_2", Message.of("new.total").toString());
        gaps.put("NEGATIVE", Message.of("new.negative").toString());
    }

    /** @throws UserException for a name whose class would be taken for a test, or hides one that the files import */
    void write() throws IOException {
        String imports = text("Pipeline.java.txt") + text("Test.java.txt");
        if (className.endsWith("Test") || imports.contains("." + className + ";")) {
            throw new UserException(name, "new.taken", className, name);
        }
        String language = Language.current() == Language.ES ? "es" : "en";
        write("Pipeline.java.txt", folder.resolve(className + ".java"));
        write("Test.java.txt", Checkout.testsOf(folder, example).resolve(className + "Test.java"));
        write("lecturas.csv", folder.resolve(DATA));
        write("README." + language + ".md", folder.resolve("README.md"));
        writeSettings();
    }

    /** What is needed beside sources alone: another source in place of the example's. */
    void write(String source) throws IOException {
        if (className.endsWith("Test") || source.contains("." + className + ";")) {
            throw new UserException(name, "new.taken", className, name);
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(className + ".java"), source);
        writeSettings();
    }

    String className() {
        return className;
    }

    /** The line of a source that names its package; empty outside of the examples. */
    String header() {
        return Objects.requireNonNull(gaps.get("PACKAGE"));
    }

    private void writeSettings() throws IOException {
        if (!example) {
            write("settings.json", folder.resolve(".vscode").resolve("settings.json"));
            write("java.prefs", folder.resolve(".vscode").resolve("java.prefs"));
            Files.writeString(folder.resolve(".gitignore"), ".orquesta/\n");
        }
    }

    private static String text(String template) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(NewPipeline.class.getResourceAsStream("/orquesta/new/" + template), template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void write(String template, Path file) throws IOException {
        String text = text(template);
        for (Map.Entry<String, String> gap : gaps.entrySet()) {
            text = text.replace("@" + gap.getKey() + "@", gap.getValue());
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
