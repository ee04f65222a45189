package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.asset.Run;
import orquesta.testkit.TestHome;

/** Skips that the code caught or asked for elsewhere, and exceptions that do not want to be read. */
class OddEndingsTest {
    private static final Relation ROWS = Relation.rows("x", "1");

    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    @SuppressWarnings("DoNotCallSuggester")
    static final class Skips {
        @Asset
        Relation caught(Run run) {
            try {
                run.skip("caught");
            } catch (RuntimeException e) {
                return ROWS;
            }
            return ROWS;
        }

        @Asset
        Relation elsewhere(Run run) throws InterruptedException {
            Thread thread = new Thread(() -> {
                try {
                    run.skip("elsewhere");
                } catch (RuntimeException e) {
                    return;
                }
            });
            thread.start();
            thread.join();
            return ROWS;
        }

        @Asset
        Relation wrapped(Run run) {
            try {
                throw run.skip("wrapped");
            } catch (RuntimeException e) {
                throw new IllegalStateException("another", e);
            }
        }

        @Asset
        Relation blank(Run run) {
            throw run.skip(" ");
        }

        @Asset
        Relation nothing(Run run) {
            throw run.skip(null);
        }
    }

    @Test
    void a_skip_counts_wherever_it_was_asked_for_and_has_a_reason_that_is_there() {
        Ended run = Runs.of(new Skips()).in(home);

        assertThat(run.states().values()).hasSize(5).containsOnly("skipped");
        assertThat(run.reason("caught")).isEqualTo("skipped itself: caught");
        assertThat(run.reason("elsewhere")).isEqualTo("skipped itself: elsewhere");
        assertThat(run.reason("wrapped")).isEqualTo("skipped itself: wrapped");
        assertThat(run.reason("blank")).isEqualTo("skipped itself, and did not say why");
        assertThat(run.reason("nothing")).isEqualTo("skipped itself, and did not say why");
    }

    @SuppressWarnings("DoNotCallSuggester")
    static final class InThreads {
        @Asset
        Relation skipped(Run run) throws InterruptedException {
            ended(() -> run.skip("elsewhere"));
            return ROWS;
        }

        @Asset
        Relation broken(Run run) throws InterruptedException {
            ended(() -> {
                try {
                    run.skip("elsewhere");
                } catch (RuntimeException e) {
                    throw new IllegalStateException("no such shop", e);
                }
            });
            return ROWS;
        }

        private static void ended(Runnable code) throws InterruptedException {
            Thread thread = new Thread(code);
            thread.start();
            thread.join();
        }
    }

    @Test
    void a_thread_that_ends_by_a_skip_says_nothing_and_one_that_ends_by_an_error_does() {
        Ended run = Runs.of(new InThreads()).in(home);

        assertThat(run.states().values()).containsOnly("skipped");
        assertThat(run.printed()).containsOnlyKeys("broken");
        assertThat(run.printed().get("broken")).contains("Exception in thread", "no such shop");
    }

    static final class Silent extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("not this one");
        }
    }

    @SuppressWarnings("OverrideThrowableToString")
    static final class WithoutStack extends RuntimeException {
        private static final long serialVersionUID = 1;

        WithoutStack() {
            super("nowhere");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return null;
        }

        @Override
        public String toString() {
            throw new IllegalStateException("not this one");
        }
    }

    @SuppressWarnings("DoNotCallSuggester")
    static final class Throws {
        @Asset
        Relation anything() throws Throwable {
            throw new Throwable("anything");
        }

        @Asset
        Relation silent() {
            throw new Silent();
        }

        @Asset
        Relation withoutStack() {
            throw new WithoutStack();
        }

        @Asset
        Relation well() {
            return ROWS;
        }
    }

    @Test
    void what_was_thrown_is_told_by_its_own_class_and_words_whatever_its_methods_do() {
        Ended run = Runs.of(new Throws()).in(home);

        assertThat(run.states())
                .isEqualTo(Map.of("anything", "failed", "silent", "failed", "without_stack", "failed", "well", "ok"));
        assertThat(run.reason("anything")).startsWith("Throwable: anything (OddEndingsTest.java:");
        assertThat(run.reason("silent")).startsWith("Silent (OddEndingsTest.java:");
        assertThat(run.reason("without_stack")).isEqualTo("WithoutStack: nowhere (?)");
        assertThat(run.printed().get("silent")).contains("orquesta.run.OddEndingsTest$Silent", "\tat ");
        assertThat(run.printed().get("without_stack")).contains("OddEndingsTest$WithoutStack");
    }
}
