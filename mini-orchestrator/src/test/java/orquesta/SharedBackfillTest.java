package orquesta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Task;
import orquesta.event.State;
import orquesta.event.StepRecord;

/** Two processes that fill the same days of one home are two workers: each day is done by one of them. */
@Tag("once")
class SharedBackfillTest {
    private static final List<String> DAYS = IntStream.rangeClosed(1, 12)
            .mapToObj(day -> "2026-11-%02d".formatted(day))
            .toList();

    @TempDir
    Path home;

    private Child worker(String stops) throws Exception {
        return Child.start("pruebas.Relleno", home, stops);
    }

    private List<StepRecord> days(Orchestrator looks, long run) {
        return looks.history().steps(looks.history().run(run).orElseThrow().id()).stream()
                .filter(step -> step.task().asset().name().equals("ventas")
                        && !step.task().isCheck())
                .toList();
    }

    @Test
    void each_day_is_computed_by_one_of_them_and_both_end_well() throws Exception {
        try (Child one = worker("");
                Child other = worker("")) {
            assertThat(List.of(one.exit(), other.exit()))
                    .as("%s%n%s", one.said(), other.said())
                    .containsOnly(0);
            assertThat(one.said()).contains("ended ok");
            assertThat(other.said()).contains("ended ok");
        }

        assertThat(Files.readAllLines(home.resolve("computed"))).containsExactlyInAnyOrderElementsOf(DAYS);
        try (Orchestrator looks = Orchestrator.at(home)) {
            assertThat(List.of(days(looks, 1), days(looks, 2)))
                    .allSatisfy(days -> assertThat(days)
                            .anyMatch(day -> day.state() == State.OK)
                            .allMatch(day -> day.state() == State.OK || day.state() == State.REUSED));
        }
    }

    @Test
    void what_a_killed_one_was_at_is_done_by_the_other() throws Exception {
        try (Child one = worker("2026-11-03")) {
            one.until("stops");
            try (Child other = worker("")) {
                assertThat(other.until("ventas@2026-11-03 waiting: waits for"))
                        .contains("waits for run 1, which computes ventas");
                one.kill();
                assertThat(other.exit()).as("%s", other.said()).isZero();
                assertThat(other.said()).contains("ended ok");
            }
        }

        assertThat(Files.readAllLines(home.resolve("computed"))).containsExactlyInAnyOrderElementsOf(DAYS);
        try (Orchestrator looks = Orchestrator.at(home)) {
            assertThat(looks.history().run(1).orElseThrow().status().text()).isEqualTo("crashed");
            assertThat(days(looks, 2)).allMatch(day -> day.state() == State.OK || day.state() == State.REUSED);
            assertThat(looks.history().published("dias", Task.parse("total"))).isPresent();
        }
    }
}
