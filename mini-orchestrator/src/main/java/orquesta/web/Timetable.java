package orquesta.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import orquesta.Orchestrator;
import orquesta.daemon.ScheduleState;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.load.LiveDefinitions;
import orquesta.process.FastClock;
import orquesta.schedule.ClockChange;
import orquesta.schedule.Schedule;
import orquesta.schedule.Timing;
import orquesta.store.TickQueries;
import orquesta.store.TriggerQueries;
import orquesta.text.Message;

/** The page of time: shows the schedules, switches them, and sets the speed of a virtual clock. */
final class Timetable {
    private static final int NEXT = 5;
    private static final int PAST = 150;
    private static final int TOLD = 10;
    private static final double FASTEST = 100_000;

    private final String pipeline;
    private final LiveDefinitions definitions;
    private final Orchestrator orchestrator;
    private final Clock clock;
    private final String named;
    private final TriggerQueries triggers;
    private final TickQueries ticks;
    private final Renderer renderer;

    Timetable(WebServer.Site site, Renderer renderer) {
        this.pipeline = site.pipeline();
        this.definitions = site.definitions();
        this.orchestrator = site.orchestrator();
        this.clock = site.clock();
        this.named = site.command().folder();
        this.triggers = new TriggerQueries(orchestrator.history());
        this.ticks = new TickQueries(orchestrator.history());
        this.renderer = renderer;
    }

    /** Made anew at each look: time goes on though nothing happens. */
    void show(Context context, Look look) {
        renderer.send(context, renderer.html("time.jte", Map.of("page", page(look))));
    }

    private TimePage page(Look look) {
        Known known =
                new Known(orchestrator.history().lastSeq(), definitions.now().id());
        Optional<Pipeline> loaded = definitions.now().pipeline();
        Instant now = clock.instant();
        List<TimePage.Entry> entries = loaded.map(found -> found.schedules().values().stream()
                        .map(schedule -> entry(schedule, now))
                        .toList())
                .orElse(List.of());
        boolean virtual = clock instanceof FastClock;
        double speed = clock instanceof FastClock fast ? fast.speed() : 1;
        TimePage.Watch watch = new TimePage.Watch(now, clock.getZone(), speed, virtual);
        return new TimePage(look, pipeline, loaded.isPresent(), entries, sensors(loaded), watch, known);
    }

    private TimePage.Entry entry(Schedule schedule, Instant now) {
        TriggerId id = new TriggerId(pipeline, schedule.name());
        List<TickQueries.Past> found = ticks.between(id, now.minus(TimePage.DAY), now, PAST + 1);
        return new TimePage.Entry(
                schedule,
                isOn(id),
                now,
                new ScheduleStory(ticks, id, schedule, named).now(now),
                coming(schedule.timing(), now),
                found.subList(0, Math.min(PAST, found.size())),
                found.size() > PAST);
    }

    private List<TimePage.Watched> sensors(Optional<Pipeline> loaded) {
        return loaded.stream()
                .flatMap(found -> found.sensors().values().stream())
                .map(sensor -> {
                    TriggerId id = new TriggerId(pipeline, sensor.name());
                    List<Event> told = triggers.sensed(id, TOLD);
                    return new TimePage.Watched(
                            sensor, isOn(id), told.stream().map(this::told).toList());
                })
                .toList();
    }

    /** The run that a look starts begins with the next event: the two are recorded together. */
    private TimePage.Told told(Event event) {
        Fact.Sensed sensed = (Fact.Sensed) event.fact();
        RunRecord run = sensed.state() != State.RUNNING
                ? null
                : orchestrator
                        .history()
                        .event(event.seq() + 1)
                        .flatMap(next -> orchestrator.history().run(next.run().number()))
                        .orElse(null);
        return new TimePage.Told(event.at(), sensed, run);
    }

    private boolean isOn(TriggerId id) {
        return ScheduleState.of(triggers.newest(id)).on();
    }

    private static List<TimePage.Coming> coming(Timing timing, Instant now) {
        return timing.next(now, NEXT).stream()
                .map(tick -> new TimePage.Coming(
                        tick, ClockChange.onDayOf(tick.due(), timing.zone()).orElse(null)))
                .toList();
    }

    /** Switches a schedule or a sensor on or off, as {@code schedule resume} and {@code schedule pause} do. */
    void switched(Context context, Look look) {
        String name = Objects.requireNonNullElse(context.formParam("schedule"), "");
        boolean known = definitions
                .now()
                .pipeline()
                .map(found ->
                        found.schedules().containsKey(name) || found.sensors().containsKey(name))
                .orElse(false);
        if (!known) {
            refuse(context, look, Message.of("web.no_schedule", name));
            return;
        }
        ScheduleState.switchTo("on".equals(context.formParam("to")), new TriggerId(pipeline, name), orchestrator);
        context.redirect(look.base() + "/time", HttpStatus.SEE_OTHER);
    }

    /** Lets a virtual clock go at another speed; 0 stops it. */
    void setSpeed(Context context, Look look) {
        String asked = Objects.requireNonNullElse(context.formParam("speed"), "");
        boolean number = asked.matches("\\d{1,6}(\\.\\d{1,6})?");
        if (clock instanceof FastClock fast && number && Double.parseDouble(asked) <= FASTEST) {
            fast.setSpeed(Double.parseDouble(asked));
            context.redirect(look.base() + "/time", HttpStatus.SEE_OTHER);
        } else {
            refuse(context, look, Message.of("web.no_speed", asked));
        }
    }

    private void refuse(Context context, Look look, Message why) {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        renderer.say(context, look, why);
    }
}
