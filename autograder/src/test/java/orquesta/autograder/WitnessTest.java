package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.autograder.evidence.Child;
import orquesta.autograder.evidence.ChildQuestion;
import orquesta.autograder.evidence.Children;
import orquesta.autograder.evidence.Evidence;
import orquesta.autograder.evidence.Evidence.Ended;
import orquesta.autograder.evidence.Evidence.Ending;
import orquesta.autograder.evidence.Evidence.Place;
import orquesta.autograder.evidence.Evidence.Table;
import orquesta.autograder.evidence.Evidence.Threw;
import orquesta.autograder.evidence.KeptChildren;
import orquesta.autograder.evidence.OwnChildren;
import orquesta.autograder.evidence.Witness;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.autograder.exercise.Row;
import orquesta.autograder.isolation.ChildSandbox;

/** What is asked of code that ends its process; it prints a line at each call, so that the calls can be counted. */
class WitnessTest {
    private static final String ASKED = "System.out.println(\"asked\"); System.out.flush(); ";

    @TempDir
    private Path folder;

    @Test
    void code_that_ends_everywhere_is_asked_once_for_each_check_and_told_so_everywhere() throws IOException {
        Witness.Testimony heard = hear(ASKED + "System.exit(0); return null;", oneCaseEach(3));

        assertThat(calls(heard)).isEqualTo(3);
        assertThat(heard.cases()).hasSize(3).allMatch(WitnessTest::stopped);
    }

    @Test
    void code_that_ends_for_every_check_but_the_last_is_still_asked_for_that() throws IOException {
        String statements =
                ASKED + "if (!filas.get(0).nombre().equals(\"c3\")) System.exit(0); return new ArrayList<>();";

        Witness.Testimony heard = hear(statements, oneCaseEach(4));

        assertThat(calls(heard)).isEqualTo(4);
        assertThat(heard.cases().get(3).get(0)).isInstanceOf(Table.class);
    }

    @Test
    void a_check_that_has_lost_a_case_is_not_asked_for_the_others() throws IOException {
        List<Case> cases = List.of(asked("a", "c0"), asked("b", "ok"), asked("a", "c1"), asked("b", "ok"));
        String statements =
                ASKED + "if (filas.get(0).nombre().startsWith(\"c\")) System.exit(0); return new ArrayList<>();";

        Witness.Testimony heard = hear(statements, cases);

        assertThat(calls(heard)).isEqualTo(3);
        assertThat(stopped(heard.cases().get(2))).isTrue();
        assertThat(heard.cases().get(3).get(0)).isInstanceOf(Table.class);
    }

    @Test
    void what_is_printed_before_an_answer_that_never_comes_is_kept_and_nothing_of_ours_beside_it() throws IOException {
        Witness.Testimony heard = hear(ASKED + "Thread.sleep(99_999); return null;", oneCaseEach(1));

        assertThat(heard.printed()).isEqualTo("asked\n");
    }

    @Test
    void code_that_never_comes_back_is_told_the_line_where_it_was() throws IOException {
        assertThat(hear("Thread.sleep(1_000_000); return null;", oneCaseEach(1)).cases())
                .containsExactly(List.of(new Ended(Ending.TOO_SLOW, Optional.of(new Place("Limpia.java", 7)))));
    }

    @Test
    void code_that_answers_the_question_itself_has_not_come_back_in_time_all_the_same() throws IOException {
        String listens =
                "new Thread(() -> { try { new java.io.FileInputStream(java.io.FileDescriptor.in).read(new byte[4]);"
                        + " new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[] {0, 0, 0, 1, 6}); }"
                        + " catch (java.io.IOException e) { } }).start(); ";

        assertThat(hear(listens + "Thread.sleep(99_999); return null;", oneCaseEach(1))
                        .cases()
                        .get(0))
                .singleElement()
                .matches(ended -> ended instanceof Ended end && end.how() == Ending.TOO_SLOW);
    }

