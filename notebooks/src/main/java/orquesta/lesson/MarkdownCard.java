package orquesta.lesson;

/**
 * What a lesson says to the student.
 *
 * @param markdown the text as Markdown: signs and words, never a colour alone
 */
public record MarkdownCard(String markdown) {
    /** The text without marks, for a terminal. */
    @Override
    public String toString() {
        return markdown.replace("**", "").replace("  \n", "\n").replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1");
    }
}
