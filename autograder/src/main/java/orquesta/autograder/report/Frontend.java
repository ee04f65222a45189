package orquesta.autograder.report;

/** Where a student types; the same step is another command there. */
public enum Frontend {
    TERMINAL("./kit grade %s", "./kit hint %s %d"),
    NOTEBOOK("Grader.check(\"%s\")", "Grader.hint(\"%s\", %d)");

    private final String grade;
    private final String hint;

    Frontend(String grade, String hint) {
        this.grade = grade;
        this.hint = hint;
    }

    public String grade(String exercise) {
        return grade.formatted(exercise);
    }

    public String hint(String exercise, int number) {
        return hint.formatted(exercise, number);
    }

    /** The head of a text: a notebook reads Markdown. */
    public String head(String line) {
        return this == TERMINAL ? line : "**" + line + "**";
    }

    /** A text that an author wrote with the commands of a terminal, with those of this place. */
    public String retold(String text) {
        return this == TERMINAL
                ? text
                : text.replaceAll("\\./kit grade (\\w+)", "Grader.check(\"$1\")")
                        .replaceAll("\\./kit hint (\\w+) (\\d+)", "Grader.hint(\"$1\", $2)");
    }
}
