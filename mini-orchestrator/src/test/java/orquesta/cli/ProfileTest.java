package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.load.Fuentes;
import orquesta.reports.Reports;
import orquesta.resource.Profile;
import orquesta.resource.Resource;

/** {@code --profile}: other recipes and other places for values, without another line of an asset. */
@Tag("once")
class ProfileTest {
    @TempDir
    Path temp;

    @BeforeEach
    void a_shop_with_two_places() throws IOException {
        System.setProperty("orquesta.root", temp.toString());
        write(
                "new Tienda()",
                ".profile(\"prod\", Profile.of().resource(\"tasa\", Resource.with(\"0.21\", Tasa::new)))");
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
    }

    private void write(String shop, String more) throws IOException {
        Fuentes.write(
                temp.resolve("tienda"),
                "import orquesta.asset.*; import orquesta.definition.*; import orquesta.resource.*; public class Tienda { "
                        + "record Tasa(String cuanto) {} "
                        + "public static Definitions definitions() { return Definitions.of(" + shop + ")"
                        + ".resource(\"tasa\", Resource.with(\"0.19\", Tasa::new))" + more + "; } "
                        + "@Asset Relation total(Tasa tasa) { return Relation.rows(\"iva\", tasa.cuanto()); } }");
    }

    private String total(Object... words) {
        Object[] all = new Object[words.length + 4];
        System.arraycopy(new Object[] {"run", temp.resolve("tienda"), "--home", temp.resolve("home")}, 0, all, 0, 4);
        System.arraycopy(words, 0, all, 4, words.length);
        Console run = kit(all);
        assertThat(run.exit()).as(run.err()).isZero();
        return kit("show", "total", "--home", temp.resolve("home")).out();
    }

    @Test
    void the_profile_replaces_a_recipe_the_setting_wins_and_a_rerun_keeps_it() {
        assertThat(total()).contains("0.19");
        assertThat(total("--profile", "prod")).contains("0.21");
        assertThat(kit("rerun", 2, "--home", temp.resolve("home")).exit()).isZero();
        assertThat(kit("show", "total", "--home", temp.resolve("home")).out()).contains("0.21");
        assertThat(total("--profile", "prod", "--set", "tasa=0.5")).contains("0.5");
    }

    private static final String TWO =
            ".profile(\"prod\", Profile.of().resource(\"tasa\", Resource.with(\"0.21\", Tasa::new)))"
                    + ".profile(\"otro\", Profile.of().resource(\"tasa\", Resource.with(\"0.35\", Tasa::new)))";

    @Test
    void a_job_names_its_profile_the_command_line_wins_and_plan_why_and_page_say_it() throws IOException {
        write("new Tienda()", TWO + ".job(Job.named(\"mensual\").select(\"*\").profile(\"prod\"))");
        Path tienda = temp.resolve("tienda");
        Path home = temp.resolve("home");

        assertThat(kit("plan", tienda, "--home", home, "--job", "mensual").out())
                .contains("profile prod");
        assertThat(kit("plan", tienda, "--home", home).out()).doesNotContain("profile");
        assertThat(total()).contains("0.19");
        assertThat(total("--job", "mensual")).contains("0.21");
        assertThat(kit("why", "total", "--home", home).out()).contains("· profile prod");
        assertThat(kit("rerun", 2, "--home", home).exit()).isZero();
        assertThat(kit("show", "total", "--home", home).out()).contains("0.21");
        assertThat(total("--job", "mensual", "--profile", "otro")).contains("0.35");
        assertThat(kit("plan", tienda, "--home", home, "--job", "mensual", "--profile", "otro")
                        .out())
                .contains("profile otro");
        assertThat(total("--job", "mensual", "--set", "tasa=0.5")).contains("0.5");
        Path page = temp.resolve("run.html");
        assertThat(kit("report", 2, "--home", home, "--out", page).exit()).isZero();
        assertThat(page).content().contains("· profile prod");
    }

    @Test
    void a_job_of_a_profile_that_is_not_there_is_a_load_error() throws IOException {
        write("new Tienda()", TWO + ".job(Job.named(\"mensual\").select(\"*\").profile(\"prd\"))");

        Console run = kit("run", temp.resolve("tienda"), "--home", temp.resolve("home"));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("mensual: there is no profile \"prd\"; did you mean \"prod\"?");
    }

    /** Each recipe of the core that holds a path: what its resource is opened from, of a file of a name. */
    static Stream<Function<String, Resource<?>>> recipes() {
        return Stream.of(file -> Resource.at(file, path -> path), Reports::in);
    }

    /** As serve and daemon have it: the definitions are placed before anybody knows which job will run. */
    @ParameterizedTest
    @MethodSource("recipes")
    void a_recipe_of_a_jobs_profile_starts_where_the_pipeline_does_and_a_setting_wins(
            Function<String, Resource<?>> recipe) {
        Pipeline pipeline = Definitions.of(AssetDefinition.named("a").computedBy(in -> Relation.rows("n", "1")))
                .resource("base", recipe.apply("a.db"))
                .profile("prod", Profile.of().resource("base", recipe.apply("b.db")))
                .job(Job.named("mensual").select("a").profile("prod"))
                .validated("tienda")
                .from(temp);

        assertThat(base(pipeline)).isEqualTo(temp.resolve("b.db").toString());
        assertThat(base(pipeline.with(Map.of("base", "/srv/c.db")))).isEqualTo("/srv/c.db");
        assertThat(base(pipeline.with(Map.of("base", "c.db"))))
                .isEqualTo(Path.of("c.db").toAbsolutePath().toString());
    }

    private static String base(Pipeline pipeline) {
        return pipeline.in(pipeline.profileOf("mensual"))
                .resources()
                .get("base")
                .setting();
    }

    @Test
    void an_unknown_profile_gets_the_nearest() {
        Console run = kit("run", temp.resolve("tienda"), "--home", temp.resolve("home"), "--profile", "prd");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no profile \"prd\"; did you mean \"prod\"?");
    }

    @Test
    void a_profile_for_what_is_not_there_or_of_another_type_is_a_load_error() throws IOException {
        write(
                "new Tienda()",
                ".profile(\"prod\", Profile.of().resource(\"tsa\", Resource.with(\"1\", Tasa::new))"
                        + ".resource(\"tasa\", Resource.with(\"1\", t -> t)).values(\"totl\", ValuePlace.files()))");

        Console run = kit("run", temp.resolve("tienda"), "--home", temp.resolve("home"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("prod: there is no resource \"tsa\"; did you mean \"tasa\"?")
                .contains("prod: the resource \"tasa\" is a String in this profile, and a Tasa without it")
                .contains("totl");
    }
}
