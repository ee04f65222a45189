package orquesta.web;

import java.time.Instant;
import java.util.List;
import orquesta.event.TriggerId;
import orquesta.explain.WhySchedule;
import orquesta.schedule.Schedule;
import orquesta.store.TickQueries;
import orquesta.text.Message;

/**
 * What a home remembers of a schedule, in sentences: for its page and for a command.
 *
 * @param pipeline as a command names it
 */
public record ScheduleStory(TickQueries ticks, TriggerId id, Schedule schedule, String pipeline) {
    /** What it waits for, and why it did last what it did. */
    public List<Message> now(Instant now) {
        return why().now(now);
    }

    /** Why it fired at a moment, or did not. */
    public List<Message> at(Instant moment, Instant now) {
        return why().at(moment, ticks.from(id, moment).map(ScheduleStory::decided), now);
    }

    private WhySchedule why() {
        return new WhySchedule(
                pipeline,
                schedule,
                ticks.settings(id),
                ticks.newest(id).map(ScheduleStory::decided).orElse(null));
    }

    private static WhySchedule.Decided decided(TickQueries.Past past) {
        return new WhySchedule.Decided(past.ticked(), past.run());
    }
}
