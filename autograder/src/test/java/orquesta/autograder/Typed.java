package orquesta.autograder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import orquesta.cli.Main;

/** Commands, typed in this JVM, or one after the other in one of another PATH, which no test can give its own. */
final class Typed {
    private static final long SECONDS = 240;

    private Typed() {}

    record Said(int exit, String out, String err) {}

    /** What a command says that is typed in this JVM. */
    static Said here(String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        Locale locale = Locale.getDefault();
        var said = new ByteArrayOutputStream();
        var told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            int exit = Main.run(words);
            return new Said(exit, said.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            Locale.setDefault(locale);
        }
    }

    /** Each line of the first file is a command; what became of it stands in files beside that, by its number. */
    public static void main(String[] words) throws IOException {
        Path commands = Path.of(words[0]);
        int number = 0;
        for (String command : Files.readAllLines(commands)) {
            try (PrintStream out = stream(commands, number, "out");
                    PrintStream err = stream(commands, number, "err")) {
                System.setOut(out);
                System.setErr(err);
                int exit = Main.run(command.split(" "));
                Files.writeString(file(commands, number, "exit"), String.valueOf(exit));
            }
            number++;
        }
        System.exit(0);
    }

    private static PrintStream stream(Path commands, int number, String what) throws IOException {
        return new PrintStream(Files.newOutputStream(file(commands, number, what)), true, StandardCharsets.UTF_8);
    }

    private static Path file(Path commands, int number, String what) {
        return commands.resolveSibling(commands.getFileName() + "." + number + "." + what);
    }

    /** What each command says in a checkout, on a machine of this PATH. */
    static List<Said> in(Path checkout, String path, List<String> commands) throws IOException, InterruptedException {
        Path file = Files.write(checkout.resolve("typed"), commands);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dorquesta.lang=en",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Typed.class.getName(),
                        file.toString())
                .directory(checkout.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PATH", path);
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("still typing: " + commands);
            }
        } finally {
            process.destroyForcibly();
        }
        List<Said> said = new ArrayList<>();
        for (int number = 0; number < commands.size(); number++) {
            said.add(new Said(
                    Integer.parseInt(Files.readString(file(file, number, "exit"))),
                    Files.readString(file(file, number, "out")),
                    Files.readString(file(file, number, "err"))));
        }
        return said;
    }
}
