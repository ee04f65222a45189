package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.run.Runs.asset;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import orquesta.Given;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.asset.Retry;
import orquesta.asset.RetryPolicy;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;
import orquesta.text.Language;

/** Retries, time-outs, pools, cancels and reruns, with threads and a store. */
@Timeout(300)
class EffortTest {
    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    private static AssetDefinition failsAtFirst(String key, int times, RetryPolicy policy) {
        AtomicInteger calls = new AtomicInteger();
        return AssetDefinition.named(key).retries(policy).computedBy(in -> {
            if (calls.incrementAndGet() <= times) {
                throw new IllegalStateException("no answer " + calls.get());
            }
            return Relation.rows("n", String.valueOf(calls.get()));
        });
    }

    private static final RetryPolicy TWICE = RetryPolicy.of(2, Duration.ofMillis(20));

    @Test
    void an_attempt_that_fails_is_followed_by_another_until_one_does_not() {
        Ended run = Runs.of(failsAtFirst("api", 2, TWICE), asset("b", "api")).in(home);

        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(run.result().step("api").attempts()).isEqualTo(3);
        assertThat(home.lines("api")).containsExactly("3");
        assertThat(run.story())
                .containsSubsequence(
                        "api running", "api waiting", "api running", "api waiting", "api running", "api ok");
        assertThat(waits(run))
                .containsExactly(
                        "IllegalStateException: no answer 1 (EffortTest.java:50); attempt 2 of 3 begins in 20ms",
                        "IllegalStateException: no answer 2 (EffortTest.java:50); attempt 3 of 3 begins in 20ms");
    }

    private static List<String> waits(Ended run) {
        List<String> reasons = new ArrayList<>();
        for (Event event : run.events()) {
            if (event.attempt() > 0 && event.fact() instanceof Fact.StepChanged changed && changed.until() != null) {
                reasons.add(changed.reason().in(Language.EN));
            }
        }
        return reasons;
    }

