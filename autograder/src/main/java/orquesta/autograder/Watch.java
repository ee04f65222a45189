package orquesta.autograder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import orquesta.autograder.files.SourceNames;
import orquesta.text.Message;

/** Does something now and after each change below a folder. Found by polling: it works on every disk. */
final class Watch {
    private static final long LOOK_MILLIS = 200;
    private static final String RULE = "─".repeat(60);

    private final Path folder;
    private final Clock clock;

    Watch(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** What is done at each change. */
    interface Action {
        void run() throws IOException;
    }

    /** Until the thread is interrupted. */
    void run(Action action, Consumer<List<String>> out) throws IOException {
        String seen = stamp();
        action.run();
        String made = stamp();
        seen = seen.isEmpty() ? made : seen;
        waiting(out);
        while (!Thread.currentThread().isInterrupted()) {
            String now = stamp();
            if (!now.equals(seen)) {
                seen = now;
                LocalTime time = LocalTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
                out.accept(List.of("", RULE, Message.of("watch.again", time).toString()));
                action.run();
                waiting(out);
            } else {
                pause();
            }
        }
    }

    private void waiting(Consumer<List<String>> out) {
        out.accept(List.of("", Message.of("watch.waiting", folder).toString()));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Names, sizes and times of the sources. An editor may be replacing one right now: that is seen the next time. */
    private String stamp() throws IOException {
        if (!Files.isDirectory(folder)) {
            return "";
        }
        StringBuilder stamp = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> SourceNames.isAnswer(SourceNames.below(folder, path)))
                    .sorted()
                    .toList()) {
                stamp.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
            }
        } catch (IOException | UncheckedIOException e) {
            return stamp.append("?").toString();
        }
        return stamp.toString();
    }
}
