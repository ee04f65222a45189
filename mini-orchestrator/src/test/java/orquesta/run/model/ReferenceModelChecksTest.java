package orquesta.run.model;

import static orquesta.run.model.Outcome.JUDGES_BAD;
import static orquesta.run.model.Outcome.SKIPS;
import static orquesta.run.model.Outcome.SUCCEEDS;
import static orquesta.run.model.Outcome.THROWS;
import static orquesta.run.model.Outcome.TIMES_OUT;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs with checks, each worked out by hand from the rules. */
@Tag("once")
class ReferenceModelChecksTest {
    private final ModelCase run = new ModelCase();

    @Test
    void aBlockingCheckThatJudgesBadBlocksItsAssetAndFailsAllBelow() {
        run.asset("x", SUCCEEDS)
                .blocking("x#k", JUDGES_BAD)
                .asset("y", SUCCEEDS, "x")
                .blocking("y#l", SUCCEEDS);
        run.ends("blocked 3", "x blocked", "x#k failed", "y upstream_failed", "y#l upstream_failed");
    }

    @Test
    void aBlockingCheckThatThrowsLeavesTheSameStatesAndExitsWithOne() {
        run.asset("x", SUCCEEDS).blocking("x#k", THROWS).asset("y", SUCCEEDS, "x");
        run.ends("failed 1", "x blocked", "x#k failed", "y upstream_failed");
    }

    @Test
    void aBlockingCheckThatSkipsItselfBlocksItsAsset() {
        run.asset("x", SUCCEEDS).blocking("x#k", SKIPS).asset("y", SUCCEEDS, "x");
        run.ends("blocked 3", "x blocked", "x#k skipped", "y upstream_failed");
    }

    @Test
    void aBlockingCheckThatTimesOutBlocksItsAssetAndExitsWithOne() {
        run.asset("x", SUCCEEDS).blocking("x#k", TIMES_OUT).asset("y", SUCCEEDS, "x");
        run.ends("timed_out 1", "x blocked", "x#k timed_out", "y upstream_failed");
    }

    @Test
    void aBlockingCheckWithASkippedInputBlocksItsAsset() {
        run.asset("x", SUCCEEDS)
                .asset("s", SKIPS)
                .blocking("x#k", SUCCEEDS, "s")
                .asset("y", SUCCEEDS, "x");
        run.ends("blocked 3", "x blocked", "s skipped", "x#k skipped", "y upstream_failed");
    }

    @Test
    void aBlockingCheckWithAFailedInputBlocksItsAsset() {
        run.asset("x", SUCCEEDS)
                .asset("f", THROWS)
                .blocking("x#k", SUCCEEDS, "f")
                .asset("y", SUCCEEDS, "x");
        run.ends("failed 1", "x blocked", "f failed", "x#k upstream_failed", "y upstream_failed");
    }

    @Test
    void aCheckWithABlockedInputJudgesBecauseTheInputWasWritten() {
        run.asset("x", SUCCEEDS)
                .asset("p", SUCCEEDS)
                .blocking("p#l", JUDGES_BAD)
                .blocking("x#k", SUCCEEDS, "p");
        run.ends("blocked 3", "p blocked", "p#l failed", "x ok", "x#k ok");
    }

    @Test
    void aCheckWithAnInputBelowABlockedOneBlocksItsAssetAndExitsWithThree() {
        run.asset("x", SUCCEEDS).asset("p", SUCCEEDS).asset("q", SUCCEEDS, "p");
        run.blocking("p#l", JUDGES_BAD).blocking("x#k", SUCCEEDS, "q");
        run.ends("blocked 3", "p blocked", "p#l failed", "q upstream_failed", "x blocked", "x#k upstream_failed");
    }

    @Test
    void aCheckWithASkippedAndAFailedInputIsUpstreamFailed() {
        run.asset("x", SUCCEEDS).asset("s", SKIPS).asset("f", THROWS).warning("x#k", SUCCEEDS, "s", "f");
        run.ends("failed 1", "x warned", "s skipped", "f failed", "x#k upstream_failed");
    }

    @Test
    void aWarningCheckThatJudgesBadIsWarnedWithItsAssetAndWhatIsBelowRuns() {
        run.asset("x", SUCCEEDS).warning("x#k", JUDGES_BAD).asset("y", SUCCEEDS, "x");
        run.ends("warned 0", "x warned", "x#k warned", "y ok");
    }

    @Test
    void aWarningCheckThatThrowsIsFailedAndLeavesItsAssetWarned() {
        run.asset("x", SUCCEEDS).warning("x#k", THROWS).asset("y", SUCCEEDS, "x");
        run.ends("failed 1", "x warned", "x#k failed", "y ok");
    }

