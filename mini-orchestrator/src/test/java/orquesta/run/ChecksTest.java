package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.run.Runs.asset;
import static orquesta.run.Runs.check;
import static orquesta.run.Runs.failing;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.asset.StepFunction;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.testkit.TestHome;

@Tag("once")
class ChecksTest {
    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void a_check_that_throws_blocks_its_asset_with_exit_1() {
        CheckDefinition breaks = CheckDefinition.named("breaks", "a").computedBy(in -> {
            throw new IllegalArgumentException("no such column");
        });

        Ended run = Runs.of(asset("a"), breaks, asset("b", "a")).in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "blocked", "a#breaks", "failed", "b", "upstream_failed"));
        assertThat(run.reason("a#breaks")).startsWith("IllegalArgumentException: no such column (ChecksTest.java:");
        assertThat(run.status()).isEqualTo(RunStatus.FAILED);
        assertThat(run.status().exit()).isEqualTo(1);
    }

    @Test
    void a_check_that_returns_null_blocks_its_asset_with_exit_1() {
        Ended run = Runs.of(asset("a"), CheckDefinition.named("empty", "a").computedBy(in -> null))
                .in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "blocked", "a#empty", "failed"));
        assertThat(run.reason("a#empty"))
                .isEqualTo("the check returned null, so it judged nothing; end it with CheckResult.noRows(...), "
                        + "passed(...) or failed(...).");
        assertThat(run.status().exit()).isEqualTo(1);
    }

    @Test
    void a_check_that_returns_something_else_has_failed() {
        Ended run = Runs.of(asset("a"), CheckDefinition.named("yes", "a").computedBy(in -> true))
                .in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "blocked", "a#yes", "failed"));
        assertThat(run.reason("a#yes"))
                .isEqualTo("the check did not return a CheckResult; end it with CheckResult.noRows(...), "
                        + "passed(...) or failed(...).");
    }

    @Test
    void a_check_whose_query_is_wrong_has_failed_with_the_query() {
        CheckDefinition wrong = CheckDefinition.named("wrong", "a")
                .computedBy(in -> CheckResult.noRows("x", in.relation("a").where("precio < 0")));

        Ended run = Runs.of(asset("a"), wrong).in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "blocked", "a#wrong", "failed"));
        assertThat(run.reason("a#wrong")).contains("precio").contains("select * from \"this\" where precio < 0");
        assertThat(run.status().exit()).isEqualTo(1);
    }

    @Test
    void a_warning_check_that_throws_has_failed_and_its_asset_is_published_with_a_warning() {
        CheckDefinition breaks = CheckDefinition.named("breaks", "a").warning().computedBy(in -> null);

        Ended run = Runs.of(asset("a"), breaks, asset("b", "a")).in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "warned", "a#breaks", "failed", "b", "ok"));
        assertThat(run.status().exit()).isEqualTo(1);
    }

    @Test
    void a_check_keeps_at_most_100_failing_rows_and_counts_all() {
        CheckDefinition none = CheckDefinition.named("none", "a")
                .computedBy(in -> CheckResult.noRows(
                                "a number",
                                Relation.with("a", in.relation("a")).sql("select range as n from range(250)"))
                        .with("limit", 3));

        Ended run = Runs.of(asset("a"), none).in(home);

        Fact.CheckEvaluated found = run.events().stream()
                .filter(event -> event.fact() instanceof Fact.CheckEvaluated)
                .map(event -> (Fact.CheckEvaluated) event.fact())
                .findFirst()
                .orElseThrow();
        assertThat(found.failing()).isEqualTo(250);
        assertThat(found.sample()).hasSize(100).startsWith(List.of("0"));
        assertThat(found.verdict().facts()).isEqualTo(Map.of("limit", 3));
        assertThat(run.reason("a#none")).isEqualTo("found 250 times: a number");
    }

    @Test
    void facts_of_a_check_may_be_anything_that_has_a_text() {
        CheckDefinition noted = CheckDefinition.named("noted", "a")
                .computedBy(in -> CheckResult.passed()
                        .with("where", Thread.State.NEW)
                        .with("what", new Object() {
                            @Override
                            public String toString() {
                                return "something";
                            }
                        }));

        Ended run = Runs.of(asset("a"), noted).in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "ok", "a#noted", "ok"));
    }

    @Test
    void a_check_sees_the_unpublished_values_of_its_own_run() {
        Runs.of(asset("a"), asset("b")).in(home);
        StepFunction compares = in -> CheckResult.of(
                home.lines("a").equals(List.of("a")),
                String.valueOf(orquesta.testkit.TestKit.lines(in.relation("a")).equals(List.of("new"))
                        && orquesta.testkit.TestKit.lines(in.relation("b")).equals(List.of("new"))));

        Ended run = Runs.of(
                        AssetDefinition.named("a").computedBy(in -> Runs.one("new")),
                        AssetDefinition.named("b").computedBy(in -> Runs.one("new")),
                        check("no", "b", CheckResult.failed("b stays unpublished")),
                        CheckDefinition.named("sees", "a").reads("b").computedBy(compares))
                .in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "ok", "a#sees", "ok", "b", "blocked", "b#no", "failed"));
        assertThat(run.reason("a#sees")).isEqualTo("true");
    }

    @Test
    void one_check_that_blocks_is_enough_and_the_others_run_all_the_same() {
        Ended run = Runs.of(
                        asset("a"),
                        check("bad", "a", CheckResult.failed("bad")),
                        check("good", "a", CheckResult.passed("good")))
                .workers(1)
                .in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "blocked", "a#bad", "failed", "a#good", "ok"));
        assertThat(run.story())
                .containsSubsequence("a#bad failed", "a blocked", "a#good ok")
                .doesNotContain("a published");
    }

    @Test
    void a_check_that_reads_a_failed_asset_cannot_judge_so_its_asset_stays_unpublished() {
        CheckDefinition compares =
                CheckDefinition.named("compares", "a").reads("f").computedBy(in -> CheckResult.passed());

        Ended run = Runs.of(asset("a"), failing("f"), compares, asset("b", "a"))
                .workers(1)
                .in(home);

        assertThat(run.states())
                .isEqualTo(
                        Map.of("a", "blocked", "a#compares", "upstream_failed", "b", "upstream_failed", "f", "failed"));
        assertThat(run.cause("a")).extracting(Ended::said).isEqualTo("a#compares upstream_failed");
        assertThat(run.story()).contains("a materialized").doesNotContain("a published");
    }

    @Test
    void what_is_to_be_judged_is_not_published_when_its_check_was_lost_before_it_ran() {
        CheckDefinition compares =
                CheckDefinition.named("compares", "z").reads("f").computedBy(in -> CheckResult.passed());

        Ended run = Runs.of(failing("f"), asset("z"), compares, asset("zz", "z"))
                .workers(1)
                .in(home);

        assertThat(run.story())
                .containsSubsequence("f failed", "z#compares upstream_failed", "z materialized", "z blocked")
                .doesNotContain("z published", "z ok", "zz running");
        assertThat(run.states())
                .isEqualTo(Map.of(
                        "f", "failed", "z", "blocked", "z#compares", "upstream_failed", "zz", "upstream_failed"));
    }

    @Test
    void what_fails_by_itself_after_its_check_was_lost_has_failed() {
        CheckDefinition compares =
                CheckDefinition.named("compares", "z").reads("f").computedBy(in -> CheckResult.passed());

        Ended run = Runs.of(failing("f"), failing("z"), compares).workers(1).in(home);

        assertThat(run.states()).isEqualTo(Map.of("f", "failed", "z", "failed", "z#compares", "upstream_failed"));
        assertThat(run.story()).doesNotContain("z blocked");
    }

    @Test
    void a_warning_check_that_reads_a_failed_asset_warns() {
        CheckDefinition compares =
                CheckDefinition.named("compares", "z").reads("f").warning().computedBy(in -> CheckResult.passed());

        Ended run = Runs.of(failing("f"), asset("z"), compares).workers(1).in(home);

        assertThat(run.states()).isEqualTo(Map.of("f", "failed", "z", "warned", "z#compares", "upstream_failed"));
    }

    @Test
    void a_check_that_reads_a_skipped_asset_is_skipped_and_its_asset_stays_unpublished() {
        AssetDefinition skips = AssetDefinition.named("s").wantsRun().computedBy(in -> {
            throw in.run().skip("later");
        });
        CheckDefinition compares =
                CheckDefinition.named("compares", "a").reads("s").computedBy(in -> CheckResult.passed());

        Ended run = Runs.of(asset("a"), skips, compares).in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "blocked", "a#compares", "skipped", "s", "skipped"));
        assertThat(run.status()).isEqualTo(RunStatus.BLOCKED);
    }
}
