package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orquesta.daemon.VirtualDays;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.RunRecord;
import orquesta.event.RunStatus;
import orquesta.event.TriggerId;
import orquesta.process.FastClock;
import orquesta.store.TickQueries;
import pruebas.Reinicio;

/** A machine goes down while a daemon and three runs of it go on, and comes up hours later: what becomes of runs and of ticks. */
@DisabledOnOs(OS.WINDOWS)
@Tag("once")
class RebootTest {
    @TempDir
    Path home;

    private List<Instant> runsOf(Orchestrator orchestrator, String job, RunStatus status) {
        List<Instant> due = new ArrayList<>();
        for (RunRecord run : orchestrator.history().runs(100)) {
            if (run.request().job().equals(job) && run.status() == status) {
                Event first = orchestrator.history().events(run.id()).get(0);
                Event tick = orchestrator.history().event(first.cause()).orElseThrow();
                due.add(((Fact.Ticked) tick.fact()).due());
            }
        }
        due.sort(null);
        return due;
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-11-02T%02d:00:00-03:00".formatted(hour));
    }

    private static List<String> reasons(Orchestrator orchestrator, String schedule) {
        return new TickQueries(orchestrator.history())
                .last(new TriggerId("p", schedule), 100).stream()
                        .map(event -> ((Fact.Ticked) event.fact()).reason().key())
                        .toList();
    }

    /** How many runs are in the middle of something. */
    private static long begun(Path said) throws IOException {
        return Files.readString(said)
                .lines()
                .filter(line -> line.startsWith("begun "))
                .count();
    }

    @Test
    @Timeout(300)
    void runs_are_crashed_and_missed_ticks_follow_their_policy() throws Exception {
        Path said = Files.createFile(home.resolve("said"));
        Process daemon = Child.program(Reinicio.class, said, home);
        try {
            while (daemon.isAlive() && begun(said) < 3) {
                Thread.sleep(20);
            }
            assertThat(begun(said)).as(Files.readString(said)).isEqualTo(3);
        } finally {
            daemon.destroyForcibly().waitFor();
        }
        // what lies about after the power went: the file of the locks, a journal, and whatever was being written
        assertThat(home.resolve("runs.lock")).exists();
        Files.writeString(Files.createDirectories(home.resolve("tmp")).resolve("half"), "x");
        FastClock clock = VirtualDays.clock("2026-11-02T13:30", 600);
        try (Orchestrator orchestrator = Orchestrator.at(home, clock)) {
            for (String job : List.of("omite", "ultima", "todas")) {
                assertThat(runsOf(orchestrator, job, RunStatus.CRASHED)).containsExactly(hour(10));
            }
            VirtualDays.watch(orchestrator, Reinicio.pipeline(false), clock, "2026-11-02T14:00");

            assertThat(runsOf(orchestrator, "omite", RunStatus.OK)).containsExactly(hour(14));
            assertThat(runsOf(orchestrator, "ultima", RunStatus.OK)).containsExactly(hour(13), hour(14));
            assertThat(runsOf(orchestrator, "todas", RunStatus.OK))
                    .containsExactly(hour(11), hour(12), hour(13), hour(14));
            assertThat(reasons(orchestrator, "cada_omite"))
                    .as("the newest first: one that is missed is told as that")
                    .containsExactly("tick.due", "tick.missed", "tick.missed", "tick.missed", "tick.due");
        }
        try (Orchestrator next = Orchestrator.at(home)) {
            assertThat(next.history().unfinished()).isEmpty();
            assertThat(next.leftovers()).isEmpty();
        }
    }
}
