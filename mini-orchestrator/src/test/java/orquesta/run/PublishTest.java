package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static orquesta.run.Runs.asset;
import static orquesta.run.Runs.check;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.event.Fact;
import orquesta.event.Pin;
import orquesta.testkit.TestHome;
import orquesta.testkit.TestKit;
import orquesta.text.Language;
import orquesta.text.Message;
import orquesta.text.UserException;

@Tag("once")
class PublishTest {
    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    private static AssetDefinition holding(String key, String value) {
        return AssetDefinition.named(key).computedBy(in -> Runs.one(value));
    }

    private static AssetDefinition copying(String key, String from) {
        return AssetDefinition.named(key).reads(from).computedBy(in -> in.relation(from));
    }

    private Pin published(String asset) {
        return home.history().published(TestHome.PIPELINE, new AssetKey(asset)).orElseThrow();
    }

    @Test
    void readers_see_the_newest_published_value() {
        Runs.of(holding("a", "monday")).in(home);
        Runs.of(holding("a", "tuesday")).in(home);

        assertThat(home.lines("a")).containsExactly("tuesday");
    }

    @Test
    void a_failed_check_leaves_the_good_data_of_yesterday_in_place() {
        Ended yesterday = Runs.of(holding("a", "good"), check("fine", "a", CheckResult.passed()), copying("b", "a"))
                .in(home);

        Ended today = Runs.of(holding("a", "bad"), check("fine", "a", CheckResult.failed("bad")), copying("b", "a"))
                .in(home);

        assertThat(today.status().exit()).isEqualTo(3);
        assertThat(home.lines("a")).containsExactly("good");
        assertThat(home.lines("b")).containsExactly("good");
        assertThat(published("a").run()).isEqualTo(yesterday.result().run().id());
    }

    @Test
    void a_later_run_reads_the_published_value_and_not_the_blocked_one() {
        Ended first = Runs.of(holding("a", "good")).in(home);
        Runs.of(holding("a", "bad"), check("no", "a", CheckResult.failed("bad")))
                .in(home);

        Ended reader = Runs.of(holding("a", "never computed"), copying("b", "a"))
                .select("b")
                .in(home);

        assertThat(home.lines("b")).containsExactly("good");
        long materialized = first.events().stream()
                .filter(event -> event.fact() instanceof Fact.Materialized)
                .findFirst()
                .orElseThrow()
                .seq();
        Fact.RunStarted started = (Fact.RunStarted) reader.events().get(0).fact();
        assertThat(started.pins()).isEqualTo(Map.of("a", materialized));
        assertThat(started.selection()).isEqualTo("b");
    }

    @Test
    void a_step_that_reads_never_sees_what_is_not_published_yet() {
        Runs.of(holding("a", "old")).in(home);
        CheckDefinition looks = CheckDefinition.named("looks", "a")
                .computedBy(in -> CheckResult.of(
                        home.lines("a").equals(List.of("old"))
                                && TestKit.lines(in.relation("a")).equals(List.of("new")),
                        "the audit"));

        Ended run = Runs.of(holding("a", "new"), looks).in(home);

        assertThat(run.states()).isEqualTo(Map.of("a", "ok", "a#looks", "ok"));
        assertThat(home.lines("a")).containsExactly("new");
    }

    @Test
    void a_run_keeps_its_pins_when_a_newer_value_would_be_there() {
        Runs.of(holding("a", "first")).in(home);
        Runs.of(holding("a", "second")).in(home);
        Runs.of(holding("a", "third"), check("no", "a", CheckResult.failed(""))).in(home);

        CheckDefinition reads = CheckDefinition.named("reads", "b")
                .reads("a")
                .computedBy(in -> CheckResult.of(TestKit.lines(in.relation("a")).equals(List.of("second")), "pin"));
        Ended run = Runs.of(asset("a"), asset("b"), reads).select("b").in(home);

        assertThat(run.states()).isEqualTo(Map.of("b", "ok", "b#reads", "ok"));
    }

    @Test
    void an_upstream_that_was_never_published_is_a_plan_error_with_the_remedy_and_no_run() {
        assertThatThrownBy(
                        () -> Runs.of(asset("a"), asset("b", "a")).select("b").in(home))
                .isInstanceOf(UserException.class)
                .hasMessage("b: it reads \"a\", which this run does not compute and which was never published; "
                        + "compute what is upstream too: --select \"*b\".");
        assertThat(home.history().runs(10)).isEmpty();
    }

    @Test
    void a_blocked_value_alone_is_no_published_value() {
        Runs.of(holding("a", "bad"), check("no", "a", CheckResult.failed("bad")))
                .in(home);

        assertThat(home.history().published(TestHome.PIPELINE, new AssetKey("a")))
                .isEmpty();
        assertThatThrownBy(
                        () -> Runs.of(asset("a"), asset("b", "a")).select("b").in(home))
                .isInstanceOf(UserException.class);
    }

    @Test
    void nothing_is_ever_overwritten_so_each_run_has_a_place_of_its_own() {
        Ended first = Runs.of(holding("a", "1")).in(home);
        Ended second = Runs.of(holding("a", "2")).in(home);

        assertThat(first.written("a").location())
                .isNotEqualTo(second.written("a").location());
        assertThat(home.folder().resolve("data").resolve(first.written("a").location()))
                .exists();
        assertThat(home.folder().resolve("data").resolve(second.written("a").location()))
                .exists();
    }

    @Test
    void what_a_pipeline_publishes_is_not_seen_by_another_of_the_same_home() {
        Runs.of(holding("a", "mine")).in(home);

        assertThat(home.history().published("other", new AssetKey("a"))).isEmpty();
    }

    @Test
    void a_published_value_that_somebody_deleted_fails_the_reader_with_the_remedy() throws Exception {
        Ended run = Runs.of(holding("a", "1")).in(home);
        java.nio.file.Files.delete(
                home.folder().resolve("data").resolve(run.written("a").location()));

        Ended reader = Runs.of(asset("a"), copying("b", "a")).select("b").in(home);

        assertThat(reader.reason("b"))
                .contains("is no longer there; compute the asset again. If another machine computed it, it may lie on"
                        + " that machine's disk: keep values where both reach them, in a shared folder or in"
                        + " PostgreSQL.");
        assertThat(Message.of("value.gone_file", "x").in(Language.ES))
                .contains("Si lo calculó otro computador, puede estar en el disco de ese computador");
    }
}
