package orquesta.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.event.RunStatus;
import orquesta.reports.Reports;
import orquesta.testkit.TestHome;

/** Relative paths of files that steps read start where the pipeline says, in assets, checks and reports. */
class PlacedFilesTest {
    static class Viajes {
        @Asset
        Relation viajes() {
            return Relation.csv("datos/viajes.csv").where("km > 0");
        }

        @Check
        CheckResult conocidos(Relation viajes) {
            return CheckResult.noRows(
                    "an unknown trip",
                    Relation.with("viajes", viajes)
                            .with("todos", Relation.csv("datos/viajes.csv"))
                            .sql("select * from viajes anti join todos using (km)"));
        }

        @Asset
        Path fuente() {
            return Path.of("datos/viajes.csv");
        }

        @Asset
        Path copia(Relation viajes, Reports reports) {
            return reports.newFolder()
                    .csv("copia.csv", Relation.csv("datos/viajes.csv"))
                    .path();
        }

        static Definitions definitions() {
            return Definitions.of(new Viajes()).resource("reports", Reports.in("reports"));
        }
    }

    @TempDir
    Path temp;

    @Test
    void files_are_read_from_the_folder_of_the_pipeline_not_from_where_one_stands() throws IOException {
        Path root = Files.createDirectories(temp.resolve("own/datos")).getParent();
        Files.writeString(root.resolve("datos/viajes.csv"), "km\n3\n-1\n");
        try (TestHome home = TestHome.in(temp.resolve("home"))) {
            var run = home.orchestrator()
                    .run(Viajes.definitions().validated(TestHome.PIPELINE).from(root));

            assertThat(run.run().status()).as(run.run().reason().toString()).isEqualTo(RunStatus.OK);
            assertThat(home.value("fuente", Path.class)).isEqualTo(root.resolve("datos/viajes.csv"));
            assertThat(home.lines("viajes")).containsExactly("3");
            assertThat(root.resolve("reports/copia.csv")).hasContent("km\n3\n-1\n");
        }
    }
}
