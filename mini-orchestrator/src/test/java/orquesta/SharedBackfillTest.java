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
import orquesta.event.RunId;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.explain.Why;
import orquesta.text.Language;
import pruebas.Relleno;

/** Two processes that fill the same days of one home are two workers: each day is done by one of them. */
@Tag("once")
class SharedBackfillTest {
    private static final List<String> DAYS = IntStream.rangeClosed(1, 12)
            .mapToObj(day -> "2026-11-%02d".formatted(day))
            .toList();

    @TempDir
    Path home;

    private Child worker(String stops, String fails) throws Exception {
        return Child.start("pruebas.Relleno", home, stops, fails);
    }

    private StepRecord day(Orchestrator looks, long run, String day) {
        return days(looks, run).stream()
                .filter(step -> step.task().partition().equals(day))
                .findFirst()
                .orElseThrow();
    }

    private List<StepRecord> days(Orchestrator looks, long run) {
        return looks.history().steps(looks.history().run(run).orElseThrow().id()).stream()
                .filter(step -> step.task().asset().name().equals("ventas")
                        && !step.task().isCheck())
                .toList();
    }

    @Test
    void each_day_is_computed_by_one_of_them_and_both_end_well() throws Exception {
        try (Child one = worker("", "");
                Child other = worker("", "")) {
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
        try (Child one = worker("2026-11-03", "")) {
            one.until("stops");
            try (Child other = worker("", "")) {
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

    @Test
    void what_has_just_failed_at_one_of_them_the_other_does_not_try_again() throws Exception {
        String day = "2026-11-03";
        try (Child one = worker("", day)) {
            one.until("fails");
            try (Child other = worker("", "")) {
                other.until("ventas@" + day + " waiting: waits for run 1");
                one.go();
                assertThat(List.of(one.exit(), other.exit())).containsOnly(0);
                assertThat(one.said()).contains("ended failed");
                assertThat(other.said()).contains("ended failed");
            }
        }

        assertThat(Files.readAllLines(home.resolve("computed"))).containsExactlyInAnyOrderElementsOf(DAYS);
        try (Orchestrator looks = Orchestrator.at(home)) {
            StepRecord beside = day(looks, 2, day);
            assertThat(beside.state()).isEqualTo(State.FAILED);
            assertThat(beside.reason().in(Language.EN))
                    .startsWith("failed beside: run 1, at work at the same time, has just tried it: ")
                    .contains("sin red");
            assertThat(beside.reason().in(Language.ES))
                    .startsWith("falló al lado: la ejecución 1, en marcha al mismo tiempo, acaba de intentarlo: ");
            assertThat(Why.of(looks.history().events(new RunId("dias", 2)), Task.parse("filas@" + day)))
                    .extracting(said -> said.in(Language.EN))
                    .anyMatch(said -> said.startsWith("ventas@" + day + " is failed: failed beside: run 1"));
            assertThat(days(looks, 2))
                    .filteredOn(step -> !step.task().partition().equals(day))
                    .allMatch(step -> step.state() == State.OK || step.state() == State.REUSED);
        }
        Relleno.main(new String[] {home.toString(), "", ""}); // once more, alone
        try (Orchestrator looks = Orchestrator.at(home)) {
            assertThat(looks.history().run(3).orElseThrow().status()).isEqualTo(RunStatus.OK);
            assertThat(day(looks, 3, day).state()).isEqualTo(State.OK);
            assertThat(day(looks, 3, day).reason().in(Language.EN)).isEqualTo("published");
        }
    }
}
