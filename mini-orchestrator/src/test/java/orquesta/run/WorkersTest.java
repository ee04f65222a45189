package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.run.Runs.asset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.event.RunStatus;
import orquesta.testkit.TestHome;

class WorkersTest {
    private static final long PATIENCE = 60;

    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void three_workers_run_three_steps_at_once() {
        CyclicBarrier together = new CyclicBarrier(3);
        Object[] assets = IntStream.range(0, 3)
                .mapToObj(i -> AssetDefinition.named("a" + i).computedBy(in -> {
                    together.await(PATIENCE, TimeUnit.SECONDS);
                    return Runs.one("x");
                }))
                .toArray();

        assertThat(Runs.of(assets).workers(3).in(home).status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void never_more_steps_than_workers_run_at_once() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier pairs = new CyclicBarrier(2);
        Object[] assets = IntStream.range(0, 8)
                .mapToObj(i -> AssetDefinition.named("a" + i).computedBy(in -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    pairs.await(PATIENCE, TimeUnit.SECONDS);
                    running.decrementAndGet();
                    return Runs.one("x");
                }))
                .toArray();

        Ended run = Runs.of(assets).workers(2).in(home);

        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void a_long_step_holds_up_only_what_is_below_it() {
        CountDownLatch otherBranchDone = new CountDownLatch(1);
        AssetDefinition slow = AssetDefinition.named("slow").computedBy(in -> {
            assertThat(otherBranchDone.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            return Runs.one("slow");
        });

        Ended run = Runs.of(slow, asset("below", "slow"), asset("x"), asset("y", "x"), asset("z", "y"))
                .workers(2)
                .listener(event -> {
                    if (Ended.said(event).equals("z ok")) {
                        otherBranchDone.countDown();
                    }
                })
                .in(home);

        assertThat(run.story()).containsSubsequence("z ok", "slow ok", "below ok");
    }

    @Test
    void a_failure_marks_all_below_while_another_step_still_runs() {
        CountDownLatch marked = new CountDownLatch(1);
        AssetDefinition slow = AssetDefinition.named("slow").computedBy(in -> {
            assertThat(marked.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
            return Runs.one("slow");
        });

        Ended run = Runs.of(slow, Runs.failing("f"), asset("g", "f"), asset("h", "g", "slow"))
                .workers(2)
                .listener(event -> {
                    if (Ended.said(event).equals("h upstream_failed")) {
                        marked.countDown();
                    }
                })
                .in(home);

        assertThat(run.story()).containsSubsequence("h upstream_failed", "slow ok");
    }

    @RepeatedTest(3)
    void with_one_worker_steps_run_one_by_one_in_the_order_of_the_plan() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CheckDefinition check = CheckDefinition.named("c", "b").computedBy(in -> {
            order.add("b#c");
            return CheckResult.passed();
        });
        Object[] declared = {
            noting(order, "d", "b", "c"), noting(order, "c"), check, noting(order, "b", "a"), noting(order, "a")
        };

        Ended run = Runs.of(declared).workers(1).in(home);

        assertThat(order).containsExactly("a", "c", "b", "b#c", "d");
        List<String> running =
                run.story().stream().filter(line -> line.endsWith(" running")).toList();
        assertThat(running).containsExactly("a running", "c running", "b running", "b#c running", "d running");
    }

    private static AssetDefinition noting(List<String> order, String key, String... reads) {
        return AssetDefinition.named(key).reads(reads).computedBy(in -> {
            order.add(key);
            return Runs.one(key);
        });
    }

    @Test
    void five_hundred_steps_in_a_chain_and_side_by_side_all_end() {
        List<Object> assets = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            AssetDefinition.Builder chained = AssetDefinition.named("c" + i).returns(String.class);
            assets.add((i == 0 ? chained : chained.reads("c" + (i - 1), String.class)).computedBy(in -> "x"));
            assets.add(AssetDefinition.named("s" + i).returns(void.class).computedBy(in -> null));
        }

        Ended run = Runs.of(assets.toArray()).workers(4).in(home);

        assertThat(run.reason()).isEqualTo("500 ok (assets and checks)");
    }
}
