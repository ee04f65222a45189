package orquesta.autograder.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.Status;
import orquesta.autograder.result.ResultJson;

/** The results of a batch as they come, one line each, on disk before the next: a killed batch goes on from here. */
final class Journal implements AutoCloseable {
    private final Map<String, GradeResult> known = new HashMap<>();
    private final String engine;
    private final FileChannel channel;

    private Journal(String engine, FileChannel channel) {
        this.engine = engine;
        this.channel = channel;
    }

    /**
     * Opens the one of a folder.
     *
     * @param engine the version of the code that grades: what another one found is not believed
     */
    static Journal of(String engine, Path folder) throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Journal journal = new Journal(
                engine,
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        for (String line : Files.readString(file).split("\n")) {
            journal.read(line);
        }
        if (Files.size(file) > 0 && !Files.readString(file).endsWith("\n")) {
            journal.append("\n"); // the line that was being written when it was killed
        }
        return journal;
    }

    private void read(String line) {
        int tab = line.indexOf('\t');
        if (tab < 0) {
            return;
        }
        try {
            GradeResult result = ResultJson.read(line.substring(tab + 1));
            if (result.status() != Status.INFRA_ERROR) {
                known.put(line.substring(0, tab), result);
            }
        } catch (IOException e) {
            // Half a line: that submission is graded again.
        }
    }

    /** The result of the same submission, exercise and engine. */
    synchronized Optional<GradeResult> find(String key) {
        return Optional.ofNullable(known.get(engine + key));
    }

    synchronized void add(String key, GradeResult result) throws IOException {
        known.put(engine + key, result);
        append(engine + key + "\t" + ResultJson.line(result) + "\n");
        channel.force(false);
    }

    private void append(String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
