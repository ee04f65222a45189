package orquesta.autograder.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orquesta.autograder.result.GradeResult;

/**
 * Whose a submission is, as far as the name says that a learning platform gave it.
 *
 * @param name the name of the submission, where no platform's name is known
 * @param id the platform's number of the student; empty if there is none
 * @param upload what the name of a file begins with that Canvas is to take back; empty elsewhere
 */
public record Student(String name, String id, boolean late, String upload) {
    /** Moodle's {@code Ana Díaz_40123_assignsubmission_file_}, since 4.1 without the last sign, and what lay in it. */
    private static final Pattern MOODLE = Pattern.compile("(.+?)_(\\d+)_assignsubmission_[a-z]+(_.*|/.*)?");
    /**
     * Canvas's {@code diazana_LATE_71_3051_answer}, formerly {@code _late_}: the student, whether late, the student's
     * number, that of the file.
     */
    private static final Pattern CANVAS = Pattern.compile("(([\\p{L}\\p{M}\\p{N}_]+?)(_LATE|_late)?_(\\d+)_\\d+)_.+");

    /** What the grader calls a folder of Gradescope's export, whose own name says nobody's. */
    private static final Pattern GRADESCOPE = Pattern.compile("(.+) \\(submission_(\\d+)\\)(/.*)?");

    public static Student of(GradeResult result) {
        return of(result.subject().submission());
    }

    public static Student of(String submission) {
        Matcher moodle = MOODLE.matcher(submission);
        if (moodle.matches()) {
            return new Student(moodle.group(1), moodle.group(2), false, "");
        }
        Matcher canvas = CANVAS.matcher(submission);
        if (canvas.matches()) {
            return new Student(canvas.group(2), canvas.group(4), canvas.group(3) != null, canvas.group(1));
        }
        Matcher gradescope = GRADESCOPE.matcher(submission);
        return gradescope.matches()
                ? new Student(gradescope.group(1), gradescope.group(2), false, "")
                : new Student(submission, "", false, "");
    }
}
