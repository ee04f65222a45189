package orquesta.notify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import orquesta.alert.Channel;
import orquesta.text.Message;

/** Runs a program with the notice as its standard input, for half a minute at most. */
final class CommandNotifier {
    private static final int SECONDS = 30;
    private static final int LONGEST = 200;

    private final Secrets secrets;

    CommandNotifier(Secrets secrets) {
        this.secrets = secrets;
    }

    void send(Channel.Command to, Notice notice) throws NotSent, InterruptedException {
        try {
            Path said = Files.createTempFile("orquesta-alert", ".in");
            Path printed = Files.createTempFile("orquesta-alert", ".out");
            try { // files, not pipes: a program that reads nothing and prints much cannot hold us up
                Files.writeString(said, notice.text());
                run(to, notice, said, printed);
            } finally {
                Files.deleteIfExists(said);
                Files.deleteIfExists(printed);
            }
        } catch (IOException e) {
            throw new NotSent(false, Message.of("alert.command_start", program(to), secrets.hide("" + e.getMessage())));
        }
    }

    private void run(Channel.Command to, Notice notice, Path said, Path printed)
            throws IOException, NotSent, InterruptedException {
        List<String> words = new ArrayList<>(to.words());
        words.set(0, program(to));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(said.toFile())
                .redirectOutput(printed.toFile());
        builder.environment().put("ORQUESTA_ALERT", notice.subject());
        if (to.folder() != null) {
            builder.directory(to.folder().toFile());
        }
        Process process = builder.start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new NotSent(true, Message.of("alert.command_slow", program(to), SECONDS));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new NotSent(
                    true, Message.of("alert.command_failed", program(to), process.exitValue(), lastLine(printed)));
        }
    }

    /** A path starts at the folder; a bare name is looked for where programs are. */
    private static String program(Channel.Command to) {
        String word = to.words().get(0);
        @Nullable Path folder = to.folder();
        boolean path = word.contains("/") || word.contains("\\");
        return path && folder != null ? folder.resolve(word).normalize().toString() : word;
    }

    private String lastLine(Path printed) throws IOException {
        String text = new String(Files.readAllBytes(printed), StandardCharsets.UTF_8).strip();
        String line = secrets.hide(text.substring(text.lastIndexOf('\n') + 1));
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }
}
