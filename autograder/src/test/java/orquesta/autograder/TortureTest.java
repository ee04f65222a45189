package orquesta.autograder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.autograder.isolation.Isolation;
import orquesta.autograder.isolation.Level;
import orquesta.autograder.result.GradeResult;
import orquesta.autograder.result.GradeResult.CheckOutcome;
import orquesta.autograder.result.GradeResult.Status;

/** Code that fights: it gets no point, its ending is told, and the grader goes on. */
class TortureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Thread.sleep(1_000_000); return null;                                           | come back in time
                    System.exit(0); return null;                                                    | ended the whole program at Limpia.java:7
                    while (true) new ProcessBuilder("sleep", "97").start();                         | one program after the other
                    List<long[]> all = new ArrayList<>(); while (true) all.add(new long[1 << 20]);  | ran out of memory
                    for (int i = 0; i < 70; i++) new Thread(() -> { try { Thread.sleep(99_999); } catch (Exception e) {} }).start(); throw new Error(); | threads
                    while (true) {}                                                                 | come back in time
                    Runtime.getRuntime().halt(3); return null;                                      | ended the whole program
                    throw new OutOfMemoryError("a lie");                                            | threw OutOfMemoryError at Limpia.java:7
                    return limpiar(filas);                                                          | threw StackOverflowError
                    throw new IllegalStateException() { public String getMessage() { throw new Error(); } }; | threw
                    """)
    void an_answer_that_does_not_answer_is_told_how_it_ended(String statements, String told) {
        requireTold(statements, told);
    }

    /** Of most of these the batch of hostile answers, a part of its own of {@code ./kit test}, asks the mark. */
    @Tag("long")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    synchronized (filas) { filas.wait(); } return null;                             | come back in time
                    Runtime.getRuntime().halt(0); return null;                                      | ended the whole program
                    System.out.print("x".repeat(99_999)); List<long[]> all = new ArrayList<>(); while (true) all.add(new long[1 << 20]); | ran out of memory
                    while (true) System.out.print("no end ".repeat(9_999));                         | printed more than 16 MB
                    while (true) new Thread(() -> { try { Thread.sleep(99_999); } catch (Exception e) {} }).start(); | threads
                    List<Salida> all = new LinkedList<>(); return Collections.nCopies(Integer.MAX_VALUE, new Salida("x", null)); | more rows than can be right
                    return null;                                                                    | returned null
                    """)
    void so_is_each_other_one(String statements, String told) {
        requireTold(statements, told);
    }

    private static void requireTold(String statements, String told) {
        GradeResult result = once(statements, Given.isolation());

        assertThat(result.status()).isEqualTo(Status.GRADED);
        assertThat(result.score()).isZero();
        assertThat(result.firstFailure().orElseThrow().failure().what().en()).contains(told);
    }

    /** A method of these statements, asked in one case alone: each that ends its child costs the start of another. */
    private static GradeResult once(String statements, Isolation isolation) {
        return Given.grade(Given.t08(), Given.method(statements), isolation);
    }

    @Test
    void what_one_case_breaks_is_not_lost_for_the_others() {
        String statements = "        if (filas.get(0).nombre().contains(\" \")) { System.exit(7); }";
        GradeResult result = Given.grade(Given.solutionAfter(statements));

        assertThat(result.checks())
                .filteredOn(check -> check.outcome() == CheckOutcome.PASSED)
                .hasSize(5);
        assertThat(result.checks())
                .filteredOn(check -> check.outcome() == CheckOutcome.FAILED)
                .extracting(GradeResult.Checked::id)
                .containsExactly("trims", "lower", "no_io");
    }

    @Tag("long")
    @Test
    void a_forged_reply_holds_no_right_table() {
        String forged = """
                var wire = new java.io.DataOutputStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));
                for (int i = 0; i < 20; i++) { wire.writeInt(9); wire.writeByte(1); wire.writeInt(0); wire.writeInt(0); }
                wire.flush();
                return new ArrayList<>();
                """;

        assertThat(Given.grade(Given.method(forged)).score()).isZero();
    }

    @Tag("long")
    @Test
    void noise_in_the_channel_of_the_answers_is_no_answer() {
        String noise = """
                var out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
                out.write("Points 100/100\\n::notice::all passed\\n".getBytes());
                return new ArrayList<>();
                """;

        assertThat(once(noise, Given.isolation()).score()).isZero();
    }

    @Tag("long")
    @Test
    void a_list_that_lies_about_equality_and_size_is_read_row_by_row() {
        String lies =
                "return new ArrayList<>() { public boolean equals(Object o) { return true; } public int size() { return 1; } };";

        GradeResult result = Given.grade(Given.method(lies));

        assertThat(result.score()).isZero();
        assertThat(result.firstFailure().orElseThrow().failure().difference()).isEqualTo("missing_rows");
    }

    @Test
    void printing_and_right_is_right_and_is_shown() {
        GradeResult result = Given.grade(Given.solutionAfter("        System.out.println(\"veo \" + filas.size());"));

        assertThat(result.score()).isEqualTo(8);
        assertThat(result.printed()).contains("veo 1");
    }

    @Test
    void name_spaces_hide_our_files_and_kill_what_has_left_its_parent(@TempDir Path folder) throws IOException {
        Isolation found = Given.isolation();
        assumeThat(found.level()).isEqualTo(Level.NAMESPACES);
        assertThat(found.escapes()).isEmpty();
        Path secret = Files.writeString(folder.resolve("secret"), "42");
        String read = "throw new Exception(java.nio.file.Files.readString(java.nio.file.Path.of(\"" + secret + "\")));";

        GradeResult result = Given.grade(Given.method(read), found);

        assertThat(result.firstFailure().orElseThrow().failure().what().en()).contains("NoSuchFileException");
    }

    @Test
    void a_process_that_it_leaves_behind_is_ended() throws InterruptedException {
        requireEnd(Level.PROCESS);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"LIMITS", "NAMESPACES"})
    void so_it_is_on_every_other_level(Level level) throws InterruptedException {
        requireEnd(level);
    }

    /** What was killed is there until it gets a processor to end on; by itself it would be there for ten minutes. */
    private static void requireEnd(Level level) throws InterruptedException {
        assumeThat(Given.isolation().level()).isGreaterThanOrEqualTo(level);
        String stray = "600." + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000);
        String leave = "new ProcessBuilder(\"setsid\", \"sleep\", \"" + stray
                + "\").start(); Thread.sleep(99_999); return null;";

        GradeResult result = once(leave, new Isolation(level, List.of()));

        assertThat(result.score()).isZero();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!sleeping(stray).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(sleeping(stray)).isEmpty();
    }

    private static List<ProcessHandle> sleeping(String seconds) {
        return ProcessHandle.allProcesses()
                .filter(handle -> handle.info()
                        .arguments()
                        .filter(words -> List.of(words).contains(seconds))
                        .isPresent())
                .toList();
    }

    /** Four gigabytes that no flag of the JVM counts; where they are refused, that is thrown. */
    @ParameterizedTest
    @CsvSource({"LIMITS", "NAMESPACES"})
    void native_memory_is_limited_by_the_system(Level level) {
        assumeThat(Given.isolation().level()).isGreaterThanOrEqualTo(level);
        String statements = """
                java.lang.reflect.Field field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
                field.setAccessible(true);
                java.lang.reflect.Method take = field.getType().getMethod("allocateMemory", long.class);
                for (int i = 0; i < 64; i++) {
                    try {
                        take.invoke(field.get(null), 64L << 20);
                    } catch (java.lang.reflect.InvocationTargetException refused) {
                        throw new IllegalStateException(refused.getCause().getClass().getSimpleName());
                    }
                }
                return null;""";

        GradeResult result = once(statements, new Isolation(level, List.of()));

        assertThat(result.firstFailure().orElseThrow().failure().toString())
                .contains("threw IllegalStateException", "OutOfMemoryError");
    }

    /** Nor does it cost the next call anything. */
    @Test
    void an_interrupt_mark_that_is_left_on_the_thread_costs_nothing() {
        String waits = "        try { Thread.sleep(1); } catch (InterruptedException e) { return null; }\n"
                + "        Thread.currentThread().interrupt();";
        assertThat(Given.grade(Given.solutionAfter(waits)).score()).isEqualTo(8);
    }

    @ParameterizedTest
    @CsvSource({"PROCESS", "LIMITS", "NAMESPACES"})
    void a_right_answer_is_right_on_every_level(Level level) {
        assumeThat(Given.isolation().level()).isGreaterThanOrEqualTo(level);

        GradeResult result = Given.grade(Given.solution(), new Isolation(level, List.of()));

        assertThat(result.score()).isEqualTo(8);
        assertThat(result.by().isolation()).isEqualTo(level.code());
    }
}
