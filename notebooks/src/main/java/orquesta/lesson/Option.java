package orquesta.lesson;

import org.jspecify.annotations.Nullable;

/**
 * One answer to a question.
 *
 * @param text what the student reads; empty where the question asks for a value
 * @param value the value that is this answer; null where the student chooses a letter
 * @param misconception what somebody believes who gives this answer; null for a right one
 * @param reason what is said to whoever gives this answer
 */
record Option(
        String text,
        boolean right,
        @Nullable String value,
        @Nullable Misconception misconception,
        String reason) {
    /** @param id the same in both languages, for counts over a class */
    record Misconception(String id, String name) {}
}
