package orquesta.autograder.report;

/** Where a student types; the same step is another command there. */
public enum Frontend {
    TERMINAL("./kit grade %s", "./kit grade %s --tests", "./kit hint %s %d"),
    NOTEBOOK("Grader.check(\"%s\")", "Grader.tests(\"%s\")", "Grader.hint(\"%s\", %d)");

    private final String grade;
    private final String tests;
    private final String hint;

    Frontend(String grade, String tests, String hint) {
        this.grade = grade;
        this.tests = tests;
        this.hint = hint;
    }

    public String grade(String exercise) {
        return grade.formatted(exercise);
    }

    /** Runs the tests that the student sees. */
    public String tests(String exercise) {
        return tests.formatted(exercise);
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
                : text.replaceAll("\\./kit grade (\\w+) --tests", "Grader.tests(\"$1\")")
                        .replaceAll("\\./kit grade (\\w+)", "Grader.check(\"$1\")")
                        .replaceAll("\\./kit hint (\\w+) (\\d+)", "Grader.hint(\"$1\", $2)");
    }
}
