package orquesta.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Column;
import orquesta.asset.Relation;
import orquesta.asset.RowSource;
import orquesta.definition.Definitions;
import orquesta.definition.Job;
import orquesta.definition.Pipeline;
import orquesta.relation.Duck;
import orquesta.relation.Session;
import orquesta.resource.Profile;
import orquesta.resource.Resource;
import orquesta.resource.Resources;
import orquesta.text.Language;
import orquesta.text.UserException;

class DatasetsTest {
    private static final Path COMMITTED = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void every_row_of_the_sales_reaches_a_query() {
        try (Duck duck = new Duck(folder);
                Session session = duck.session()) {
            Datasets datasets = Datasets.at(COMMITTED, duck);
            Relation sales = datasets.records("ventas.csv", "id_venta", "fecha", "producto", "precio", "cantidad");
            assertThat(session.count(sales)).isEqualTo(5000).isEqualTo(datasets.rowCount("ventas.csv"));
            assertThat(session.count(sales.where("not legible"))).isEqualTo(14);
            assertThat(session.sample(sales.where("fecha like '2999%'"), 5).rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row).contains("2999-12-31"));
        }
    }

    @Test
    void a_parquet_file_has_the_same_columns_and_says_what_is_missing() {
        try (Duck duck = new Duck(folder);
                Session session = duck.session()) {
            Datasets datasets = Datasets.at(COMMITTED, duck);
            Relation catalogue = datasets.records("catalogo.parquet", "producto", "impuesto");

            assertThat(session.columns(catalogue))
                    .extracting(Column::name)
                    .containsExactly("line", "legible", "producto", "impuesto");
            assertThat(session.count(catalogue.where("legible"))).isEqualTo(200);
            assertThatThrownBy(() -> datasets.records("catalogo.parquet", "precio"))
                    .hasMessageContaining(
                            "catalogo.parquet: the header lacks precio; it has: producto, categoria_norm, impuesto.");
        }
    }

    /** As serve and daemon have it: the definitions are placed before anybody knows which job will run. */
    @Test
    void the_folder_of_a_jobs_profile_starts_where_the_pipeline_does_and_a_setting_wins() throws IOException {
        for (String name : List.of("datos", "datos_prod", "otros")) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve(name + ".csv"), "n");
        }
        Pipeline pipeline = Definitions.of(AssetDefinition.named("a").computedBy(in -> Relation.rows("n", "1")))
                .resource("datasets", Datasets.in("datos"))
                .profile("prod", Profile.of().resource("datasets", Datasets.in("datos_prod")))
                .job(Job.named("mensual").select("a").profile("prod"))
                .validated("tienda")
                .from(folder);

        assertThat(datasets(pipeline).has("datos_prod.csv")).isTrue();
        String elsewhere = folder.resolve("otros").toString();
        assertThat(datasets(pipeline.with(Map.of("datasets", elsewhere))).has("otros.csv"))
                .isTrue();
    }

    private static Datasets datasets(Pipeline pipeline) {
        Map<String, Resource<?>> recipes =
                pipeline.in(pipeline.profileOf("mensual")).resources();
        try (Resources opened = Resources.open(recipes, NoEvaluator.NONE)) {
            return (Datasets) opened.get("datasets");
        }
    }

    @Test
    void a_defect_of_the_file_reaches_the_caller_of_the_query_as_its_sentence() {
        Relation sales = Datasets.at(COMMITTED.resolve("variants/text_after_quote"), NoEvaluator.NONE)
                .records("ventas.csv", "precio");

        try (Duck duck = new Duck(folder);
                Session session = duck.session()) {
            assertThatThrownBy(() -> session.count(sales))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("opens on line 3");
        }
    }

    @Test
    void the_recipe_starts_at_the_given_folder_and_can_be_pointed_elsewhere() throws Exception {
        Resource<Datasets> recipe = Datasets.in("bom").from(COMMITTED.resolve("variants"));
        assertThat(recipe.type()).isEqualTo(Datasets.class);
        assertThat(recipe.open(NoEvaluator.NONE).has("ventas.csv")).isTrue();

        Datasets elsewhere = recipe.set(COMMITTED.resolve("variants/latin1").toString())
                .from(folder)
                .open(NoEvaluator.NONE);
        assertThat(elsewhere.encoding("ventas.csv")).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(elsewhere.encoding("catalogo.csv")).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void a_file_that_changes_is_looked_through_again() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "a\nñ\n");
        Datasets datasets = Datasets.at(folder, NoEvaluator.NONE);
        assertThat(datasets.encoding("a.csv")).isEqualTo(StandardCharsets.UTF_8);

        Files.writeString(file, "a\nñ, more\n", StandardCharsets.ISO_8859_1);
        assertThat(datasets.encoding("a.csv")).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @Test
    void a_relation_of_records_opens_nothing() throws IOException {
        Relation later = Datasets.at(folder, NoEvaluator.NONE).records("later.csv", "a");
        Files.writeString(folder.resolve("later.csv"), "a,b\n1,2\n");

        RowSource source = ((Relation.Streamed) later.form()).source();
        try (RowSource.Cursor cursor = source.open()) {
            assertThat(cursor.next()).containsExactly(2L, true, "1");
        }
    }

    @Test
    void what_is_not_there_is_a_sentence() {
        Datasets datasets = Datasets.at(COMMITTED.resolve("variants/catalogue_missing"), NoEvaluator.NONE);
        assertThat(datasets.has("catalogo.csv")).isFalse();

        assertThatThrownBy(() -> datasets.records("catalogo.parquet", "producto"))
                .isInstanceOfSatisfying(UserException.class, e -> {
                    assertThat(e.problems().get(0).in(Language.EN))
                            .startsWith("catalogo.parquet: there is no such file in")
                            .contains("Files: ventas.csv", "--set datasets=DIR");
                    assertThat(e.problems().get(0).in(Language.ES)).startsWith("catalogo.parquet: no hay tal archivo");
                });
        assertThatThrownBy(() -> datasets.rowCount("venta.csv")).hasMessageContaining("the nearest is ventas.csv");
        assertThatThrownBy(() ->
                        Datasets.at(folder.resolve("none"), NoEvaluator.NONE).encoding("ventas.csv"))
                .isInstanceOfSatisfying(UserException.class, e -> {
                    assertThat(e.problems().get(0).in(Language.EN)).contains("none is not there; make it");
                    assertThat(e.problems().get(0).in(Language.ES)).contains("none no existe");
                });
    }

    @Test
    void a_file_that_cannot_be_read_is_a_sentence() throws IOException {
        Path unreadable = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(unreadable), "only Linux has a file that not even root can read from its start");
        Files.createSymbolicLink(folder.resolve("mem.csv"), unreadable);

        assertThatThrownBy(() -> Datasets.at(folder, NoEvaluator.NONE).encoding("mem.csv"))
                .isInstanceOfSatisfying(UserException.class, e -> {
                    assertThat(e.problems().get(0).in(Language.EN)).startsWith("mem.csv: the file cannot be read in");
                    assertThat(e.problems().get(0).in(Language.ES))
                            .startsWith("mem.csv: el archivo no se puede leer en");
                });
        Files.delete(folder.resolve("mem.csv"));
    }
}