    @Test
    void what_a_hidden_check_asked_is_not_shown_although_the_code_prints_it() throws IOException {
        List<Case> cases = List.of(asked("trims", "open1"), asked("keeps_twins", "secret"), asked("lower", "open2"));
        String prints = "for (Entrada fila : filas) System.out.println(fila.nombre()); ";

        Witness.Testimony heard = hear(prints + "return new ArrayList<>();", cases);
        Witness.Testimony ended = hear(prints + "System.exit(0); return null;", cases);

        assertThat(heard.printed()).isEqualTo("open1\nopen2\n");
        assertThat(heard.cases()).hasSize(3).allMatch(calls -> calls.get(0) instanceof Table);
        assertThat(ended.printed()).isEqualTo("open1\n");
        assertThat(ended.cases()).hasSize(3).allMatch(WitnessTest::stopped);
    }

    @Test
    void what_a_hidden_check_asked_cannot_be_kept_for_an_answer_to_a_public_one() throws IOException {
        List<Case> cases = List.of(asked("trims", "open1"), asked("keeps_twins", "secret"), asked("lower", "open2"));
        String keeps = "String before = System.getProperty(\"kept\", \"\");"
                + " System.setProperty(\"kept\", before + filas.get(0).nombre());"
                + " throw new IllegalStateException(before);";

        List<String> thrown = hear(keeps, cases).cases().stream()
                .map(calls -> ((Threw) calls.get(0)).message())
                .toList();

        assertThat(thrown).containsExactly("", "open1open2", "open1");
    }

    @Test
    void a_child_that_is_kept_stays_for_the_next_answer_unless_it_printed_much_or_ended() throws IOException {
        try (KeptChildren kept = new KeptChildren()) {
            hear("return List.of();", oneCaseEach(1), kept);
            Child one = taken(kept);
            hear("return null;", oneCaseEach(1), kept);
            hear("System.out.println(1); return List.of();", oneCaseEach(1), kept);
            assertThat(taken(kept)).isSameAs(one);
            String much = "System.out.println(\"x\".repeat(20_000)); System.out.flush(); return List.of();";
            for (String other : List.of(much, "System.exit(0); return null;")) {
                Child before = taken(kept);
                hear(other, oneCaseEach(1), kept);
                taken(kept); // what it printed may be read a moment after its answer
                assertThat(taken(kept)).as(other).isNotSameAs(before);
            }
        }
    }

    /** The one that the next answer would have. */
    private Child taken(KeptChildren kept) throws IOException {
        Child child = kept.take("Runner", sandbox(), room());
        kept.leave(child);
        return child;
    }

    private static ChildSandbox sandbox() throws IOException {
        return new ChildSandbox(Given.isolation().level(), Given.workplace().image());
    }

    private ChildSandbox.Room room() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        return new ChildSandbox.Room(Files.createDirectories(folder.resolve("classes")), home, 64, 0);
    }

    private Witness.Testimony hear(String statements, List<Case> cases) throws IOException {
        return hear(statements, cases, new OwnChildren());
    }

    private Witness.Testimony hear(String statements, List<Case> cases, Children children) throws IOException {
        Exercise exercise = ExerciseReader.read(Given.t01());
        Path classes = folder.resolve("classes");
        TreeMap<String, String> sources =
                new TreeMap<>(ExerciseFolder.sources(Given.t01().start()));
        sources.putAll(Map.of(Given.ANSWER, Given.method(statements)));
        assertThat(Given.compiler()
                        .compile(sources, folder.resolve("src"), classes, List.of(classes))
                        .compiled())
                .isTrue();
        try (Witness witness = new Witness(sandbox(), exercise, room(), children)) {
            return witness.hear(ChildQuestion.ofCases(exercise, cases));
        }
    }

    private static List<Case> oneCaseEach(int checks) {
        return IntStream.range(0, checks)
                .mapToObj(number -> asked("check" + number, "c" + number))
                .toList();
    }

    private static Case asked(String check, String name) {
        return Case.forCheck(check)
                .vanishes(Row.row(name, new java.math.BigDecimal("1.00"), 1))
                .build();
    }

    private static long calls(Witness.Testimony heard) {
        return heard.printed().lines().filter("asked"::equals).count();
    }

    private static boolean stopped(List<Evidence> calls) {
        return calls.get(0) instanceof Ended end && end.how() == Ending.STOPPED;
    }
}
