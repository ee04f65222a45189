package orquesta.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.Given;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.definition.Pipeline;

/** Ten thousand assets: right, in any shape, on a small stack. How fast is for the bench to say. */
@Tag("once")
class PlannerScaleTest {
    private static final int MANY = 10_000;

    private static Plan planOnASmallStack(List<AssetDefinition> assets, CheckDefinition... checks) throws Exception {
        List<Plan> plans = new ArrayList<>();
        List<Throwable> thrown = new ArrayList<>();
        Runnable work = () -> {
            Pipeline pipeline = Given.pipeline(assets, checks);
            plans.add(PlannerTest.plan(pipeline, "*"));
        };
        Thread thread = new Thread(null, work, "small-stack", 256 * 1024);
        thread.setUncaughtExceptionHandler((where, what) -> thrown.add(what));
        thread.start();
        thread.join();
        assertThat(thrown).isEmpty();
        return plans.get(0);
    }

    @Test
    void a_chain_of_ten_thousand_runs_one_by_one() throws Exception {
        Plan plan = planOnASmallStack(Given.chain(MANY));

        assertThat(plan.tasks()).hasSize(MANY);
        for (int i = 0; i < MANY; i++) {
            assertThat(plan.tasks().get(i).task().text()).isEqualTo("a" + i);
            assertThat(plan.tasks().get(i).wave()).isEqualTo(i + 1);
        }
    }

    @Test
    void ten_thousand_side_by_side_are_one_wave() throws Exception {
        List<AssetDefinition> assets = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            assets.add(Given.asset("a" + i));
        }

        assertThat(planOnASmallStack(assets).tasks()).hasSize(MANY).allMatch(step -> step.wave() == 1);
    }

    @Test
    void a_random_graph_of_ten_thousand_with_checks_comes_after_what_it_reads() throws Exception {
        Random random = new Random(11);
        List<AssetDefinition> assets = new ArrayList<>(List.of(Given.asset("a0")));
        for (int i = 1; i < MANY; i++) {
            String one = "a" + random.nextInt(i);
            String other = "a" + random.nextInt(i);
            assets.add(one.equals(other) ? Given.asset("a" + i, one) : Given.asset("a" + i, one, other));
        }
        CheckDefinition[] checks = new CheckDefinition[MANY / 10];
        for (int i = 0; i < checks.length; i++) {
            checks[i] = Given.check("a" + i * 10 + "#mira", "a0");
        }

        Plan plan = planOnASmallStack(assets, checks);

        assertThat(plan.tasks()).hasSize(MANY + checks.length);
        Map<String, Integer> waves = new HashMap<>();
        plan.tasks().forEach(step -> waves.put(step.task().text(), step.wave()));
        for (AssetDefinition asset : assets) {
            int above = asset.reads().stream()
                    .mapToInt(read -> waves.get(read.name()))
                    .max()
                    .orElse(0);
            assertThat(waves.get(asset.key().name())).isEqualTo(above + 1);
        }
    }
}
