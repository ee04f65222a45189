package orquesta.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import orquesta.text.Message;

/** The same bad week in both lanes. The same seed and help give the same, event by event. */
public record CronDemo(Week week, CronHelp help, Lane cron, Lane dag) {
    /** A week in which each of the five troubles does its harm. */
    public static final long SEED = 1;

    public static CronDemo play(long seed, CronHelp help) {
        Week week = Week.of(seed);
        return new CronDemo(week, help, CronLane.of(week, help), DagLane.of(week));
    }

    public List<Lane> lanes() {
        return List.of(cron, dag);
    }

    /** When the DAG is run and what it is, in one line: what stands beside the crontab. */
    String dagLine() {
        return Program.DESCARGAR.line() + " " + NightlyAssets.JOB + ": " + String.join(" → ", dag.steps());
    }

    /** What the report of a day is worth, as one lane sent it. */
    public Reconciliation.Finding finding(Lane lane, LocalDate day) {
        return new Reconciliation(week).judge(day, lane.report(day).map(Publication::report));
    }

    /** The same in a sentence; where there is no report, with the first thing that went wrong. */
    Message inWords(Lane lane, LocalDate day) {
        Reconciliation.Finding finding = finding(lane, day);
        Optional<LaneEvent> harm = lane.firstHarm(day);
        return finding.worth() == Reconciliation.Worth.NONE && harm.isPresent()
                ? Message.of(
                        "demo.none_since",
                        lane.name(),
                        harm.get().step(),
                        harm.get().why())
                : Message.of("demo.lane", lane.name(), finding.text());
    }

    /** In how many nights a lane's report was worth this. */
    public int count(Lane lane, Reconciliation.Worth worth) {
        return (int) week.nights().stream()
                .filter(night -> finding(lane, night.day()).worth() == worth)
                .count();
    }

    /** The verdict: how many wrong or stale reports a lane published. */
    public int falseReports(Lane lane) {
        return count(lane, Reconciliation.Worth.STALE) + count(lane, Reconciliation.Worth.WRONG);
    }
}
