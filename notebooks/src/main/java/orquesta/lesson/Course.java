package orquesta.lesson;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.autograder.Workplace;
import orquesta.autograder.exercise.Points;
import orquesta.text.Message;

/**
 * The course as a student stands in it: questions answered, points of exercises, what comes next.
 *
 * <pre>{@code
 * Course.map()
 * Course.after("L04")
 * }</pre>
 */
public final class Course {
    private static final String DONE = " ✓";

    private final Desk desk;
    private final List<GradedExercise> tasks;

    Course(Desk desk, List<GradedExercise> tasks) {
        this.desk = desk;
        this.tasks = tasks;
    }

    private static Course here() {
        Desk desk = Desk.here();
        return new Course(desk, GradedExercise.of(Workplace.here(), desk.language()));
    }

    /** All lessons with their exercises, and the sum of it. */
    public static MarkdownCard map() {
        return here().whole();
    }

    /** The end of a lesson: how far one has come in it, and the next one. */
    public static MarkdownCard after(String lesson) {
        return here().end(lesson);
    }

    MarkdownCard whole() {
        Stream<String> lessons = desk.lessons().names().stream().map(this::entry);
        return new MarkdownCard(Stream.concat(lessons, Stream.of("", sum())).collect(Collectors.joining("\n")));
    }

    MarkdownCard end(String lesson) {
        Stream<String> done = Stream.concat(
                Stream.of(say(desk.standing(lesson).told())),
                tasks(lesson).map(task -> say(task.told(desk.language()))));
        Stream<String> next = desk.next(lesson).map(this::say).stream();
        return new MarkdownCard(Stream.concat(done, next).collect(Collectors.joining("\n\n")));
    }

    private String entry(String lesson) {
        LessonStanding standing = desk.standing(lesson);
        boolean done = standing.isWhole() && tasks(lesson).allMatch(GradedExercise::isWhole);
        String head = "- " + desk.lessons().link(lesson) + (done ? DONE : "") + ": " + say(standing.told());
        return Stream.concat(Stream.of(head), tasks(lesson).map(task -> "    - " + line(task)))
                .collect(Collectors.joining("\n"));
    }

    private String line(GradedExercise task) {
        return say(task.told(desk.language())) + (task.isWhole() ? DONE : "");
    }

    private String sum() {
        List<LessonStanding> standings =
                desk.lessons().names().stream().map(desk::standing).toList();
        return say(Message.of(
                "course.sum",
                standings.stream().mapToInt(LessonStanding::right).sum(),
                standings.stream().mapToInt(LessonStanding::questions).sum(),
                tasks.stream().filter(GradedExercise::isWhole).count(),
                tasks.size(),
                Points.text(tasks.stream().mapToDouble(GradedExercise::got).sum(), desk.language()),
                Points.text(tasks.stream().mapToDouble(GradedExercise::points).sum(), desk.language())));
    }

    private Stream<GradedExercise> tasks(String lesson) {
        return tasks.stream().filter(task -> task.lesson().equals(lesson));
    }

    private String say(Message message) {
        return desk.say(message);
    }
}
