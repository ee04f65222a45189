package orquesta.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.demo.CronDemo;
import orquesta.demo.Lane;
import orquesta.demo.LaneEvent;
import orquesta.demo.Night;
import orquesta.demo.Publication;
import orquesta.demo.Reconciliation;
import orquesta.demo.Week;
import orquesta.text.Moments;

/** What {@code kit demo cron --json} prints. */
final class DemoJson {
    private DemoJson() {}

    static Map<String, @Nullable Object> of(CronDemo demo) {
        return Json.object(
                "seed", demo.week().seed(),
                "flock", demo.help().flock(),
                "chain", demo.help().chain(),
                "zone", Week.ZONE.getId(),
                "nights", demo.week().nights().stream().map(DemoJson::night).toList(),
                "cron", lane(demo, demo.cron()),
                "dag", lane(demo, demo.dag()));
    }

    private static Map<String, @Nullable Object> night(Night night) {
        return Json.object(
                "day", night.day().toString(),
                "trouble", lower(night.trouble().kind()),
                "text", night.trouble().text().toString());
    }

    private static Map<String, @Nullable Object> lane(CronDemo demo, Lane lane) {
        return Json.object(
                "false_reports", demo.falseReports(lane),
                "right", demo.count(lane, Reconciliation.Worth.RIGHT),
                "stale", demo.count(lane, Reconciliation.Worth.STALE),
                "wrong", demo.count(lane, Reconciliation.Worth.WRONG),
                "none", demo.count(lane, Reconciliation.Worth.NONE),
                "reports",
                        demo.week().nights().stream()
                                .map(night -> report(demo, lane, night))
                                .toList(),
                "events", lane.events().stream().map(DemoJson::event).toList());
    }

    private static Map<String, @Nullable Object> report(CronDemo demo, Lane lane, Night night) {
        Reconciliation.Finding finding = demo.finding(lane, night.day());
        Optional<Publication> sent = lane.report(night.day());
        return Json.object(
                "day",
                night.day().toString(),
                "at",
                sent.map(report -> Moments.text(report.at(), Week.ZONE)).orElse(null),
                "tickets",
                sent.map(report -> report.report().tickets()).orElse(null),
                "pesos",
                sent.map(report -> report.report().pesos()).orElse(null),
                "worth",
                lower(finding.worth()),
                "text",
                finding.text().toString());
    }

    private static Map<String, @Nullable Object> event(LaneEvent event) {
        return Json.object(
                "at", Moments.text(event.at(), Week.ZONE),
                "day", event.day().toString(),
                "step", event.step(),
                "state", event.state().text(),
                "why", event.why().toString());
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
