package orquesta.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import orquesta.daemon.ScheduleState;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.TriggerId;
import orquesta.schedule.Schedule;
import orquesta.store.History;
import orquesta.store.TickQueries;
import orquesta.store.TriggerQueries;
import orquesta.text.Message;
import orquesta.text.Moments;

/** The schedules of a pipeline: when each fired last, whether it is on, when it comes next. */
record ScheduleTable(String pipeline, List<Schedule> schedules, Instant now) {
    /** {@code cada_manana: next 2026-09-06T07:30:00-03:00, runs reporte_diario}. */
    static Message next(Schedule schedule, Instant now) {
        String due = Moments.text(
                schedule.timing().next(now).due(), schedule.timing().zone());
        return Message.of("schedule.next", schedule.name(), due, schedule.job());
    }

    private static Optional<Fact.Ticked> newest(List<Event> ticks) {
        return ticks.stream().findFirst().map(tick -> (Fact.Ticked) tick.fact());
    }

    /** Where there is no home yet, history is null: nothing has fired. */
    Map<String, @Nullable Object> json(@Nullable History history) {
        return Json.object(
                "schedules",
                schedules.stream().map(schedule -> json(schedule, history)).toList());
    }

    private Map<String, @Nullable Object> json(Schedule schedule, @Nullable History history) {
        List<Event> ticks = ticks(schedule, history);
        Optional<Fact.Ticked> last = newest(ticks);
        return Json.object(
                "schedule", schedule.name(),
                "timing", schedule.text(),
                "job", schedule.job(),
                "on", isOn(schedule, history),
                "last",
                        last.map(tick -> Moments.text(
                                        tick.due(), schedule.timing().zone()))
                                .orElse(null),
                "reason", last.map(tick -> tick.reason().toString()).orElse(null),
                "next",
                        Moments.text(
                                schedule.timing().next(now).due(),
                                schedule.timing().zone()));
    }

    TextTable text(@Nullable History history) {
        TextTable table = new TextTable(
                Message.of("schedule.name").toString(),
                Message.of("schedule.when").toString(),
                "job",
                Message.of("schedule.on").toString(),
                Message.of("schedule.last").toString(),
                Message.of("schedule.comes").toString());
        for (Schedule schedule : schedules) {
            List<Event> ticks = ticks(schedule, history);
            table.row(
                    schedule.name(),
                    schedule.text(),
                    schedule.job(),
                    Message.of(isOn(schedule, history) ? "schedule.is_on" : "schedule.is_off"),
                    newest(ticks).map(tick -> told(schedule, tick)).orElse("-"),
                    Moments.text(
                            schedule.timing().next(now).due(), schedule.timing().zone()));
        }
        return table;
    }

    private static String told(Schedule schedule, Fact.Ticked tick) {
        return Moments.text(tick.due(), schedule.timing().zone()) + " " + tick.reason();
    }

    private boolean isOn(Schedule schedule, @Nullable History history) {
        return history == null
                || ScheduleState.of(new TriggerQueries(history).newest(id(schedule)))
                        .on();
    }

    private List<Event> ticks(Schedule schedule, @Nullable History history) {
        return history == null ? List.of() : new TickQueries(history).last(id(schedule), 1);
    }

    private TriggerId id(Schedule schedule) {
        return new TriggerId(pipeline, schedule.name());
    }
}
