package orquesta.autograder;

/**
 * What {@link Grader} says of an answer: shows itself as text, and in a notebook as HTML.
 *
 * @param html a part of a page; every text of a student's is escaped in it
 */
public record Feedback(String text, String html) {
    @Override
    public String toString() {
        return text;
    }
}
