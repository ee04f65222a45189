package orquesta.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.Workplace;
import orquesta.autograder.exercise.TryLog;
import orquesta.text.Language;
import picocli.CommandLine;

class CourseTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private Workplace workplace;

    @BeforeEach
    void sit() throws IOException {
        desk = Desks.in(folder, Language.EN);
        Desks.nextLesson(folder);
        workplace = new Workplace(folder, folder.resolve("cache"), Clock.systemUTC());
        exercise("E90", "L90", 20);
        exercise("E91", "L91", 5);
    }

    private void exercise(String name, String lesson, int points) throws IOException {
        Path place = Files.createDirectories(folder.resolve("exercises").resolve(name));
        Files.writeString(
                place.resolve("exercise.json"),
                "{\"id\": \"%s\", \"title\": {\"en\": \"Do it\", \"es\": \"Hazlo\"}, \"lesson\": \"%s\", \"points\": %d}"
                        .formatted(name, lesson, points));
    }

    private Course course() {
        return new Course(desk, GradedExercise.of(workplace, desk.language()));
    }

    private void answer(String question, String answer) {
        new Quiz(desk).answer("L90." + question, new Answer(answer));
    }

    @Test
    void the_map_has_each_lesson_with_its_exercises_and_the_sum() {
        answer("exit-code", "b");
        answer("poll", "b");
        new TryLog(workplace.cache()).tried("E90", "an answer", false);
        new TryLog(workplace.cache()).scored("E90", 18);

        assertThat(course().whole().toString()).isEqualTo("""
                - L90 · A lesson: 1 of 3 questions right, 1 at first try.
                    - E90 · Do it: 18 of 20 points
                - L91 · The next: 0 of 0 questions right, 0 at first try.
                    - E91 · Do it: not tried yet (5 points)

                In all: questions 1 of 3, exercises 0 of 2, points 18 of 25.""");
    }

    @Test
    void what_is_whole_has_its_sign() {
        for (String given : List.of("exit-code b", "poll ac", "lost 2986.02")) {
            answer(given.split(" ")[0], given.split(" ")[1]);
        }
        assertThat(course().whole().toString()).contains("- L90 · A lesson: 3 of 3");

        new TryLog(workplace.cache()).tried("E90", "an answer", true);
        new TryLog(workplace.cache()).scored("E90", 20);
        assertThat(course().whole().toString()).contains("- L90 · A lesson ✓: 3 of 3", "20 of 20 points ✓");
    }

    @Test
    void a_lesson_ends_with_where_one_stands_and_a_link_to_the_next() {
        assertThat(course().end("L90").markdown()).isEqualTo("""
                **0 of 3** questions right, 0 at first try.

                E90 · Do it: not tried yet (20 points)

                The next lesson: [L91 · The next](L91.ipynb)""");
        assertThat(course().end("L91").markdown()).doesNotContain("Next");
    }

    @Test
    void the_best_answer_counts() {
        TryLog log = new TryLog(workplace.cache());
        log.tried("E90", "one", false);
        log.scored("E90", 18);
        log.tried("E90", "two", false);
        log.scored("E90", 7);

        assertThat(log.points("E90")).isEqualTo(18);
        assertThat(log.tries("E90")).isEqualTo(2);
        assertThat(log.passed("E90")).isFalse();
    }

    @Test
    void the_command_shows_the_map_of_the_checkout() {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new ProgressCommand()).setOut(new PrintWriter(out, true));

        assertThat(command.execute()).isZero();
        assertThat(out.toString()).contains("L04 · ", "E12 · ").doesNotContain("](");
    }

    @Test
    void it_speaks_the_language_of_the_notebook() throws IOException {
        desk = Desks.in(folder, Language.ES);
        assertThat(course().whole().toString()).contains("Hazlo: todavía sin intentar", "preguntas correctas");
        new TryLog(workplace.cache()).tried("E90", "an answer", false);
        new TryLog(workplace.cache()).scored("E90", 17.5);
        assertThat(course().whole().toString()).contains("17,5").doesNotContain("17.5");
        assertThat(course().end("L90").toString()).contains("17,5").doesNotContain("17.5");
    }
}
