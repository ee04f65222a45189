package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CellRunnerTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Cells cells = new Cells();

    @BeforeEach
    void nothing_is_stopped() {
        System.clearProperty("orquesta.test.begun");
        System.clearProperty("orquesta.test.stop");
    }

    @AfterEach
    void close() {
        System.setProperty("orquesta.test.stop", "now");
        cells.close();
    }

    @Test
    void a_cell_is_stopped_at_its_limit_even_if_each_statement_is_quick() {
        String statement = "Thread.sleep(700);\n";
        cells.limit(SHORT);
        long start = System.nanoTime();

        assertThatThrownBy(() -> cells.run(statement.repeat(120)))
                .isInstanceOf(CellStopped.class)
                .hasMessage("this cell was stopped after 2 seconds, the limit for one cell; make it do less, or set "
                        + "ORQUESTA_CELL_SECONDS to more and restart the kernel.");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(60));
    }

    /** Stops a cell as its user does, once its code has said that it has begun. */
    private void stopOnceBegun(String cell) throws InterruptedException {
        Thread user = new Thread(() -> {
            while (System.getProperty("orquesta.test.begun") == null) {
                Thread.onSpinWait();
            }
            cells.interrupt();
        });
        user.start();
        assertThatThrownBy(() -> cells.run(cell)).isInstanceOf(CellStopped.class);
        user.join();
    }

    @Test
    void the_next_cell_says_once_that_a_stopped_cell_keeps_a_core_busy() throws Exception {
        String endless = "while (System.getProperty(\"orquesta.test.stop\") == null)"
                + " System.setProperty(\"orquesta.test.begun\", \"\");";
        stopOnceBegun(endless);

        assertThat(cells.run("1 + 1")).isEqualTo(2);
        assertThat(cells.notes()).containsExactly("kernel.left_behind " + endless);
        cells.run("1 + 1");
        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void values_survive_the_limit_and_nothing_is_said_of_a_stopped_cell_that_only_waits() {
        cells.run("int v = 5; var stop = new java.util.concurrent.CountDownLatch(1);");
        cells.limit(SHORT);
        assertThatThrownBy(() -> cells.run(
                        "while (stop.getCount() > 0) try { stop.await(); } catch (InterruptedException e) {}"))
                .isInstanceOf(CellStopped.class);
        cells.limit(CellLimit.of("").duration());

        assertThat(cells.run("stop.getCount()")).isEqualTo(1L);
        assertThat(cells.run("v")).isEqualTo(5);
        cells.run("stop.countDown();");
        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void a_variable_whose_initializer_was_stopped_is_not_there() throws Exception {
        stopOnceBegun("int v = 1; int w = ((java.util.function.IntSupplier) () -> { "
                + "System.setProperty(\"orquesta.test.begun\", \"\"); "
                + "try { Thread.sleep(60_000); } catch (InterruptedException e) {} return 3; }).getAsInt();");

        assertThat(cells.run("v")).isEqualTo(1);
        assertThatThrownBy(() -> cells.run("w")).hasMessageContaining("REJECTED");
        assertThat(cells.notes()).isEmpty();
    }

    @Test
    void the_user_can_stop_a_cell() {
        ScheduledExecutorService user = Executors.newSingleThreadScheduledExecutor();
        Future<?> clicks = user.scheduleWithFixedDelay(cells::interrupt, 0, 20, TimeUnit.MILLISECONDS);

        assertThatThrownBy(() -> cells.run("Thread.sleep(60_000);"))
                .isInstanceOf(CellStopped.class)
                .hasMessage("this cell was stopped because you asked for it.");
        clicks.cancel(true);
        user.shutdownNow();
    }

    @Test
    void a_cell_that_evaluates_code_stays_within_its_own_limit() {
        Cells.nested = cells;

        assertThat(cells.run("orquesta.notebook.Cells.nested(\"20 + 1\")")).isEqualTo(21);
        assertThat(cells.run("orquesta.notebook.Cells.nested(\"int inner = 4;\");", "inner"))
                .isEqualTo(4);
    }

    @Test
    void what_is_wrong_at_the_start_is_said_in_the_first_cell() {
        cells.tellInNextCell(CellLimit.of("two").problems());
        cells.run("1", "2");

        assertThat(cells.notes()).containsExactly("kernel.seconds two 120");
    }
}
