package orquesta.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunId;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.schedule.MissedTicks;
import orquesta.schedule.Schedule;
import orquesta.text.Language;
import orquesta.text.Message;

/** What is said of a schedule, word for word, in both languages: a case each. */
@Tag("once")
class WhyScheduleTest {
    private static final Schedule SEVEN =
            Schedule.named("cada_manana").cron("30 7 * * *", "America/Santiago").runs("diario");
    private static final String AT_ONCE_EN = "To run the same at once: ./kit run tienda --job diario";
    private static final String AT_ONCE_ES = "Para ejecutar lo mismo ahora: ./kit run tienda --job diario";

    private final List<Event> settings = new ArrayList<>();

    private static Instant at(String local) {
        return LocalDateTime.parse("2026-11-" + local)
                .atZone(ZoneId.of("America/Santiago"))
                .toInstant();
    }

    private void set(String local, String timing, boolean on, String since) {
        settings.add(new Event(
                settings.size() + 1L,
                at(local),
                new TriggerId("tienda", "cada_manana"),
                null,
                0,
                0,
                new Fact.ScheduleSet(timing, at(since), on)));
    }

    private void watched() {
        set("01T12:00", SEVEN.text(), true, "01T12:00");
    }

    private static WhySchedule.Decided decided(String due, State state, Message reason, @Nullable RunStatus status) {
        Fact.Ticked ticked = new Fact.Ticked(at(due), List.of(LocalDateTime.parse("2026-11-" + due)), state, reason);
        if (status == null) {
            return new WhySchedule.Decided(ticked, null);
        }
        RunRecord.Request request =
                new RunRecord.Request("*", "diario", LocalDate.of(2026, 11, 20), at(due), "me", "", at(due));
        return new WhySchedule.Decided(
                ticked, new RunRecord(new RunId("tienda", 12), status, request, null, Message.valueOf("x")));
    }

    private static void says(List<Message> said, List<String> english, List<String> spanish) {
        assertThat(said).extracting(one -> one.in(Language.EN)).containsExactlyElementsOf(english);
        assertThat(said).extracting(one -> one.in(Language.ES)).containsExactlyElementsOf(spanish);
    }

    private WhySchedule why(Schedule schedule, WhySchedule.@Nullable Decided newest) {
        return new WhySchedule("tienda", schedule, settings, newest);
    }

    @Test
    void it_fired_on_time_and_waits_for_its_next_tick() {
        watched();
        WhySchedule.Decided newest = decided("20T07:30", State.RUNNING, Message.of("tick.due"), RunStatus.OK);

        says(
                why(SEVEN, newest).now(at("20T12:00")),
                List.of(
                        "At 2026-11-20T07:30:00-03:00 it fired, on time: run 12 is ok now.",
                        "It waits for 2026-11-21T07:30:00-03:00, 19 h 30 min from now, and for a daemon or serve that watches"
                                + " then.",
                        AT_ONCE_EN),
                List.of(
                        "A las 2026-11-20T07:30:00-03:00 se disparó, a tiempo: la ejecución 12 está ahora ok.",
                        "Espera hasta 2026-11-21T07:30:00-03:00, falta 19 h 30 min, y que a esa hora mire un daemon o serve.",
                        AT_ONCE_ES));
    }

    @Test
    void it_fired_late() {
        watched();
        Message late = Message.of("tick.late", "2026-11-20T09:00:00-03:00");
        Optional<WhySchedule.Decided> found = Optional.of(decided("20T07:30", State.RUNNING, late, RunStatus.FAILED));

        says(
                why(SEVEN, found.get()).at(at("20T07:30"), found, at("20T12:00")),
                List.of("At 2026-11-20T07:30:00-03:00 it fired, " + late.in(Language.EN) + ": run 12 is failed now."),
                List.of("A las 2026-11-20T07:30:00-03:00 se disparó, " + late.in(Language.ES)
                        + ": la ejecución 12 está ahora failed."));
    }

