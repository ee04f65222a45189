package orquesta.run.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orquesta.run.model.Outcome.JUDGES_BAD;
import static orquesta.run.model.Outcome.SKIPS;
import static orquesta.run.model.Outcome.SUCCEEDS;
import static orquesta.run.model.Outcome.THROWS;
import static orquesta.run.model.Outcome.TIMES_OUT;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs without checks, statuses and refusals, each worked out by hand from the rules. */
@Tag("once")
class ReferenceModelTest {
    private final ModelCase run = new ModelCase();

    @Test
    void aRunWhereAllGoesWellIsOk() {
        run.asset("a", SUCCEEDS).asset("b", SUCCEEDS, "a").blocking("b#k", SUCCEEDS, "a");
        run.ends("ok 0", "a ok", "b ok", "b#k ok");
    }

    @Test
    void aRunWithoutStepsIsOk() {
        run.ends("ok 0");
    }

    @Test
    void aFailureNeverStopsAnIndependentBranch() {
        run.asset("f", THROWS).asset("below", SUCCEEDS, "f").asset("other", SUCCEEDS);
        run.ends("failed 1", "f failed", "below upstream_failed", "other ok");
    }

    @Test
    void aFailureReachesAllThatIsBelowIt() {
        run.asset("f", THROWS).asset("b", SUCCEEDS, "f").asset("c", SKIPS, "b").asset("d", THROWS, "c");
        run.ends("failed 1", "f failed", "b upstream_failed", "c upstream_failed", "d upstream_failed");
    }

    @Test
    void aSkipMakesWhatDependsOnItSkipped() {
        run.asset("s", SKIPS).asset("b", SUCCEEDS, "s").asset("c", THROWS, "b").asset("other", SUCCEEDS);
        run.ends("ok 0", "s skipped", "b skipped", "c skipped", "other ok");
    }

    @Test
    void aSkippedInputBesideAFailedOneMakesAStepUpstreamFailed() {
        run.asset("s", SKIPS).asset("f", THROWS).asset("x", SUCCEEDS, "s", "f");
        run.ends("failed 1", "s skipped", "f failed", "x upstream_failed");
    }

    @Test
    void aSkippedInputBesideAnUpstreamFailedOneMakesAStepUpstreamFailed() {
        run.asset("s", SKIPS).asset("f", THROWS).asset("u", SUCCEEDS, "f").asset("x", SUCCEEDS, "s", "u");
        run.ends("failed 1", "s skipped", "f failed", "u upstream_failed", "x upstream_failed");
    }

    @Test
    void aSkippedInputBesideABlockedOneMakesAStepUpstreamFailed() {
        run.asset("s", SKIPS).asset("p", SUCCEEDS).blocking("p#k", JUDGES_BAD).asset("x", SUCCEEDS, "s", "p");
        run.ends("blocked 3", "s skipped", "p blocked", "p#k failed", "x upstream_failed");
    }

    @Test
    void aSkippedInputBesideGoodOnesMakesAStepSkipped() {
        run.asset("s", SKIPS).asset("a", SUCCEEDS).asset("x", SUCCEEDS, "a", "s");
        run.ends("ok 0", "s skipped", "a ok", "x skipped");
    }

    @Test
    void whatIsBelowATimeOutIsUpstreamFailed() {
        run.asset("t", TIMES_OUT).asset("s", SKIPS).asset("x", SUCCEEDS, "s", "t");
        run.ends("timed_out 1", "t timed_out", "s skipped", "x upstream_failed");
    }

    @Test
    void aFailureOutweighsATimeOutInTheStatus() {
        run.asset("t", TIMES_OUT).asset("f", THROWS);
        run.ends("failed 1", "t timed_out", "f failed");
    }

    @Test
    void aFailureOutweighsABlockedAssetInTheExitCode() {
        run.asset("f", THROWS).asset("x", SUCCEEDS).blocking("x#k", JUDGES_BAD);
        run.ends("failed 1", "f failed", "x blocked", "x#k failed");
    }

    @Test
    void aTimeOutOutweighsABlockedAssetInTheExitCode() {
        run.asset("t", TIMES_OUT).asset("x", SUCCEEDS).blocking("x#k", JUDGES_BAD);
        run.ends("timed_out 1", "t timed_out", "x blocked", "x#k failed");
    }

    @Test
    void aBlockedAssetOutweighsAWarnedOne() {
        run.asset("w", SUCCEEDS).warning("w#k", JUDGES_BAD).asset("x", SUCCEEDS).blocking("x#k", JUDGES_BAD);
        run.ends("blocked 3", "w warned", "w#k warned", "x blocked", "x#k failed");
    }

    @Test
    void anAssetThatIsUpstreamFailedDoesNotRunSoItsOwnOutcomeIsNotSeen() {
        run.asset("p", SUCCEEDS)
                .blocking("p#k", JUDGES_BAD)
                .asset("x", THROWS, "p")
                .asset("y", TIMES_OUT, "x");
        run.ends("blocked 3", "p blocked", "p#k failed", "x upstream_failed", "y upstream_failed");
    }

    @Test
    void aCircleOfAssetsIsRefusedWithItsPath() {
        run.asset("a", SUCCEEDS, "b").asset("b", SUCCEEDS, "a");
        assertThatThrownBy(run::judge).hasMessage("a circle: a waits for b waits for a");
    }

    @Test
    void aCheckThatReadsSomethingBelowTheJudgedAssetIsRefused() {
        run.asset("a", SUCCEEDS).asset("b", SUCCEEDS, "a").warning("a#k", SUCCEEDS, "b");
        assertThatThrownBy(run::judge).hasMessage("a circle: a waits for a#k waits for the value of b waits for a");
    }

    @Test
    void twoAssetsWhoseChecksReadEachOtherAreNoCircle() {
        run.asset("a", SUCCEEDS)
                .asset("b", SUCCEEDS)
                .blocking("a#k", JUDGES_BAD, "b")
                .warning("b#l", SUCCEEDS, "a");
        run.ends("blocked 3", "a blocked", "a#k failed", "b ok", "b#l ok");
    }

    @Test
    void aNameThatTheRunDoesNotHaveIsRefused() {
        run.asset("a", SUCCEEDS).warning("a#k", SUCCEEDS, "z");
        assertThatThrownBy(run::judge).hasMessage("a#k needs z, which is no asset of this run");
    }

    @Test
    void anAssetThatJudgesIsRefused() {
        assertThatThrownBy(() -> run.asset("a", JUDGES_BAD)).isInstanceOf(IllegalArgumentException.class);
    }
}
