package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.testkit.TestHome;

class OutputTest {
    private static final long PATIENCE = 60;

    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    private interface Code {
        void run() throws Exception;
    }

    private static AssetDefinition doing(String key, Code code) {
        return AssetDefinition.named(key).computedBy(in -> {
            code.run();
            return Runs.one(key);
        });
    }

    @Test
    void what_a_step_prints_goes_to_it_even_when_two_print_at_once() {
        CyclicBarrier turns = new CyclicBarrier(2);
        Code hundred = () -> {
            for (int i = 0; i < 100; i++) {
                turns.await(PATIENCE, TimeUnit.SECONDS);
                System.out.println("line " + i);
            }
        };

        Ended run = Runs.of(doing("a", hundred), doing("b", hundred)).workers(2).in(home);

        String lines = IntStream.range(0, 100).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        assertThat(run.printed())
                .containsEntry("a", lines)
                .containsEntry("b", lines)
                .doesNotContainKey("");
    }

    @Test
    void out_and_err_of_assets_and_checks_are_kept_in_order_with_half_lines() {
        CheckDefinition check = CheckDefinition.named("c", "a").computedBy(in -> {
            System.err.println("judging");
            return CheckResult.passed();
        });

        Ended run = Runs.of(
                        doing("a", () -> {
                            System.out.print("uno ");
                            System.err.print("dos ");
                            System.out.printf("%s%n%n", "tres ñandú 🦙");
                            System.out.write("cuatro".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                        }),
                        check)
                .in(home);

        assertThat(run.printed())
                .containsEntry("a", "uno dos tres ñandú 🦙\n\ncuatro")
                .containsEntry("a#c", "judging\n");
    }

    @Test
    void lines_that_a_step_logs_through_its_run_stand_among_what_it_prints() {
        AssetDefinition logs = AssetDefinition.named("a").wantsRun().computedBy(in -> {
            System.out.println("before");
            in.run().log("leo ventas.csv");
            System.out.println("after");
            return Runs.one("x");
        });

        assertThat(Runs.of(logs).in(home).printed()).containsEntry("a", "before\nleo ventas.csv\nafter\n");
    }

    @Test
    void what_threads_print_that_a_step_starts_goes_to_the_step() {
        Ended run = Runs.of(doing("a", () -> {
                    Thread own = new Thread(() -> System.out.println("from a thread"));
                    own.start();
                    own.join();
                    ExecutorService pool = Executors.newSingleThreadExecutor();
                    pool.submit(() -> System.out.println("from a pool")).get();
                    pool.shutdown();
                }))
                .in(home);

        assertThat(run.printed())
                .containsEntry("a", "from a thread\nfrom a pool\n")
                .doesNotContainKey("");
    }

    @Test
    void what_such_a_thread_prints_after_its_step_has_ended_is_not_lost() {
        CountDownLatch stepEnded = new CountDownLatch(1);
        Thread[] late = new Thread[1];
        AssetDefinition starts = doing("a", () -> {
            late[0] = new Thread(() -> {
                await(stepEnded);
                System.out.println("late");
            });
            late[0].start();
        });
        AssetDefinition waits = AssetDefinition.named("b").reads("a").computedBy(in -> {
            stepEnded.countDown();
            late[0].join();
            return Runs.one("b");
        });

        assertThat(Runs.of(starts, waits).in(home).printed()).containsEntry("a", "late\n");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_the_common_pool_prints_goes_to_the_run_and_is_marked() {
        Ended run = Runs.of(doing("a", () -> {
                    CountDownLatch printed = new CountDownLatch(1);
                    ForkJoinPool.commonPool().execute(() -> {
                        System.out.println("from the common pool");
                        printed.countDown();
                    });
                    await(printed); // not join(): that would run the task in this thread
                }))
                .in(home);

        assertThat(run.printed().get("")).matches("\\[ForkJoinPool[^]]+] from the common pool\n");
        assertThat(run.printed()).doesNotContainKey("a");
    }

    @Test
    void the_streams_are_put_back_also_after_a_failure() {
        PrintStream out = System.out;
        PrintStream err = System.err;

        Runs.of(Runs.failing("a")).in(home);

        assertThat(System.out).isSameAs(out);
        assertThat(System.err).isSameAs(err);
    }

    @Test
    void a_stream_that_outlives_its_run_writes_to_where_it_wrote_before() {
        PrintStream before = System.out;
        java.io.ByteArrayOutputStream shown = new java.io.ByteArrayOutputStream();
        PrintStream[] kept = new PrintStream[1];
        System.setOut(new PrintStream(shown, true, java.nio.charset.StandardCharsets.UTF_8));
        try {
            Runs.of(doing("a", () -> kept[0] = System.out)).in(home);
            kept[0].println("a logger that was made in a step");
        } finally {
            System.setOut(before);
        }

        assertThat(shown.toString(java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("a logger that was made in a step" + System.lineSeparator());
    }

    @Test
    void a_million_lines_are_kept() {
        Ended run = Runs.of(doing("a", () -> {
                    for (int i = 0; i < 1_000_000; i++) {
                        System.out.println("line " + i);
                    }
                }))
                .in(home);

        String printed = run.printed().get("a");
        assertThat(printed.lines().count()).isEqualTo(1_000_000);
        assertThat(printed).startsWith("line 0\n").endsWith("line 999999\n");
    }

    @Test
    void output_without_end_is_cut_at_16_mib_with_a_mark() {
        String line = "x".repeat(8191);

        Ended run = Runs.of(doing("a", () -> {
                    for (int i = 0; i < 17 * 128; i++) {
                        System.out.println(line);
                    }
                }))
                .in(home);

        String printed = run.printed().get("a");
        assertThat(printed).endsWith("\n[more than 16 MiB: what was printed after this is not kept]\n");
        assertThat(printed.length()).isBetween(16 * 1024 * 1024, 16 * 1024 * 1024 + 100);
    }
}