    @Test
    void aWarningCheckThatTimesOutLeavesItsAssetWarnedAndExitsWithOne() {
        run.asset("x", SUCCEEDS).warning("x#k", TIMES_OUT).asset("y", SUCCEEDS, "x");
        run.ends("timed_out 1", "x warned", "x#k timed_out", "y ok");
    }

    @Test
    void aWarningCheckThatSkipsItselfLeavesItsAssetWarned() {
        run.asset("x", SUCCEEDS).warning("x#k", SKIPS).asset("y", SUCCEEDS, "x");
        run.ends("warned 0", "x warned", "x#k skipped", "y ok");
    }

    @Test
    void aWarningCheckWithAFailedInputLeavesItsAssetWarned() {
        run.asset("x", SUCCEEDS)
                .asset("f", THROWS)
                .warning("x#k", SUCCEEDS, "f")
                .asset("y", SUCCEEDS, "x");
        run.ends("failed 1", "x warned", "f failed", "x#k upstream_failed", "y ok");
    }

    @Test
    void aWarningCheckWithABlockedInputJudges() {
        run.asset("x", SUCCEEDS).asset("p", SUCCEEDS).blocking("p#l", SKIPS).warning("x#k", JUDGES_BAD, "p");
        run.ends("blocked 3", "p blocked", "p#l skipped", "x warned", "x#k warned");
    }

    @Test
    void aCheckWithAWarnedInputJudges() {
        run.asset("p", SUCCEEDS).warning("p#l", JUDGES_BAD).asset("x", SUCCEEDS).blocking("x#k", SUCCEEDS, "p");
        run.ends("warned 0", "p warned", "p#l warned", "x ok", "x#k ok");
    }

    @Test
    void eachCheckOfAnAssetJudgesWhateverTheOthersSay() {
        run.asset("x", SUCCEEDS)
                .blocking("x#a", JUDGES_BAD)
                .blocking("x#b", SUCCEEDS)
                .warning("x#c", JUDGES_BAD);
        run.ends("blocked 3", "x blocked", "x#a failed", "x#b ok", "x#c warned");
    }

    @Test
    void theChecksOfAFailedAssetAreUpstreamFailedAndTheAssetStaysFailed() {
        run.asset("x", THROWS).asset("s", SKIPS).blocking("x#k", SUCCEEDS, "s").warning("x#l", JUDGES_BAD);
        run.ends("failed 1", "x failed", "s skipped", "x#k upstream_failed", "x#l upstream_failed");
    }

    @Test
    void theChecksOfAnAssetThatTimedOutAreUpstreamFailed() {
        run.asset("x", TIMES_OUT).blocking("x#k", SUCCEEDS).warning("x#l", THROWS);
        run.ends("timed_out 1", "x timed_out", "x#k upstream_failed", "x#l upstream_failed");
    }

    @Test
    void theChecksOfASkippedAssetAreSkippedAndTheAssetStaysSkipped() {
        run.asset("x", SKIPS).blocking("x#k", JUDGES_BAD).warning("x#l", THROWS).asset("y", SUCCEEDS, "x");
        run.ends("ok 0", "x skipped", "x#k skipped", "x#l skipped", "y skipped");
    }

    @Test
    void aCheckOfASkippedAssetWithAFailedInputIsUpstreamFailedAndWhatIsBelowIsSkipped() {
        run.asset("x", SKIPS).asset("f", THROWS).blocking("x#k", SUCCEEDS, "f").asset("y", SUCCEEDS, "x");
        run.ends("failed 1", "x skipped", "f failed", "x#k upstream_failed", "y skipped");
    }

    @Test
    void aCheckReadsAnAncestorOfTheJudgedAsset() {
        run.asset("a", SUCCEEDS)
                .warning("a#w", JUDGES_BAD)
                .asset("x", SUCCEEDS, "a")
                .blocking("x#k", JUDGES_BAD, "a");
        run.ends("blocked 3", "a warned", "a#w warned", "x blocked", "x#k failed");
    }

    @Test
    void twoChecksOfOneAssetReadWhatLiesBesideIt() {
        run.asset("t", SUCCEEDS)
                .asset("c", THROWS, "t")
                .asset("p", SUCCEEDS, "c")
                .asset("v", SUCCEEDS);
        run.blocking("v#k", SUCCEEDS, "p").warning("v#l", SUCCEEDS, "t");
        run.ends("failed 1", "t ok", "c failed", "p upstream_failed", "v blocked", "v#k upstream_failed", "v#l ok");
    }
}
