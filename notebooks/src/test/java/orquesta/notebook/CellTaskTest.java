package orquesta.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether stopped code computes, on a machine that gives it a processor late. */
class CellTaskTest {
    private static final int LATE = 4;

    private final AtomicInteger looks = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void end() {
        end.countDown();
    }

    /** Its thread has used no processor at the first looks. */
    private CellTask<Integer> going(Callable<Integer> code) throws InterruptedException {
        CellTask<Integer> task = new CellTask<>("cell", code) {
            @Override
            long cpuTime(Thread at) {
                return looks.getAndIncrement() < LATE ? 0 : 1_000_000_000;
            }
        };
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        begun.await();
        return task;
    }

    @Test
    void code_that_stands_in_the_queue_for_a_while_computes() throws Exception {
        CellTask<Integer> task = going(() -> {
            begun.countDown();
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return 1;
        });

        assertThat(task.usesCore()).isTrue();
    }

    @Test
    void code_that_waits_is_looked_at_once() throws Exception {
        CellTask<Integer> task = going(() -> {
            begun.countDown();
            end.await();
            return 1;
        });
        task.usesCore(); // it may not have come to its wait yet
        looks.set(0);

        assertThat(task.usesCore()).isFalse();
        assertThat(looks).as("before and after").hasValue(2);
    }
}
