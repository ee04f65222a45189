package orquesta.demo;

import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Retry;
import orquesta.asset.Run;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.schedule.Schedule;
import orquesta.text.Message;

/** The three programs as assets: what reads what, one check, one rule for retries, one schedule. Compare with {@link CronHelp#lines}. */
final class NightlyAssets {
    static final String SCHEDULE = "cada_noche";
    static final String JOB = "informe_diario";

    private final Week week;

    private NightlyAssets(Week week) {
        this.week = week;
    }

    @Asset
    Sales ventas(Run run) {
        return week.after(run.date().minusDays(1)).delivered();
    }

    @Check
    CheckResult hayVentas(Sales ventas) {
        int tickets = ventas.tickets().size();
        return CheckResult.of(tickets > 0, Message.of("demo.tickets", tickets));
    }

    @Asset(retries = @Retry(times = 2, delay = "15m"))
    Sales limpias(Sales ventas) {
        return ventas.cleaned();
    }

    @Asset
    Report informe(Sales limpias, Run run) {
        return limpias.reportOf(run.date().minusDays(1));
    }

    static Pipeline of(Week week) {
        return Definitions.of(new NightlyAssets(week))
                .job(Job.named(JOB).select("*informe"))
                .schedule(Schedule.named(SCHEDULE)
                        .cron(Program.DESCARGAR.line(), Week.ZONE.getId())
                        .runs(JOB))
                .validated();
    }
}
