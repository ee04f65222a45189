package orquesta.datasets.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.text.Language;
import orquesta.text.UserException;

class VerificationTest {
    private static final Path COMMITTED = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void every_fact_of_the_committed_manifest_is_found_in_the_files() throws Exception {
        Verification verification = Verification.of(COMMITTED);

        assertThat(verification.facts()).hasSizeGreaterThan(400);
        assertThat(verification.differences()).isEmpty();
        assertThat(verification.table()).anyMatch(line -> line.contains("price_american") && line.endsWith("="));
    }

    @Test
    void a_price_that_was_mended_is_found() throws Exception {
        copy();
        edit("ventas.csv", ",n/d,", ",5990,");

        assertThat(places())
                .contains(
                        "ventas.csv/kinds/price_word/rows",
                        "ventas.csv/answer/refused/precio_ilegible/rows",
                        "ventas.csv/answer/used/pesos");
    }

    /** Together, since no place of the one is one of the other. */
    @Test
    void a_tax_that_was_changed_and_variants_that_lost_their_defects_are_found() throws Exception {
        copy();
        edit("catalogo.csv", ",vinos,0.395", ",vinos,0.19");
        edit("variants/unclosed_quote/ventas.csv", "\"Taller", "Taller");
        Files.copy(
                folder.resolve("variants/bom/ventas.csv"),
                folder.resolve("variants/latin1/ventas.csv"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.delete(folder.resolve("variants/bom/catalogo.csv"));

        assertThat(places())
                .contains(
                        "ventas.csv/answer/ingresos_totales/vinos/total_ventas",
                        "catalogo.parquet/rows_unlike_catalogo.csv",
                        "variants/unclosed_quote/outcome",
                        "variants/latin1/warnings",
                        "variants/bom/outcome");
    }

    @Test
    void a_line_that_was_removed_is_found() throws Exception {
        copy();
        Path sales = folder.resolve("ventas.csv");
        List<String> lines = Files.readAllLines(sales);
        lines.remove(100);
        Files.write(sales, lines);

        assertThat(places()).contains("rows", "ventas.csv/kinds/date_future/lines");
    }

    @Test
    void a_difference_says_what_was_said_and_what_was_found() {
        Verification.Fact fact = new Verification.Fact("ventas.csv/kinds/id_empty/rows", "5", "");

        assertThat(fact.difference().in(Language.EN))
                .isEqualTo("ventas.csv/kinds/id_empty/rows: the manifest says 5, the files show -.");
        assertThat(fact.difference().in(Language.ES))
                .isEqualTo("ventas.csv/kinds/id_empty/rows: el manifiesto dice 5, los archivos muestran -.");
    }

    @Test
    void without_a_manifest_there_is_nothing_to_compare_with() {
        assertThatThrownBy(() -> Verification.of(folder)).isInstanceOfSatisfying(UserException.class, e -> {
            assertThat(e.problems().get(0).in(Language.EN))
                    .contains("manifest.json: there is no manifest", "./kit data --rows");
            assertThat(e.problems().get(0).in(Language.ES)).contains("no hay manifiesto", "./kit data --rows");
        });
    }

    @Test
    void the_verifier_shares_nothing_with_what_it_verifies() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("orquesta.datasets");

        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("orquesta.datasets.verify")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("orquesta.datasets", "orquesta.datasets.generate", "de.siegmar..")
                .check(classes);
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("orquesta.datasets.generate")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("orquesta.datasets", "orquesta.datasets.verify")
                .check(classes);
    }

    private List<String> places() throws Exception {
        return Verification.of(folder).differences().stream()
                .map(Verification.Fact::place)
                .toList();
    }

    private void copy() throws IOException {
        for (String name : List.of("ventas.csv", "catalogo.csv", "catalogo.parquet", "manifest.json", "variants")) {
            try (Stream<Path> files = Files.walk(COMMITTED.resolve(name))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve(COMMITTED.relativize(file).toString()));
                }
            }
        }
    }

    /** Replaces the first occurrence, byte for byte. */
    private void edit(String name, String from, String to) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(
                file, text.substring(0, at) + to + text.substring(at + from.length()), StandardCharsets.ISO_8859_1);
    }
}
