package orquesta.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.RunResult;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.asset.RetryPolicy;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.State;
import orquesta.event.StepRecord;
import orquesta.store.LogQueries;
import orquesta.testkit.TestHome;
import orquesta.text.UserException;

/** Faults that were asked for come, say so, and leave the code alone otherwise. */
@Tag("once")
class ChaosTest {
    private final TestHome home = TestHome.create();
    private final AtomicInteger computed = new AtomicInteger();

    @AfterEach
    void close() {
        home.close();
    }

    private Pipeline shop() {
        return Definitions.of(
                        AssetDefinition.named("ventas")
                                .retries(RetryPolicy.of(2, Duration.ZERO))
                                .computedBy(in -> {
                                    computed.incrementAndGet();
                                    return Relation.rows("n", "1");
                                }),
                        AssetDefinition.named("productos").computedBy(in -> Relation.rows("n", "1")),
                        AssetDefinition.named("total").reads("ventas").computedBy(in -> in.relation("ventas")))
                .validated(TestHome.PIPELINE);
    }

    private RunResult run(String faults) {
        return home.orchestrator().run(Chaos.parse(faults).over(shop()));
    }

    @Test
    void a_fault_that_passes_is_tried_again_and_its_reason_names_it() {
        RunResult run = run("fail:ventas@2");

        assertThat(run.step("ventas").state()).isEqualTo(State.OK);
        assertThat(run.step("ventas").attempts()).isEqualTo(3);
        assertThat(computed).hasValue(1);
        assertThat(home.history().story(run.run().id()).toString())
                .contains("it was asked to fail by --chaos (time 1 of 2)");
    }

    @Test
    void a_fault_that_stays_fails_what_it_hits_and_what_is_below() {
        RunResult run = run("fail:ventas, slow:productos=200ms");

        assertThat(run.step("ventas").state()).isEqualTo(State.FAILED);
        assertThat(run.step("ventas").reason().toString()).contains("by --chaos");
        assertThat(run.step("total").state()).isEqualTo(State.UPSTREAM_FAILED);
        assertThat(computed).hasValue(0);
        StepRecord slow = run.step("productos");
        assertThat(slow.state()).isEqualTo(State.OK);
        assertThat(new LogQueries(home.history())
                        .of(run.run().id(), new AssetKey("productos"))
                        .toString())
                .contains("--chaos: waits 200ms before it begins.");
        Instant started = slow.times().started();
        assertThat(started).isNotNull();
        assertThat(Duration.between(started, slow.times().ended())).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void what_was_counted_stays_counted_when_definitions_are_loaded_anew() {
        Chaos once = Chaos.parse("fail:productos@1");

        assertThat(home.orchestrator().run(once.over(shop()), "productos").exit())
                .isEqualTo(1);
        assertThat(home.orchestrator().run(once.over(shop()), "productos").exit())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fail", "fail:ventas@0", "slow:ventas", "slow:ventas=soon", "stop:ventas", "fail:ventas,,x"})
    void what_cannot_be_read_is_told_with_what_can(String text) {
        assertThatThrownBy(() -> Chaos.parse(text))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("write fail:ventas (always), fail:ventas@2");
    }

    @Test
    void an_asset_that_is_not_there_gets_the_nearest_name_and_no_fault_changes_nothing() {
        assertThatThrownBy(() -> Chaos.parse("fail:venta").over(shop()))
                .hasMessageContaining("there is no asset \"venta\"; did you mean \"ventas\"?");
        Pipeline same = shop();
        assertThat(Chaos.parse("").over(same)).isSameAs(same);
        assertThat(List.of(Chaos.parse(" ").isNone(), Chaos.parse("fail:ventas").isNone()))
                .containsExactly(true, false);
    }
}