    @Test
    void it_is_paused() {
        watched();
        set("19T10:00", SEVEN.text(), false, "01T12:00");
        WhySchedule.Decided newest = decided("20T07:30", State.SKIPPED, Message.of("tick.paused"), null);

        says(
                why(SEVEN, newest).now(at("20T12:00")),
                List.of(
                        "At 2026-11-20T07:30:00-03:00 it started nothing; paused: the schedule is switched off.",
                        "cada_manana is paused since 2026-11-19T10:00:00-03:00; its ticks start nothing."
                                + " ./kit schedule resume tienda cada_manana switches it on.",
                        AT_ONCE_EN),
                List.of(
                        "A las 2026-11-20T07:30:00-03:00 no inició nada; "
                                + Message.of("tick.paused").in(Language.ES) + ".",
                        "cada_manana está en pausa desde 2026-11-19T10:00:00-03:00; sus horas no inician nada."
                                + " ./kit schedule resume tienda cada_manana lo enciende.",
                        AT_ONCE_ES));
    }

    @Test
    void it_is_not_yet_due_or_never() {
        watched();
        says(
                why(SEVEN, null).at(at("21T07:30"), Optional.empty(), at("20T07:29")),
                List.of(
                        "2026-11-21T07:30:00-03:00 has not come yet; it is 1 d 1 min away. A daemon or serve must watch then."),
                List.of("Todavía no son las 2026-11-21T07:30:00-03:00; falta 1 d 1 min."
                        + " A esa hora debe estar mirando un daemon o serve."));
        says(
                why(SEVEN, null).at(at("20T08:30"), Optional.empty(), at("20T12:00")),
                List.of(
                        "At 2026-11-20T08:30:00-03:00 it was not due: it says \"30 7 * * * America/Santiago\", and the next tick"
                                + " after that is 2026-11-21T07:30:00-03:00."),
                List.of(
                        "A las 2026-11-20T08:30:00-03:00 no le tocaba: dice \"30 7 * * * America/Santiago\", y la hora siguiente"
                                + " es 2026-11-21T07:30:00-03:00."));
    }

    @Test
    void it_was_missed_and_the_rule_is_skip_or_last() {
        watched();
        Message skip = Message.of("tick.missed", "2026-11-20T12:00:00-03:00", "skip");
        Message last = Message.of("tick.missed", "2026-11-20T12:00:00-03:00", "last");

        says(
                why(SEVEN.missed(MissedTicks.SKIP), null)
                        .at(
                                at("20T07:30"),
                                Optional.of(decided("20T07:30", State.SKIPPED, skip, null)),
                                at("20T13:00")),
                List.of(
                        "At 2026-11-20T07:30:00-03:00 it started nothing; " + skip.in(Language.EN) + ".",
                        "With .missed(MissedTicks.LAST) for cada_manana the newest missed tick would have been run late."),
                List.of(
                        "A las 2026-11-20T07:30:00-03:00 no inició nada; " + skip.in(Language.ES) + ".",
                        "Con .missed(MissedTicks.LAST) en cada_manana se habría ejecutado, atrasada, la hora perdida más"
                                + " nueva."));
        assertThat(why(SEVEN, null)
                        .at(
                                at("20T07:30"),
                                Optional.of(decided("20T07:30", State.SKIPPED, last, null)),
                                at("20T13:00")))
                .last()
                .hasToString("With .missed(MissedTicks.ALL) for cada_manana it would have been run, too.");
    }

    @Test
    void no_daemon_watched() {
        watched();
        says(
                why(SEVEN, null).now(at("02T08:00")),
                List.of(
                        "The tick of 2026-11-02T07:30:00-03:00 came 30 min ago and nobody has decided it: no daemon and no serve"
                                + " watches. ./kit daemon tienda does.",
                        "Whoever watches next runs the newest missed tick, late (missed(LAST)).",
                        AT_ONCE_EN),
                List.of(
                        "La hora 2026-11-02T07:30:00-03:00 pasó hace 30 min y nadie la ha decidido: no mira ningún daemon ni"
                                + " serve. ./kit daemon tienda lo hace.",
                        "El primero que mire ejecuta la hora perdida más nueva, atrasada (missed(LAST)).",
                        AT_ONCE_ES));
        assertThat(why(SEVEN.missed(MissedTicks.SKIP), null).at(at("02T07:30"), Optional.empty(), at("02T08:00")))
                .last()
                .hasToString("Whoever watches next runs no missed tick (missed(SKIP)).");
        assertThat(why(SEVEN.missed(MissedTicks.ALL), null).at(at("02T07:30"), Optional.empty(), at("02T08:00")))
                .last()
                .hasToString("Whoever watches next runs every missed tick, one after the other (missed(ALL)).");
    }

