package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.run.Runs.asset;
import static orquesta.run.Runs.check;
import static orquesta.run.Runs.failing;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.testkit.TestHome;

@Tag("once")
class StatesTest {
    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void an_asset_goes_from_planned_over_running_and_materialized_to_published_and_ok() {
        Ended run = Runs.of(asset("a"), asset("b", "a")).in(home);

        assertThat(run.story())
                .containsExactly(
                        "a planned",
                        "b waiting",
                        "a running",
                        "a materialized",
                        "a published",
                        "a ok",
                        "b running",
                        "b materialized",
                        "b published",
                        "b ok");
        assertThat(run.status()).isEqualTo(RunStatus.OK);
        assertThat(run.reason()).isEqualTo("2 ok (assets and checks)");
        assertThat(run.reason("a")).isEqualTo("published");
    }

    @Test
    void each_state_says_which_event_led_to_it() {
        Ended run = Runs.of(asset("a"), failing("b", "a"), asset("c", "b"), asset("d", "c"))
                .in(home);

        assertThat(run.cause("a")).extracting(Ended::said).isEqualTo("a published");
        assertThat(run.cause("b")).extracting(Ended::said).isEqualTo("b running");
        assertThat(run.cause("c")).extracting(Ended::said).isEqualTo("b failed");
        assertThat(run.cause("d")).extracting(Ended::said).isEqualTo("c upstream_failed");
        Event running = run.cause("b");
        assertThat(run.events())
                .filteredOn(event -> event.seq() == running.cause())
                .extracting(Ended::said)
                .containsExactly("a ok");
    }

    @Test
    void every_state_of_every_step_has_a_reason_and_an_earlier_cause() {
        Ended run = Runs.of(
                        asset("a"),
                        failing("b", "a"),
                        asset("c", "b"),
                        asset("d", "a"),
                        check("no", "d", CheckResult.failed("too few")),
                        asset("e", "d"))
                .in(home);

        assertThat(run.events())
                .filteredOn(event -> event.fact() instanceof Fact.StepChanged)
                .allSatisfy(event -> {
                    assertThat(((Fact.StepChanged) event.fact()).reason().toString())
                            .isNotBlank();
                    assertThat(event.cause()).isPositive().isLessThan(event.seq());
                });
    }

    @Test
    void a_failure_names_what_was_thrown_and_where_and_stops_no_independent_branch() {
        Ended run = Runs.of(failing("a"), asset("b", "a"), asset("c", "b"), asset("x"), asset("y", "x"))
                .workers(1)
                .in(home);

        assertThat(run.states())
                .isEqualTo(Map.of("a", "failed", "b", "upstream_failed", "c", "upstream_failed", "x", "ok", "y", "ok"));
        assertThat(run.reason("a")).matches("IllegalStateException: boom \\(Runs\\.java:\\d+\\)");
        assertThat(run.reason("b")).isEqualTo("did not run: a is failed");
        assertThat(run.reason("c")).isEqualTo("did not run: b is upstream_failed");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.status().exit()).isEqualTo(1);
        assertThat(run.reason()).isEqualTo("1 failed, 2 ok, 2 upstream_failed (assets and checks)");
    }

    @Test
    void all_below_a_failure_is_upstream_failed_at_once_while_another_step_still_waits_to_run() {
        Ended run = Runs.of(failing("a"), asset("b", "a"), asset("c", "b", "z"), asset("z"))
                .workers(1)
                .in(home);

        assertThat(run.story())
                .containsSubsequence("a failed", "b upstream_failed", "c upstream_failed", "z running", "z ok");
    }

    @Test
    void a_blocking_check_that_fails_blocks_its_asset_and_fails_all_below_with_exit_3() {
        Ended run = Runs.of(asset("a"), check("no", "a", CheckResult.failed("it is empty")), asset("b", "a"))
                .in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "blocked", "a#no", "failed", "b", "upstream_failed"));
        assertThat(run.reason("a#no")).isEqualTo("it is empty");
        assertThat(run.reason("a"))
                .isEqualTo("computed, but not published: its check no ended as failed; what readers saw before stays");
        assertThat(run.cause("a")).extracting(Ended::said).isEqualTo("a#no failed");
        assertThat(run.cause("a#no")).extracting(Ended::said).isEqualTo("a#no checkevaluated");
        assertThat(run.cause("b")).extracting(Ended::said).isEqualTo("a blocked");
        assertThat(run.status()).isEqualTo(RunStatus.BLOCKED);
        assertThat(run.status().exit()).isEqualTo(3);
    }

    @Test
    void a_warning_check_that_fails_warns_and_lets_all_below_run() {
        CheckDefinition few = CheckDefinition.named("few", "a").warning().computedBy(in -> CheckResult.failed("few"));

        Ended run = Runs.of(asset("a"), few, asset("b", "a")).in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "warned", "a#few", "warned", "b", "ok"));
        assertThat(run.reason("a")).isEqualTo("published, with a warning of few");
        assertThat(run.cause("a")).extracting(Ended::said).isEqualTo("a#few warned");
        assertThat(run.status()).isEqualTo(RunStatus.WARNED);
        assertThat(run.status().exit()).isZero();
        assertThat(home.lines("a")).containsExactly("a");
    }

    @Test
    void a_failure_is_worse_than_a_block() {
        Ended run = Runs.of(asset("a"), check("no", "a", CheckResult.failed("")), failing("x"))
                .in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "blocked", "a#no", "failed", "x", "failed"));
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    }

    @Test
    void a_step_that_skips_itself_skips_all_that_depends_on_it_and_nothing_else() {
        AssetDefinition feriado = AssetDefinition.named("feriado").wantsRun().computedBy(in -> {
            throw in.run().skip("no sales on a holiday");
        });

        Ended run = Runs.of(
                        feriado,
                        asset("b", "feriado"),
                        asset("c", "b"),
                        check("ok", "feriado", CheckResult.passed()),
                        asset("x"))
                .in(home);

        assertThat(run.states())
                .isEqualTo(Map.of(
                        "feriado", "skipped", "feriado#ok", "skipped", "b", "skipped", "c", "skipped", "x", "ok"));
        assertThat(run.reason("feriado")).isEqualTo("skipped itself: no sales on a holiday");
        assertThat(run.reason("c")).isEqualTo("did not run: b was skipped");
        assertThat(run.cause("c")).extracting(Ended::said).isEqualTo("b skipped");
        assertThat(run.status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void what_depends_on_a_failure_and_on_a_skip_ends_once() {
        AssetDefinition skips = AssetDefinition.named("s").wantsRun().computedBy(in -> {
            throw in.run().skip("later");
        });

        Ended run =
                Runs.of(skips, failing("f"), asset("x", "s", "f")).workers(1).in(home);

        assertThat(run.story())
                .filteredOn(line -> line.startsWith("x "))
                .containsExactly("x waiting", "x upstream_failed");
    }

    @Test
    void a_step_without_a_value_is_ok_and_has_no_rows() {
        AssetDefinition nothing =
                AssetDefinition.named("nothing").returns(void.class).computedBy(in -> null);

        Ended run = Runs.of(nothing).in(home);

        assertThat(run.state("nothing")).isEqualTo("ok");
        assertThat(run.result().step("nothing").rows()).isEqualTo(-1);
        assertThat(run.result().step("nothing").state()).isEqualTo(State.OK);
    }

    @Test
    void only_what_is_selected_is_part_of_the_run() {
        Ended run = Runs.of(asset("a"), asset("b", "a"), asset("c", "b"))
                .select("*b")
                .in(home);

        assertThat(run.states().keySet()).containsExactly("a", "b");
    }
}
