package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.Given.asset;
import static orquesta.Given.problems;
import static orquesta.cli.Console.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.load.Fuentes;
import orquesta.schedule.Schedule;
import orquesta.selection.Selection;
import orquesta.testkit.TestHome;
import orquesta.text.Message;

/** What {@code kit schedule} and {@code kit daemon} say. */
class ScheduleTest {
    private static final String SANTIAGO = "America/Santiago";

    @TempDir
    Path temp;

    private Path pipeline;
    private Path home;

    @BeforeEach
    void a_pipeline_with_a_schedule() throws IOException {
        pipeline = temp.resolve("tienda");
        home = temp.resolve("home");
        String scheduled = ".job(Job.named(\"diario\").select(\"*ingresos_totales\"))"
                + ".schedule(orquesta.schedule.Schedule.named(\"cada_noche\")"
                + ".cron(\"0 0 * * *\", \"America/Santiago\").runs(\"diario\"))";
        Fuentes.write(
                pipeline,
                Fuentes.TIENDA.replace(".job(Job.named(\"diario\").select(\"*ingresos_totales\"))", scheduled));
    }

    @Test
    void next_prints_one_object_of_ticks_with_seconds_and_an_offset() throws IOException {
        Console said = kit(
                "schedule",
                "next",
                "0 0 * * *",
                "--zone",
                SANTIAGO,
                "--from",
                "2026-09-05T12:00",
                "--count",
                2,
                "--json");

        assertThat(said.exit()).isZero();
        assertThat(new ObjectMapper().readTree(said.out()))
                .isEqualTo(new ObjectMapper()
                        .readTree("{\"ticks\":[\"2026-09-06T01:00:00-03:00\",\"2026-09-07T00:00:00-03:00\"]}"));
    }

    @Test
    void next_says_which_local_time_a_tick_stands_for_and_never_writes_z() {
        assertThat(kit("schedule", "next", "0 0 * * *", "--zone", SANTIAGO, "--from", "2026-09-05T12:00", "--count", 1)
                        .out())
                .isEqualTo("2026-09-06T01:00:00-03:00   (stands for 2026-09-06T00:00)\n");
        assertThat(kit("schedule", "next", "every 90m", "--zone", "UTC", "--from", "2026-09-05T12:00", "--count", 1)
                        .out())
                .isEqualTo("2026-09-05T13:30:00+00:00\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schedule next;0 0 * * *;--zone;UTC;--count;0     | --count: a list of 0 ticks shows nothing; give 1 or more.",
                "schedule next;0 0 * * *;--zone;UTC;--from;hoy    | --from: \"hoy\" is not a moment;",
                "schedule next;0 0 * * *;--zone;Chile             | this JDK knows no zone \"Chile\"",
                "schedule next;every 90x;--zone;UTC               | the period \"90x\" cannot be used;",
                "schedule next;0 0 * * *                          | --zone",
                "schedule                                         | COMMAND",
                "daemon x;--speed;0                               | --speed: a speed of 0",
            })
    void what_cannot_be_read_is_one_sentence(String words, String sentence) {
        Console said = kit((Object[])
                words.replaceFirst(" next", ";next").replace(" x", ";x").split(";"));

        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(sentence).doesNotContain("Exception");
    }

    @Test
    void schedules_are_listed_switched_off_and_on_again() throws IOException {
        Console before = kit("schedule", "ls", pipeline, "--home", home);
        assertThat(before.out()).contains("cada_noche", "0 0 * * * " + SANTIAGO, "diario", "on");
        assertThat(home).as("who only looks makes nothing").doesNotExist();

        Console off = kit("schedule", "pause", pipeline, "cada_noche", "--home", home);
        assertThat(off.out()).startsWith("cada_noche is paused");
        assertThat(kit("schedule", "ls", pipeline, "--home", home).out()).contains("paused");
        assertThat(new ObjectMapper()
                        .readTree(kit("schedule", "ls", pipeline, "--home", home, "--json")
                                .out())
                        .at("/schedules/0/on")
                        .asBoolean(true))
                .isFalse();

        assertThat(kit("schedule", "resume", pipeline, "cada_noche", "--home", home)
                        .out())
                .isEqualTo("cada_noche is on again.\n");
        assertThat(kit("schedule", "ls", pipeline, "--home", home).out()).doesNotContain("paused");
    }

    @Test
    void an_unknown_schedule_gets_the_nearest_and_a_pipeline_without_any_how_to_declare_one() throws IOException {
        Console unknown = kit("schedule", "pause", pipeline, "cada_noch", "--home", home);
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no schedule \"cada_noch\"", "did you mean \"cada_noche\"?");

