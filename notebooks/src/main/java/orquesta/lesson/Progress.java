package orquesta.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.text.Message;

/** What a student answered and predicted: a file in the home, one JSON object a line, only ever added to. */
record Progress(Path home, Clock clock) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Path file() {
        return home.resolve("progress.jsonl");
    }

    /** Adds a line; if that cannot be done, the sentence that says so, since no lesson stops for it. */
    Optional<Message> add(String kind, String id, Map<String, ?> what) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        line.put("at", DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").format(now));
        line.put("kind", kind);
        line.put("id", id);
        line.putAll(what);
        try {
            Files.createDirectories(home);
            String text = JSON.writeValueAsString(line) + "\n";
            Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Message.of("lesson.unrecorded", file()));
        }
    }

    /** The last prediction of an id, if there is one. */
    Optional<String> prediction(String id) {
        return lines("prediction")
                .filter(line -> line.path("id").asText().equals(id))
                .map(line -> line.path("predicted").asText())
                .reduce((earlier, later) -> later);
    }

    /** An answer to a question. */
    record GivenAnswer(String id, boolean right) {}

    /** All answers, in the order of time. */
    List<GivenAnswer> answers() {
        return lines("answer")
                .map(line -> new GivenAnswer(
                        line.path("id").asText(), line.path("right").asBoolean()))
                .toList();
    }

    private Stream<JsonNode> lines(String kind) {
        try {
            List<String> lines = Files.exists(file()) ? Files.readAllLines(file()) : List.of();
            return lines.stream()
                    .map(Progress::parsed)
                    .filter(line -> line.path("kind").asText().equals(kind));
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }

    /** A line that a killed process left half written counts for nothing. */
    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
