package orquesta.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import orquesta.text.Language;

/** A desk with a lesson of three questions, at a fixed time. */
final class Desks {
    private static final String LESSON = """
            {"title": "L90 · A lesson",
             "predictions": {"bet": {}, "rename": {"a": "It stops.", "b": "It is wrong."}},
             "questions": {
              "exit-code": {"kind": "choice", "text": "Exit code 0?", "hint": "", "options": [
               {"text": "All is right.", "right": false, "value": null, "reason": "Only errors change it.",
                "misconception": {"id": "exit_zero_is_right", "name": "Exit code 0 means right data"}},
               {"text": "No error.", "right": true, "value": null, "reason": "Nothing more.", "misconception": null}]},
              "poll": {"kind": "several", "text": "Fruits?", "hint": "", "options": [
               {"text": "Apple", "right": true, "value": null, "reason": "From a tree.", "misconception": null},
               {"text": "Bread", "right": false, "value": null, "reason": "From an oven.",
                "misconception": {"id": "food_is_fruit", "name": "All food is fruit"}},
               {"text": "Pear", "right": true, "value": null, "reason": "A tree too.", "misconception": null}]},
              "lost": {"kind": "value", "text": "How much?", "hint": "Subtract.", "options": [
               {"text": "", "right": true, "value": "2986.02", "reason": "That is gone.", "misconception": null},
               {"text": "", "right": false, "value": "703.98", "reason": "That is left.",
                "misconception": {"id": "left_is_lost", "name": "What is left was lost"}}]}}}
            """;

    private Desks() {}

    /** A second lesson after it, without questions. */
    static void nextLesson(Path folder) throws IOException {
        String empty = "{\"title\": \"L91 · The next\", \"predictions\": {}, \"questions\": {}}";
        Files.writeString(folder.resolve("L91.json"), "{\"en\": " + empty + ", \"es\": " + empty + "}");
    }

    static Desk in(Path folder, Language language) throws IOException {
        Files.writeString(folder.resolve("L90.json"), "{\"en\": " + LESSON + ", \"es\": " + LESSON + "}");
        Clock noon = Clock.fixed(Instant.parse("2026-03-02T15:00:00Z"), ZoneId.of("America/Santiago"));
        return new Desk(new Lessons(folder, language), new Progress(folder.resolve("home"), noon));
    }
}