    @Test
    void after_the_last_attempt_it_has_failed_and_says_how_many_there_were() {
        Ended run = Runs.of(failsAtFirst("api", 9, TWICE)).in(home);

        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.reason("api")).contains("no answer 3").endsWith("this was attempt 3, and the last");
    }

    @Test
    void what_no_attempt_can_mend_is_not_tried_again() {
        Ended run = Runs.of(failsAtFirst("api", 9, TWICE.never(IllegalStateException.class)))
                .in(home);

        assertThat(run.result().step("api").attempts()).isEqualTo(1);
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void an_attempt_that_takes_too_long_is_stopped_also_inside_a_query() {
        AssetDefinition slow = AssetDefinition.named("lenta")
                .timeout(Duration.ofMillis(300))
                .computedBy(in -> Relation.rows("n", "1")
                        .select("(select count(*) from range(10000000) a, range(10000000) b where a.range +"
                                + " b.range < 0) as n"));

        Ended run = Runs.of(slow, asset("b", "lenta"), asset("c")).in(home);

        assertThat(run.states()).containsEntry("lenta", "timed_out").containsEntry("b", "upstream_failed");
        assertThat(run.state("c")).isEqualTo("ok");
        assertThat(run.status()).isEqualTo(RunStatus.TIMED_OUT);
        assertThat(run.status().exit()).isEqualTo(1);
        assertThat(run.reason("lenta")).isEqualTo("took longer than its limit of 300ms");
    }

    /** Waits and hears no interrupt. */
    private static Relation deaf(CountDownLatch end) {
        while (end.getCount() > 0) {
            try {
                end.await();
            } catch (InterruptedException e) {
                // it waits on
            }
        }
        return Relation.rows("n", "1");
    }

    /** Two of them, since each is left alone after seconds: one returns while the run goes on, the other after its end. */
    @Test
    void an_attempt_that_does_not_stop_is_left_alone_and_what_it_returns_is_told_and_thrown_away() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch after = new CountDownLatch(1);
        AssetDefinition patient = AssetDefinition.named("testigo").computedBy(in -> {
            late.await();
            return Relation.rows("n", "1");
        });

        Ended run = Runs.of(deafFor("sorda", end), deafFor("muda", after), patient)
                .workers(2)
                .listener(event -> {
                    if (event.fact() instanceof Fact.Abandoned
                            && event.task().text().equals("sorda")) {
                        end.countDown();
                    }
                    if (event.fact() instanceof Fact.LateResult) {
                        late.countDown();
                    }
                })
                .in(home);
        after.countDown();

        assertThat(run.states()).containsEntry("sorda", "timed_out").containsEntry("muda", "timed_out");
        assertThat(run.state("testigo")).as("a place was given to another").isEqualTo("ok");
        assertThat(run.story()).contains("sorda abandoned", "muda abandoned");
        assertThat(run.events())
                .filteredOn(event -> event.fact() instanceof Fact.LateResult)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.task()).hasToString("sorda");
                    assertThat(((Fact.LateResult) event.fact()).what().in(Language.EN))
                            .endsWith("the value that it returned is thrown away");
                });
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("orquesta-step"))) {
            Thread.sleep(10);
        }
        for (String deaf : List.of("sorda", "muda")) {
            assertThat(home.folder().resolve("data/test/" + deaf + "/1-1")).doesNotExist();
            assertThat(home.history().published(TestHome.PIPELINE, Given.key(deaf)))
                    .isEmpty();
        }
    }

    private static AssetDefinition deafFor(String key, CountDownLatch end) {
        return AssetDefinition.named(key).timeout(Duration.ofMillis(100)).computedBy(in -> deaf(end));
    }

    @Test
    void no_delay_grows_beyond_its_cap() {
        RetryPolicy growing = RetryPolicy.of(3, Duration.ofMillis(10)).factor(3).cap(Duration.ofMillis(20));

        Ended run = Runs.of(failsAtFirst("api", 3, growing)).in(home);

        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(waits(run))
                .extracting(wait -> wait.replaceFirst(".*begins in ", ""))
                .containsExactly("10ms", "20ms", "20ms");
    }

    @Test
    void a_pool_has_so_many_at_once_and_no_more() {
        AtomicInteger now = new AtomicInteger();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch two = new CountDownLatch(2);
        Object[] assets = new Object[6];
        for (int i = 0; i < assets.length; i++) {
            assets[i] = AssetDefinition.named("a" + i).pool("api").computedBy(in -> {
                seen.add(now.incrementAndGet());
                two.countDown();
                two.await();
                Thread.sleep(30);
                now.decrementAndGet();
                return Relation.rows("n", "1");
            });
        }

        RunResult run = home.run(
                Definitions.of(assets).pool("api", 2), new RunRequest(Selection.all(), "", Clock.systemUTC(), 6));

        assertThat(run.run().status()).isEqualTo(RunStatus.OK);
        assertThat(Collections.max(seen)).isEqualTo(2);
    }

    @Test
    void who_waits_for_a_place_says_so_once_whichever_run_has_it() throws Exception {
        Object[] assets = new Object[4];
        for (int i = 0; i < assets.length; i++) {
            assets[i] = AssetDefinition.named("a" + i).pool("api").computedBy(in -> {
                Thread.sleep(60);
                return Relation.rows("n", "1");
            });
        }
        List<Event> waits = Collections.synchronizedList(new ArrayList<>());
        List<Thread> runs = new ArrayList<>();
        for (int run = 0; run < 3; run++) {
            String pipeline = "p" + run;
            Thread thread = new Thread(() -> home.orchestrator()
                    .run(
                            Definitions.of(assets).pool("api", 1).validated(pipeline),
                            new RunRequest(Selection.all(), "", Clock.systemUTC(), 2),
                            event -> {
                                if (event.fact() instanceof Fact.StepChanged changed
                                        && changed.reason().key().equals("step.held_pool")) {
                                    waits.add(event);
                                }
                            }));
            thread.start();
            runs.add(thread);
        }
        for (Thread run : runs) {
            run.join();
        }

        assertThat(waits.stream().map(wait -> wait.run() + " " + wait.task()).toList())
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_run_that_is_cancelled_ends_at_once_and_says_by_whom() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AssetDefinition slow = AssetDefinition.named("lenta").computedBy(in -> {
            begun.countDown();
            Thread.sleep(100_000);
            return Relation.rows("n", "1");
        });
        Thread other = new Thread(() -> {
            try {
                begun.await();
                home.orchestrator().cancel(1, "the page");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        other.start();

        Ended run = Runs.of(slow, asset("b", "lenta")).in(home);
        other.join();

        assertThat(run.states()).containsEntry("lenta", "cancelled").containsEntry("b", "cancelled");
        assertThat(run.status()).isEqualTo(RunStatus.CANCELLED);
        assertThat(run.reason()).isEqualTo("cancelled by the page");
        assertThat(Given.problem(() -> home.orchestrator().cancel(1, "me"))).contains("run 1 has ended already");
        assertThat(Given.problem(() -> home.orchestrator().cancel(7, "me"))).contains("there is no run 7");
    }

    @Test
    void a_rerun_from_the_failure_computes_only_what_was_not_well() {
        AssetDefinition flaky = failsAtFirst("api", 1, RetryPolicy.NONE);
        Definitions definitions = Definitions.of(asset("antes"), flaky, asset("c", "api", "antes"));
        RunResult first = home.run(definitions);
        RunRequest again = home.orchestrator().again(home.pipeline(definitions), 1, true, Clock.systemUTC());

        RunResult second = home.run(definitions, again);

        assertThat(first.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(second.run().status()).isEqualTo(RunStatus.OK);
        assertThat(second.step("antes").state().text()).isEqualTo("reused");
        assertThat(second.step("antes").reason().in(Language.EN)).isEqualTo("not computed again: run 1 had done it");
        assertThat(second.step("c").state().text()).isEqualTo("ok");
        assertThat(second.run().request().date())
                .isEqualTo(first.run().request().date());
    }

    @Test
    void two_runs_in_one_process_go_on_side_by_side_and_their_output_never_mixes() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        List<Ended> ended = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (String name : List.of("uno", "dos")) {
            Thread thread = new Thread(() ->
                    ended.add(Runs.of(AssetDefinition.named(name).computedBy(in -> {
                                both.countDown();
                                both.await();
                                for (int i = 0; i < 200; i++) {
                                    System.out.println(name + " " + i);
                                }
                                return Relation.rows("n", "1");
                            }))
                            .in(home)));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(ended).hasSize(2).allSatisfy(run -> {
            String name = run.result().steps().get(0).key().text();
            assertThat(run.status()).isEqualTo(RunStatus.OK);
            assertThat(run.printed().keySet()).containsExactly(name);
            assertThat(run.printed().get(name).lines()).hasSize(200).allMatch(line -> line.startsWith(name + " "));
        });
    }

    static class Esfuerzos {
        @Asset(retries = @Retry(times = 2, delay = "20 parsecs"))
        Relation lejos() {
            return Relation.rows("n", "1");
        }

        @Asset(timeout = "0s", pool = "apis")
        Relation nunca() {
            return Relation.rows("n", "1");
        }
    }

    @Test
    void a_mistake_in_how_hard_to_try_is_told_when_definitions_are_loaded() {
        List<String> problems = Given.problems(
                () -> Definitions.of(new Esfuerzos()).pool("api", 1).validated());

        assertThat(problems)
                .anyMatch(text -> text.contains("20 parsecs") && text.contains("\"30s\""))
                .anyMatch(text -> text.contains("timeout of 0s"))
                .anyMatch(text -> text.contains("\"apis\"") && text.contains("\"api\""));
    }

    @Test
    void a_job_says_how_hard_to_try_where_an_asset_says_nothing() {
        Definitions definitions = Definitions.of(failsAtFirst("api", 1, RetryPolicy.NONE))
                .job(Job.named("diario").select("*api").retries(TWICE));

        RunResult run = home.run(definitions, new RunRequest(Selection.all(), "diario", Clock.systemUTC(), 1));

        assertThat(run.run().status()).isEqualTo(RunStatus.OK);
        assertThat(run.step("api").attempts()).isEqualTo(2);
    }

    @Test
    void what_no_new_attempt_can_mend_is_not_tried_again_whoever_said_so() {
        Definitions definitions = Definitions.of(failsAtFirst("api", 9, RetryPolicy.NONE))
                .job(Job.named("diario").select("*api").retries(TWICE.never(IllegalStateException.class)));

        RunResult run = home.run(definitions, new RunRequest(Selection.all(), "diario", Clock.systemUTC(), 1));

        assertThat(run.step("api").state()).isEqualTo(State.FAILED);
        assertThat(run.step("api").attempts()).isEqualTo(1);
    }
}