        Path other = temp.resolve("otra");
        Fuentes.write(other, Fuentes.TIENDA);
        assertThat(kit("schedule", "ls", other, "--home", home).out())
                .contains("declares no schedule", ".schedule(Schedule.named(");
    }

    @Test
    void a_daemon_as_a_service_names_the_script_and_the_folder() {
        String unit = kit("daemon", pipeline, "--systemd").out();

        assertThat(unit).contains("ExecStart=\"", "daemon \"" + pipeline + "\"", "Restart=always");
    }

    @Test
    void why_says_what_it_waits_for_and_what_happened_at_a_moment() {
        assertThat(kit("schedule", "why", pipeline, "cada_noche", "--home", home)
                        .out())
                .isEqualTo("• cada_noche counts from when somebody first watches it, and nobody has: ./kit daemon "
                        + pipeline + "\n");
        kit("run", pipeline, "--home", home);
        kit("schedule", "pause", pipeline, "cada_noche", "--home", home);

        assertThat(kit("schedule", "why", pipeline, "cada_noche", "--home", home)
                        .out())
                .contains("cada_noche is paused since", "./kit schedule resume " + pipeline + " cada_noche");
        assertThat(kit("schedule", "why", pipeline, "cada_noche", "--home", home, "--at", "2026-09-05T12:00")
                        .out())
                .startsWith("• At 2026-09-05T12:00:00-04:00 it was not due");
        assertThat(kit("schedule", "why", pipeline, "cada_noches", "--home", home)
                        .err())
                .contains("did you mean \"cada_noche\"?");
        assertThat(kit("schedule", "why", pipeline, "cada_noche", "--home", home, "--at", "noon")
                        .err())
                .contains("\"noon\" is not a moment");
    }

    @Test
    void why_and_the_list_follow_the_clock_that_was_watched() {
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            Instant since = Instant.parse("2026-09-05T12:00:00-04:00");
            orchestrator.record(
                    new TriggerId("tienda", "cada_noche"), new Fact.ScheduleSet("0 0 * * * " + SANTIAGO, since, true));
        }

        assertThat(why("--clock", "2026-09-05T23:55").out())
                .startsWith("• It waits for 2026-09-06T01:00:00-03:00, 5 min from now");
        assertThat(why("--clock", "2026-09-06T01:30").out())
                .startsWith("• The tick of 2026-09-06T01:00:00-03:00 came 30 min ago and nobody has decided it");
        assertThat(why("--clock", "2026-09-05T23:55", "--at", "2026-09-07T00:00")
                        .out())
                .isEqualTo("• 2026-09-07T00:00:00-03:00 has not come yet; it is 23 h 5 min away. A daemon or serve must"
                        + " watch then.\n");
        assertThat(why("--clock", "noon").err()).contains("--clock", "noon");
        assertThat(kit("schedule", "ls", pipeline, "--home", home, "--clock", "2026-09-05T23:55")
                        .out())
                .contains("2026-09-06T01:00:00-03:00");
    }

    private Console why(Object... words) {
        List<Object> all = new ArrayList<>(List.of("schedule", "why", pipeline, "cada_noche", "--home", home));
        all.addAll(List.of(words));
        return kit(all.toArray());
    }

    @Test
    void the_next_ticks_are_five_from_now_on_where_nothing_is_said() {
        Instant before = Instant.now();

        List<String> lines = kit("schedule", "next", "@hourly", "--zone", SANTIAGO)
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(5);
        assertThat(OffsetDateTime.parse(lines.get(0)).toInstant())
                .isBetween(before, Instant.now().plus(Duration.ofHours(1)));
    }

    @Test
    void a_run_of_a_tick_tells_programs_the_instant_of_the_tick() {
        Instant due = Instant.parse("2026-09-06T04:00:00Z");
        try (TestHome tick = TestHome.in(home)) {
            Fact ticked = new Fact.Ticked(
                    due, List.of(LocalDateTime.parse("2026-09-06T00:00")), State.RUNNING, Message.of("tick.due"));
            tick.orchestrator()
                    .run(
                            tick.pipeline(Definitions.of(asset("a"))),
                            RunRequest.of(Selection.all()),
                            new Event.Draft(new TriggerId(TestHome.PIPELINE, "noche"), null, 0, 0, ticked),
                            event -> {});
        }

        String json = kit("runs", "--json", "--home", home).out();

        String told = json.replaceFirst("(?s).*\"tick\": ?\"([^\"]*)\".*", "$1");
        assertThat(OffsetDateTime.parse(told).toInstant()).isEqualTo(due);
        assertThat(told).doesNotEndWith("Z");
    }

    @Test
    void what_a_daemon_says_is_no_output_of_a_run_that_goes_on() {
        PrintStream before = System.out;
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(terminal, true, StandardCharsets.UTF_8));
            Consumer<Object> voice = DaemonCommand.voice();
            System.setOut(new PrintStream(run, true, StandardCharsets.UTF_8));
            voice.accept("run 2 begins");
        } finally {
            System.setOut(before);
        }

        assertThat(terminal.toString(StandardCharsets.UTF_8).strip()).isEqualTo("run 2 begins");
        assertThat(run.size()).isZero();
    }

    @Test
    void what_is_wrong_with_schedules_is_told_all_at_once() {
        Definitions wrong = Definitions.of(asset("a"))
                .job(Job.named("diario").select("a"))
                .schedule(Schedule.named("noche").cron("0 0 * *", SANTIAGO).runs("diario"))
                .schedule(Schedule.named("noche").cron("0 0 * * *", SANTIAGO).runs("diario"))
                .schedule(Schedule.named("tarde")
                        .cron("0 18 * * *", "America/Santigo")
                        .runs("diaria"))
                .schedule(Schedule.named("seguido").every("0s").runs("diario"))
                .schedule(Schedule.named("CadaHora").every("1h").runs("diario"));

        assertThat(problems(() -> wrong.validated("tienda")))
                .hasSize(6)
                .anyMatch(told -> told.startsWith("noche: the schedule \"noche\" is declared twice"))
                .anyMatch(told -> told.startsWith("noche: a cron expression has five fields"))
                .anyMatch(told -> told.contains("knows no zone \"America/Santigo\"") && told.contains(SANTIAGO))
                .anyMatch(told -> told.startsWith("tarde: there is no job \"diaria\"; did you mean \"diario\"?"))
                .anyMatch(told -> told.startsWith("seguido: the period \"0s\" cannot be used"))
                .anyMatch(told -> told.startsWith("CadaHora: ") && told.contains("cada_hora"));
    }
}