    @Test
    void the_run_before_it_goes_on() {
        watched();
        WhySchedule.Decided newest = decided("20T07:30", State.RUNNING, Message.of("tick.due"), RunStatus.RUNNING);

        says(
                why(SEVEN.missed(MissedTicks.ALL), newest).at(at("21T07:30"), Optional.empty(), at("21T08:00")),
                List.of(
                        "The tick of 2026-11-21T07:30:00-03:00 waits until run 12 has ended: with missed(ALL) runs of one schedule"
                                + " never overlap. ./kit cancel 12 ends that run."),
                List.of(
                        "La hora 2026-11-21T07:30:00-03:00 espera a que termine la ejecución 12: con missed(ALL) las ejecuciones de un"
                                + " horario nunca se superponen. ./kit cancel 12 la termina."));
    }

    @Test
    void it_was_changed_since_or_nobody_had_watched_it() {
        set("01T12:00", "0 7 * * * America/Santiago", true, "01T12:00");
        says(
                new WhySchedule("tienda", SEVEN, List.of(), null).now(at("20T12:00")),
                List.of(
                        "cada_manana counts from when somebody first watches it, and nobody has: ./kit daemon tienda",
                        AT_ONCE_EN),
                List.of(
                        "cada_manana cuenta desde que alguien lo mira por primera vez, y nadie lo ha mirado: ./kit daemon tienda",
                        AT_ONCE_ES));
        set("10T12:00", SEVEN.text(), true, "10T12:00");
        says(
                why(SEVEN, null).at(at("05T07:30"), Optional.empty(), at("20T12:00")),
                List.of(
                        "At 2026-11-05T07:30:00-03:00 it was not written so: it says \"30 7 * * * America/Santiago\" since"
                                + " 2026-11-10T12:00:00-03:00, and owes nothing for the time before. It said \"0 7 * * * America/Santiago\""
                                + " then."),
                List.of(
                        "A las 2026-11-05T07:30:00-03:00 no estaba escrito así: dice \"30 7 * * * America/Santiago\" desde"
                                + " 2026-11-10T12:00:00-03:00, y por el tiempo anterior no debe nada. Entonces decía"
                                + " \"0 7 * * * America/Santiago\"."));
        settings.remove(0);
        says(
                why(SEVEN, null).at(at("05T07:30"), Optional.empty(), at("20T12:00")),
                List.of(
                        "At 2026-11-05T07:30:00-03:00 nobody had watched it yet; it counts from 2026-11-10T12:00:00-03:00."),
                List.of(
                        "A las 2026-11-05T07:30:00-03:00 todavía no lo miraba nadie; cuenta desde 2026-11-10T12:00:00-03:00."));
    }

    @Test
    void its_run_could_not_start_or_it_was_told_with_many() {
        watched();
        Message refused = Message.of("tick.refused", "x");
        Message folded = Message.of("tick.folded", 300, "2026-11-02T07:30:00-03:00", Message.of("tick.paused"));

        says(
                why(SEVEN, null)
                        .at(
                                at("20T07:30"),
                                Optional.of(decided("20T07:30", State.FAILED, refused, null)),
                                at("20T13:00")),
                List.of("At 2026-11-20T07:30:00-03:00 it was due, and its run could not start: x."),
                List.of("A las 2026-11-20T07:30:00-03:00 le tocaba, y su ejecución " + refused.in(Language.ES) + "."));
        assertThat(why(SEVEN, null)
                        .at(
                                at("05T07:30"),
                                Optional.of(decided("19T07:30", State.SKIPPED, folded, null)),
                                at("20T13:00")))
                .singleElement()
                .hasToString(
                        "At 2026-11-19T07:30:00-03:00 it started nothing; 300 ticks from 2026-11-02T07:30:00-03:00 on:"
                                + " paused: the schedule is switched off.");
    }
}
