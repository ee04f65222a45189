package horario;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import orquesta.autograder.exercise.Complaint;
import orquesta.autograder.exercise.Fields;
import orquesta.autograder.exercise.Outcome;
import orquesta.autograder.exercise.RunStory;
import orquesta.autograder.exercise.Scenario;
import orquesta.autograder.exercise.ScenarioOutcome;
import orquesta.autograder.exercise.Trial;
import orquesta.autograder.exercise.TrialSource;

/** Lets a virtual clock go on, and compares the instants of the ticks with 07:30 of Santiago as java.time has it. */
public final class Casos implements TrialSource {
    private static final String SCHEDULE = "cada_manana";
    private static final ZoneId ZONE = ZoneId.of("America/Santiago");
    private static final LocalTime TIME = LocalTime.of(7, 30);
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /** In 2027 the clocks of Chile go back at the end of the first, and forward at the beginning of the second. */
    private static final LocalDate BACK = LocalDate.of(2027, 4, 3);

    private static final LocalDate FORWARD = LocalDate.of(2027, 9, 5);

    @Override
    public List<Trial> trials(long seed) {
        LocalDate monday = LocalDate.of(2026, 11, 9).plusWeeks(new Random(seed).nextInt(8));
        Days working = new Days(monday, 7, WEEKEND);
        Days weekend = new Days(
                monday,
                14,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
        return List.of(
                fires("half_past_seven", working),
                fires("weekend", weekend),
                Trial.forCheck("runs_the_job")
                        .in(from(monday)
                                .file("ventas.csv", "producto,total\nPan,990\n")
                                .goesOnTo(monday.plusDays(1) + "T00:00", 1))
                        .judged(outcome -> runs(outcome, monday))
                        .build(),
                Trial.forCheck("missed").in(from(monday)).judged(Casos::missed).build(),
                fires("april", new Days(BACK.minusDays(5), 12, WEEKEND)),
                fires("september", new Days(FORWARD.minusDays(5), 12, WEEKEND)),
                fires("year", new Days(monday, 365, Set.of())));
    }

    /** Some days on end, of which those of some weekdays are not looked at. */
    private record Days(LocalDate first, int count, Set<DayOfWeek> but) {
        boolean hold(Instant tick) {
            LocalDate date = tick.atZone(ZONE).toLocalDate();
            return !but.contains(date.getDayOfWeek());
        }

        List<Instant> mornings() {
            return first.datesUntil(first.plusDays(count))
                    .filter(date -> !but.contains(date.getDayOfWeek()))
                    .map(date -> date.atTime(TIME).atZone(ZONE).toInstant())
                    .toList();
        }
    }

    private static Scenario from(LocalDate date) {
        return Scenario.at(date + "T00:00", ZONE.getId());
    }

    private static Trial fires(String check, Days days) {
        String end = days.first().plusDays(days.count()) + "T00:00";
        return Trial.forCheck(check)
                .in(from(days.first()).goesOnTo(end, 0))
                .judged(outcome -> ticks(outcome, days))
                .build();
    }

    private static Optional<Complaint> ticks(Outcome outcome, Days days) {
        ScenarioOutcome seen = ScenarioOutcome.of(outcome);
        seen.schedule(SCHEDULE);
        List<Instant> found = seen.ticks(SCHEDULE).stream().filter(days::hold).toList();
        List<Instant> wanted = days.mornings();
        for (int i = 0; i < wanted.size(); i++) {
            if (i == found.size() || !found.get(i).equals(wanted.get(i))) {
                return Optional.of(differs(wanted, found, i));
            }
        }
        return found.size() == wanted.size() ? Optional.empty() : Optional.of(differs(wanted, found, wanted.size()));
    }

    private static Complaint differs(List<Instant> wanted, List<Instant> found, int at) {
        String due = at < wanted.size() ? local(wanted.get(at)) : "-";
        String came = at < found.size() ? local(found.get(at)) : "-";
        return Complaint.ticks(
                        "tick " + (at + 1) + " at " + due + ", " + wanted.size() + " in all",
                        "el disparo " + (at + 1) + " a las " + due + ", " + wanted.size() + " en total")
                .found(
                        "at " + came + ", " + found.size() + " in all",
                        "a las " + came + ", " + found.size() + " en total");
    }

    private static String local(Instant instant) {
        return instant.atZone(ZONE).toOffsetDateTime().toString().replace('T', ' ');
    }

    private static Optional<Complaint> runs(Outcome outcome, LocalDate monday) {
        ScenarioOutcome seen = ScenarioOutcome.of(outcome);
        Fields schedule = seen.schedule(SCHEDULE);
        if (!schedule.get("job", String.class).equals("reporte_diario")) {
            return Optional.of(
                    Complaint.definition("a schedule of the job reporte_diario", "un schedule del job reporte_diario")
                            .found(schedule.get("job", String.class)));
        }
        if (seen.runs() == 0) {
            return Optional.of(Complaint.events("a run of the first morning", "una corrida de la primera mañana")
                    .found("no run", "ninguna corrida"));
        }
        RunStory run = seen.run(0);
        String found = run.date() + " " + run.status();
        String wanted = monday + " ok";
        return found.equals(wanted)
                ? Optional.empty()
                : Optional.of(Complaint.events("the first run: " + wanted, "la primera corrida: " + wanted)
                        .found(found));
    }

    private static Optional<Complaint> missed(Outcome outcome) {
        String rule = ScenarioOutcome.of(outcome).schedule(SCHEDULE).get("missed", String.class);
        return rule.equals("SKIP")
                ? Optional.empty()
                : Optional.of(Complaint.definition("missed mornings: SKIP", "mañanas perdidas: SKIP")
                        .found(rule));
    }
}
