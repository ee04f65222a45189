package orquesta.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.Given.problem;
import static orquesta.Given.problemOf;

import java.io.Closeable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.event.RunStatus;
import orquesta.testkit.TestHome;

/** Resources that people make of a function or two. */
class RecipeTest {
    /** A service that notes what is done with it. */
    record Api(String key, List<String> story) implements Closeable {
        List<String> hours() {
            story.add("asked with " + key);
            return List.of("a", "b");
        }

        @Override
        public void close() {
            story.add("closed");
        }
    }

    static class Consumo {
        @Asset
        Relation horas(Api api) {
            return Relation.sql("select " + api.hours().size() + " as horas");
        }
    }

    static class Costo {
        @Asset
        Relation costo(BigDecimal tarifa) {
            return Relation.sql("select 100 * " + tarifa + " as costo");
        }
    }

    static class Lecturas {
        @Asset
        Relation lecturas(Connection base) throws Exception {
            try (var statement = base.createStatement();
                    var rows = statement.executeQuery("select n from lectura")) {
                rows.next();
                return Relation.sql("select " + rows.getInt(1) + " as n");
            }
        }
    }

    @TempDir
    Path temp;

    private final List<String> story = new ArrayList<>();

    private RunStatus run(Pipeline pipeline) {
        try (TestHome home = TestHome.in(temp.resolve("home"))) {
            var run = home.orchestrator().run(pipeline);
            story.add(run.run().reason()
                    + String.join(
                            "",
                            run.steps().stream()
                                    .map(step -> " " + step.reason())
                                    .toList()));
            return run.run().status();
        }
    }

    private List<String> lines(String asset) {
        try (TestHome home = TestHome.in(temp.resolve("home"))) {
            return home.lines(asset);
        }
    }

    private static Pipeline pipeline(Object assets, String name, Resource<?> recipe) {
        return Definitions.of(assets).resource(name, recipe).validated(TestHome.PIPELINE);
    }

    @Test
    void a_recipe_is_followed_once_a_run_and_what_can_be_closed_is() {
        Pipeline consumo = pipeline(new Consumo(), "api", Resource.of(() -> {
            story.add("opened");
            return new Api("k", story);
        }));

        assertThat(story).isEmpty();
        assertThat(run(consumo)).isEqualTo(RunStatus.OK);
        assertThat(story).startsWith("opened", "asked with k", "closed");
        assertThat(lines("horas")).containsExactly("2");
    }

    @Test
    void another_end_takes_the_place_of_the_closing() {
        Pipeline consumo = pipeline(
                new Consumo(),
                "api",
                Resource.of(() -> new Api("k", story)).closing(api -> story.add("logged out " + api.key())));

        assertThat(run(consumo)).isEqualTo(RunStatus.OK);
        assertThat(story).startsWith("asked with k", "logged out k").doesNotContain("closed");
    }

    @Test
    void a_setting_is_replaced_from_outside() {
        Pipeline costo = pipeline(new Costo(), "tarifa", Resource.with("0.19", BigDecimal::new));

        assertThat(run(costo)).isEqualTo(RunStatus.OK);
        assertThat(lines("costo")).containsExactly("19.00");
        assertThat(run(costo.with(Map.of("tarifa", "0.21")))).isEqualTo(RunStatus.OK);
        assertThat(lines("costo")).containsExactly("21.00");
    }

    @Test
    void a_path_starts_at_the_root_of_the_pipeline_and_set_points_elsewhere() throws Exception {
        Path root = Files.createDirectories(temp.resolve("own"));
        for (int i = 1; i <= 2; i++) {
            String file = root.resolve(i + ".db").toString();
            try (Connection made = DriverManager.getConnection("jdbc:sqlite:" + file)) {
                made.createStatement().execute("create table lectura as select " + i + " as n");
            }
        }
        Pipeline lecturas = pipeline(
                        new Lecturas(),
                        "base",
                        Resource.at("1.db", file -> DriverManager.getConnection("jdbc:sqlite:" + file)))
                .from(root);

        assertThat(run(lecturas)).as(story.toString()).isEqualTo(RunStatus.OK);
        assertThat(lines("lecturas")).containsExactly("1");
        assertThat(run(lecturas.with(Map.of("base", root.resolve("2.db").toString()))))
                .isEqualTo(RunStatus.OK);
        assertThat(lines("lecturas")).containsExactly("2");
    }

    @Test
    void what_has_no_setting_cannot_be_set() {
        Pipeline consumo = pipeline(new Consumo(), "api", Resource.of(() -> new Api("k", story)));

        assertThat(problem(() -> consumo.with(Map.of("api", "x")))).contains("Api", "cannot be pointed elsewhere");
    }

    @Test
    void a_key_that_the_environment_lacks_is_named() {
        Pipeline consumo = pipeline(
                new Consumo(), "api", Resource.of(() -> new Api(Environment.require("ORQUESTA_NO_SUCH_KEY"), story)));

        assertThat(problem(() -> Environment.require("ORQUESTA_NO_SUCH_KEY"))).contains("export ORQUESTA_NO_SUCH_KEY=");
        assertThat(Environment.require("PATH")).isEqualTo(System.getenv("PATH"));
        assertThat(run(consumo)).isEqualTo(RunStatus.FAILED);
        assertThat(story.get(0)).contains("ORQUESTA_NO_SUCH_KEY");
    }

    @Test
    void a_parameter_of_an_unregistered_type_is_told_with_the_line_that_registers_one() {
        assertThat(problemOf(new Consumo()))
                .contains("Consumo.horas", "\"Api api\"", ".resource(\"api\", Resource.of(() -> new Api(...)))");
    }
}
