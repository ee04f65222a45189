package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Inputs;
import orquesta.asset.Relation;
import orquesta.asset.RetryPolicy;
import orquesta.asset.Task;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.Event;
import orquesta.event.RunId;
import orquesta.event.StepRecord;
import orquesta.explain.Why;
import orquesta.partition.Partitions;
import orquesta.store.StoryQueries;

/** A page that shows some of the tasks of a run reads less, and says the same of them as one that read all. */
@Tag("once")
class StoryOfSomeTest {
    private static final Instant UNTIL = Instant.parse("2100-01-01T00:00:00Z");

    @TempDir
    Path home;

    private static Pipeline pipeline() {
        return Definitions.of(
                        asset("a"),
                        asset("b", "a"),
                        AssetDefinition.named("roto")
                                .partitions("tienda")
                                .reads("a")
                                .computedBy(StoryOfSomeTest::fails),
                        asset("c", "roto"),
                        asset("d", "c", "b"),
                        CheckDefinition.named("alguna", "a")
                                .reads("a")
                                .warning()
                                .computedBy(inputs -> CheckResult.failed("no hay")),
                        CheckDefinition.named("bien", "b").reads("b").computedBy(inputs -> CheckResult.passed()))
                .partitions("tienda", Partitions.of("este", "norte", "sur"))
                .validated(Visit.PIPELINE);
    }

    private static AssetDefinition asset(String key, String... reads) {
        return AssetDefinition.named(key)
                .partitions("tienda")
                .retries(RetryPolicy.of(1, Duration.ofMillis(1)))
                .reads(reads)
                .computedBy(inputs -> Relation.rows("n", "1"));
    }

    private static Relation fails(Inputs inputs) {
        if (inputs.partition().key().equals("norte")) {
            return Relation.rows("n", "1");
        }
        throw new IllegalStateException("cerrada");
    }

    @Test
    void whatever_is_chosen_is_told_as_if_all_had_been_read() {
        try (Visit visit = Visit.of(home, pipeline())) {
            visit.ran();
            RunId run = visit.orchestrator.history().runs(1).get(0).id();
            List<Event> all = visit.orchestrator.history().story(run);
            List<Task> tasks = visit.orchestrator.history().steps(run).stream()
                    .map(StepRecord::task)
                    .toList();
            assertThat(tasks).hasSize(21);
            Random random = new Random(5);
            for (int i = 0; i < 200; i++) {
                List<Task> chosen = new ArrayList<>(tasks);
                Collections.shuffle(chosen, random);
                chosen = chosen.subList(0, 1 + random.nextInt(i < 100 ? 3 : tasks.size()));

                List<Event> some = new StoryQueries(visit.orchestrator.history()).of(run, chosen);

                assertThat(all).containsSubsequence(some);
                assertSame(chosen, all, some);
            }
        }
    }

    private static void assertSame(List<Task> chosen, List<Event> all, List<Event> some) {
        Why.Chains expected = Why.in(all);
        Why.Chains told = Why.in(some);
        RunTimeline whole = new RunTimeline(all, UNTIL);
        RunTimeline story = new RunTimeline(some, UNTIL);
        Set<String> names = new HashSet<>(Set.of(""));
        for (Task task : chosen) {
            String name = task.text();
            names.add(name);
            assertThat(told.of(task)).isEqualTo(expected.of(task));
            assertThat(Arrays.asList(story.bars(name), story.value(name), story.verdict(name)))
                    .isEqualTo(Arrays.asList(whole.bars(name), whole.value(name), whole.verdict(name)));
        }
        assertThat(story.timeline(names)).isEqualTo(whole.timeline(names));
        assertThat(story.chaos()).isEqualTo(whole.chaos());
    }

    @Test
    void one_task_of_many_reads_little() {
        try (Visit visit = Visit.of(home, pipeline())) {
            visit.ran();
            RunId run = visit.orchestrator.history().runs(1).get(0).id();

            List<Event> some = new StoryQueries(visit.orchestrator.history()).of(run, List.of(Task.parse("a@norte")));

            assertThat(some)
                    .hasSizeLessThan(visit.orchestrator.history().story(run).size() / 3);
        }
    }
}
