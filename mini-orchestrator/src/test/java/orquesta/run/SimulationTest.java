package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import orquesta.asset.Task;
import orquesta.event.Fact;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.run.model.ModelResult;
import orquesta.run.model.ReferenceModel;

/**
 * Runs by the ten thousand, with {@code ./kit test --all} by the million, without threads, on a virtual clock: random graphs with checks, pins, retries, time-outs,
 * pools, several runs at once, cancels, crashes, recovery and reruns. At each event the {@link Laws} must hold; at the end
 * each undisturbed run must be what the reference model says.
 */
class SimulationTest {
    private static final long SCENARIOS = Long.getLong("orquesta.simulations", 60_000);

    /** What went wrong in a scenario; empty if nothing did. */
    private static Optional<String> wrong(Scenario scenario, World.Bug bug, List<Integer> counts) {
        World world = new World(scenario, bug);
        try {
            List<World.Life> lives = world.live();
            counts.set(0, counts.get(0) + lives.size());
            counts.set(1, counts.get(1) + world.events());
            return lives.stream()
                    .flatMap(life -> wrong(scenario, life).stream())
                    .findFirst();
        } catch (Laws.Broken | IllegalStateException | NullPointerException e) {
            return Optional.of(e.toString());
        }
    }

    private static Optional<String> wrong(Scenario scenario, World.Life life) {
        if (life.state.ended().isEmpty()) {
            return Optional.of("run " + life.id + " never ended: " + states(life));
        }
        if (!life.run.isUndisturbed() || life.rerun || life.failedDelivery) {
            return Optional.empty();
        }
        Fact.RunEnded ended = life.state.ended().get();
        ModelResult model = ReferenceModel.judge(scenario.model(life.run));
        Set<String> unjudged = unjudged(life);
        SortedMap<String, String> there = new TreeMap<>(model.states());
        there.keySet().removeAll(unjudged);
        SortedMap<String, String> here = states(life);
        here.keySet().removeAll(unjudged);
        RunStatus status = ended.status();
        String ours = here + " " + (unjudged.isEmpty() ? status.text() + " " + status.exit() : status.exit() > 0);
        String theirs = there + " " + (unjudged.isEmpty() ? model.status() + " " + model.exit() : model.exit() > 0);
        return ours.equals(theirs) ? Optional.empty() : Optional.of("ours " + ours + "\nmodel " + theirs);
    }

    /** The checks of assets that another run's checks have blocked: here they did not judge. */
    private static Set<String> unjudged(World.Life life) {
        return life.state.tasks().keySet().stream()
                .filter(task -> task.isCheck() && life.failedBeside.contains(task.judged()))
                .filter(task -> life.state.of(task.judged()).state() == State.BLOCKED)
                .map(Task::text)
                .collect(Collectors.toSet());
    }

    private static SortedMap<String, String> states(World.Life life) {
        SortedMap<String, String> states = new TreeMap<>();
        life.state
                .tasks()
                .forEach((task, state) -> states.put(task.text(), state.state().text()));
        return states;
    }

    /** The smallest scenario that still goes wrong, and how. */
    private static String smallest(Scenario found, World.Bug bug) {
        Scenario smallest = found;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (Scenario smaller : smallest.smaller()) {
                if (wrong(smaller, bug, counts()).isPresent()) {
                    smallest = smaller;
                    shrunk = true;
                    break;
                }
            }
        }
        return wrong(smallest, bug, counts()).orElseThrow() + "\nin " + smallest;
    }

    private static List<Integer> counts() {
        return new ArrayList<>(List.of(0, 0));
    }

    @Test
    void in_every_run_the_laws_hold_and_it_ends_as_the_reference_model_says() {
        List<Integer> counts = counts();
        long began = System.nanoTime();
        for (long seed = 1; seed <= SCENARIOS; seed++) {
            Scenario scenario = ScenarioMaker.make(seed);
            Optional<String> wrong = wrong(scenario, World.Bug.NONE, counts);
            if (wrong.isPresent()) {
                throw new AssertionError("seed " + seed + ": " + smallest(scenario, World.Bug.NONE));
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "simulated %d runs, %d events: %.0f runs a second%n",
                counts.get(0), counts.get(1), counts.get(0) / seconds);
    }

    @Tag("once")
    @ParameterizedTest
    @EnumSource(PlantedBug.class)
    void a_bug_that_is_planted_is_found_and_shown_in_its_smallest_graph(PlantedBug bug) {
        long found = LongStream.rangeClosed(1, 3_000)
                .filter(seed -> wrong(ScenarioMaker.make(seed), bug, counts()).isPresent())
                .findFirst()
                .orElse(0);

        assertThat(found).as("%s is found", bug).isPositive();
        String smallest = smallest(ScenarioMaker.make(found), bug);
        System.out.printf("%s: seed %d, %s%n", bug, found, smallest);
        assertThat(smallest.split("SimAsset\\[", -1)).hasSizeLessThanOrEqualTo(1 + 8);
    }

    @Test
    void undisturbed_runs_come_to_every_status_there_is() {
        List<RunStatus> seen = new ArrayList<>();
        for (long seed = 1; seed <= 500; seed++) {
            for (World.Life life : new World(ScenarioMaker.make(seed), World.Bug.NONE).live()) {
                seen.add(life.state.ended().orElseThrow().status());
            }
        }

        assertThat(seen)
                .contains(
                        RunStatus.OK,
                        RunStatus.WARNED,
                        RunStatus.FAILED,
                        RunStatus.BLOCKED,
                        RunStatus.TIMED_OUT,
                        RunStatus.CANCELLED,
                        RunStatus.CRASHED);
    }
}
