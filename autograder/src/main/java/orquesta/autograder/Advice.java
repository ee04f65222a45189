package orquesta.autograder;

/** What {@link Grader} says beside grading, a hint or the solution: shows itself as text, and in a notebook as Markdown. */
public record Advice(String markdown) {
    /** Java as it is. */
    static Advice code(String source) {
        return new Advice("```java\n" + source.strip() + "\n```");
    }

    @Override
    public String toString() {
        return markdown;
    }
}
