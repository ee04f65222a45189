package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.StepFunction;
import orquesta.resource.Evaluator;
import orquesta.resource.Resource;
import orquesta.testkit.TestHome;

@Tag("once")
class ResourcesTest {
    private final TestHome home = TestHome.create();
    private final List<String> story = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        home.close();
    }

    /** Notes when it is opened and closed; throws then, if it is given something to throw. */
    private final class Noting implements Resource<String> {
        private final String name;
        private final Throwable[] openThenClose;

        Noting(String name, Throwable... openThenClose) {
            this.name = name;
            this.openThenClose = openThenClose;
        }

        @Override
        public Class<String> type() {
            return String.class;
        }

        @Override
        public String open(Evaluator evaluator) throws Exception {
            story.add("open " + name);
            fail(0);
            return name;
        }

        @Override
        public void close(String opened) throws Exception {
            story.add("close " + opened);
            fail(1);
        }

        private void fail(int which) throws Exception {
            if (openThenClose.length > which && openThenClose[which] instanceof Error error) {
                throw error;
            }
            if (openThenClose.length > which && openThenClose[which] instanceof Exception exception) {
                throw exception;
            }
        }
    }

    private AssetDefinition borrowing(String key, String resource, StepFunction function) {
        return AssetDefinition.named(key).borrows(resource, String.class).computedBy(function);
    }

    private AssetDefinition using(String key, String resource) {
        return borrowing(key, resource, in -> {
            story.add(key + " uses " + in.get(resource, String.class));
            return Runs.one(key);
        });
    }

    @Test
    void a_resource_is_opened_once_a_run_before_the_first_step_and_closed_in_reverse_after_the_last() {
        CheckDefinition check = CheckDefinition.named("c", "z")
                .borrows("uno", String.class)
                .computedBy(in -> {
                    story.add("check uses " + in.get("uno", String.class));
                    return CheckResult.passed();
                });

        Runs.of(using("x", "uno"), using("y", "dos"), using("z", "uno"), check)
                .resource("uno", new Noting("uno"))
                .resource("dos", new Noting("dos"))
                .workers(1)
                .in(home);

        assertThat(story)
                .containsExactly(
                        "open uno",
                        "open dos",
                        "x uses uno",
                        "y uses dos",
                        "z uses uno",
                        "check uses uno",
                        "close dos",
                        "close uno");
    }

    @Test
    void a_resource_that_no_planned_step_borrows_is_not_opened_even_if_it_could_not_be() {
        Ended run = Runs.of(using("x", "uno"), using("y", "roto"))
                .resource("roto", new Noting("roto", new IllegalStateException("boom")))
                .resource("uno", new Noting("uno"))
                .select("x")
                .in(home);

        assertThat(run.reason()).isEqualTo("1 ok (assets and checks)");
        assertThat(story).containsExactly("open uno", "x uses uno", "close uno");
    }

    @Test
    void each_run_opens_its_own() {
        Runs runs = Runs.of(using("x", "uno")).resource("uno", new Noting("uno"));
        runs.in(home);
        runs.in(home);

        assertThat(story).containsExactly("open uno", "x uses uno", "close uno", "open uno", "x uses uno", "close uno");
    }

    @Test
    void resources_are_closed_after_a_failure_too() {
        AssetDefinition fails = borrowing("x", "uno", in -> {
            throw new IllegalStateException("boom");
        });

        Ended run = Runs.of(fails).resource("uno", new Noting("uno")).in(home);

        assertThat(run.state("x")).isEqualTo("failed");
        assertThat(story).containsExactly("open uno", "close uno");
    }

    @Test
    void one_that_cannot_be_opened_ends_the_run_before_any_step_and_closes_those_that_were_open() {
        Ended run = Runs.of(using("x", "uno"), using("y", "dos"))
                .resource("uno", new Noting("uno"))
                .resource("dos", new Noting("dos", new java.io.IOException("no such host")))
                .in(home);

        assertThat(story).containsExactly("open uno", "open dos", "close uno");
        assertThat(run.states()).isEqualTo(Map.of("x", "cancelled", "y", "cancelled"));
        assertThat(run.reason())
                .isEqualTo("the run could not go on: dos: the resource \"dos\" could not be opened: "
                        + "IOException: no such host. No step was run.");
        assertThat(run.reason("x")).isEqualTo(run.reason());
        assertThat(run.status().exit()).isEqualTo(1);
    }

    @Test
    void the_log_of_the_run_shows_where_one_could_not_be_opened() {
        Ended run = Runs.of(using("y", "dos"))
                .resource("dos", new Noting("dos", new java.io.IOException("no such host")))
                .in(home);

        assertThat(run.printed().get(""))
                .startsWith("java.io.IOException: no such host")
                .contains("at orquesta.run.ResourcesTest.the_log_of_the_run_shows_where_one_could_not_be_opened(");
    }

    @Test
    void one_that_cannot_be_opened_with_what_it_is_given_says_so_and_how_to_give_it_something_else() {
        Ended run = Runs.of(using("x", "uno"))
                .resource(
                        "uno",
                        Resource.with(
                                "abc",
                                text -> {
                                    throw new IllegalArgumentException("no number at all.");
                                },
                                new String[0]))
                .in(home);

        assertThat(run.reason())
                .isEqualTo("the run could not go on: uno: the resource \"uno\" could not be opened with \"abc\": "
                        + "IllegalArgumentException: no number at all. No step was run; to give it another value: "
                        + "--set uno=...");
    }

    @Test
    void one_that_throws_an_error_when_opened_is_told_in_the_same_way() {
        Ended run = Runs.of(using("x", "uno"), using("y", "dos"))
                .resource("uno", new Noting("uno"))
                .resource("dos", new Noting("dos", new NoClassDefFoundError("org/postgresql/Driver")))
                .in(home);

        assertThat(story).containsExactly("open uno", "open dos", "close uno");
        assertThat(run.reason())
                .contains("could not be opened: NoClassDefFoundError: org/postgresql/Driver. No step was run.");
    }

    @Test
    void one_that_throws_when_closed_is_told_in_the_log_and_changes_nothing_else() {
        for (Throwable thrown : List.of(new java.io.IOException("broken pipe"), new AssertionError("broken pipe"))) {
            story.clear();

            Ended run = Runs.of(using("x", "uno"), using("y", "dos"))
                    .resource("uno", new Noting("uno"))
                    .resource("dos", new Noting("dos", null, thrown))
                    .workers(1)
                    .in(home);

            assertThat(story)
                    .containsExactly("open uno", "open dos", "x uses uno", "y uses dos", "close dos", "close uno");
            assertThat(run.states()).isEqualTo(Map.of("x", "ok", "y", "ok"));
            assertThat(run.status().exit()).isZero();
            assertThat(run.printed().get(""))
                    .isEqualTo("dos: the resource \"dos\" could not be closed: "
                            + thrown.getClass().getSimpleName()
                            + ": broken pipe. The values of this run are not affected.\n");
        }
    }

    @Test
    void what_a_resource_prints_when_it_is_opened_goes_to_the_run() {
        Resource<String> loud = new Resource<>() {
            @Override
            public Class<String> type() {
                return String.class;
            }

            @Override
            public String open(Evaluator evaluator) {
                System.out.println("connecting");
                return "x";
            }
        };

        Ended run = Runs.of(using("x", "loud")).resource("loud", loud).in(home);

        assertThat(run.printed().get("")).contains("connecting");
    }
}
