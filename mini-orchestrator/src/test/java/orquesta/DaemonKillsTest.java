package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.event.State;
import orquesta.event.TriggerId;
import orquesta.store.TickQueries;
import orquesta.store.TriggerQueries;
import pruebas.CadaSegundo;

/**
 * Two daemons on one home, killed at moments that a seed chooses, judged from the tables alone: each second since the first
 * tick has one, and each tick one run; each file that came is told once, with a run. {@code -Dorquesta.kills=500} kills more.
 */
@DisabledOnOs(OS.WINDOWS)
@Tag("once")
class DaemonKillsTest {
    private static final int KILLS = Math.max(1, Integer.getInteger("orquesta.kills", 1) / 3);

    @TempDir
    Path home;

    private final List<String> files = new ArrayList<>();

    @Test
    @Timeout(3_600)
    void no_tick_and_no_file_is_lost_and_none_starts_two_runs() throws Exception {
        Random chance = new Random(20261129);
        for (int kill = 0; kill < KILLS; kill++) {
            Path out = Files.createFile(home.resolve("out" + kill));
            Process one = Child.program(CadaSegundo.class, out, home);
            Process other = Child.program(CadaSegundo.class, Files.createTempFile(home, "other", ""), home);
            try {
                while (!Files.readString(out).contains(" ended: ok") && one.isAlive() && other.isAlive()) {
                    arrives();
                }
                for (int i = chance.nextInt(10); i > 0; i--) {
                    arrives();
                }
                assertThat(one.isAlive()).as(Files.readString(out)).isTrue();
            } finally {
                one.destroyForcibly().waitFor();
                other.destroyForcibly().waitFor();
            }
        }
        lastDaemonTellsWhatIsLeft();
        Orchestrator.at(home).close(); // runs whose process is gone are crashed now

        try (Orchestrator looks = Orchestrator.at(home)) {
            assertThat(told(looks)).containsExactlyInAnyOrderElementsOf(files);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("orquesta.db"));
                Statement statement = connection.createStatement()) {
            List<Long> ticks = numbers(statement, "select due / 1000 from tick order by due");
            assertThat(ticks).hasSizeGreaterThan(KILLS).doesNotHaveDuplicates();
            assertThat(ticks.get(ticks.size() - 1) - ticks.get(0))
                    .as("a tick for each second")
                    .isEqualTo(ticks.size() - 1);
            assertThat(numbers(statement, "select tick / 1000 from run where tick is not null order by tick"))
                    .isEqualTo(ticks);
            assertThat(numbers(statement, "select count(*) from sensed where number > (select count(*) from sensed)"))
                    .containsExactly(0L);
            assertThat(numbers(statement, "select run from run where status not in ('ok', 'crashed')"))
                    .isEmpty();
            assertThat(numbers(statement, "select run from run where status = 'ok'"))
                    .isNotEmpty();
        }
    }

    /** One more file, whole at once. */
    private void arrives() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(home.resolve("entrada"));
        Path half = Files.writeString(home.resolve("half"), "x");
        String name = "%05d.csv".formatted(files.size());
        Files.move(half, folder.resolve(name));
        files.add(name);
        Thread.sleep(150); // each look at the folder tells what came since, and starts a run
    }

    /** It lives until there are more ticks than kills: on a quick machine there are too few before. */
    private void lastDaemonTellsWhatIsLeft() throws Exception {
        Process last = Child.program(CadaSegundo.class, Files.createFile(home.resolve("last")), home);
        try (Orchestrator looks = Orchestrator.at(home)) {
            while (!(told(looks).containsAll(files) && ticks(looks) > KILLS) && last.isAlive()) {
                Thread.sleep(100);
            }
            assertThat(last.isAlive())
                    .as(Files.readString(home.resolve("last")))
                    .isTrue();
        } finally {
            last.destroyForcibly().waitFor();
        }
    }

    /** The files that looks told which started a run, each as often as it was told. */
    private static List<String> told(Orchestrator looks) {
        List<Event> sensed = new ArrayList<>(
                new TriggerQueries(looks.history()).sensed(new TriggerId("p", "llego"), Integer.MAX_VALUE));
        Collections.reverse(sensed);
        List<String> told = new ArrayList<>();
        Set<String> before = Set.of();
        for (Event event : sensed) {
            Fact.Sensed look = (Fact.Sensed) event.fact();
            Set<String> seen = look.cursor()
                    .lines()
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (look.state() == State.RUNNING) {
                assertThat(seen).as("look %d told nothing new", look.number()).hasSizeGreaterThan(before.size());
                assertThat(looks.history().event(event.seq() + 1).orElseThrow().fact())
                        .isInstanceOf(Fact.RunStarted.class);
                seen.stream().filter(Predicate.not(before::contains)).forEach(told::add);
            } else {
                assertThat(seen)
                        .as("look %d moved on without a run", look.number())
                        .isEqualTo(before);
            }
            before = seen;
        }
        return told;
    }

    private static int ticks(Orchestrator looks) {
        return new TickQueries(looks.history())
                .last(new TriggerId("p", "cada"), KILLS + 1)
                .size();
    }

    private static List<Long> numbers(Statement statement, String question) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
