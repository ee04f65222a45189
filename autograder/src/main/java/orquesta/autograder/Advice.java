package orquesta.autograder;

/** What {@link Grader} says beside grading, a hint or the solution: shows itself as text, and in a notebook as Markdown. */
public record Advice(String markdown) {
    /** Code as it is, in this language. */
    static Advice code(String source, String language) {
        return new Advice("```" + language + "\n" + source.strip() + "\n```");
    }

    @Override
    public String toString() {
        return markdown;
    }
}
