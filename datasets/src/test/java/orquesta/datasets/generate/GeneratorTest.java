package orquesta.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.datasets.verify.Verification;

class GeneratorTest {
    /** The module's own folder holds the data of the class. */
    private static final Path COMMITTED = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void the_same_seed_gives_the_committed_bytes() throws Exception {
        new Generator(Generator.CLASS_ROWS, Generator.SEED).writeWithVariants(folder);

        List<Path> made = files(folder);
        assertThat(made).hasSizeGreaterThan(60);
        for (Path file : made) {
            if (!file.toString().endsWith(".parquet")) {
                assertThat(COMMITTED.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
            }
        }
        assertThat(files(COMMITTED.resolve("variants"))).hasSameSizeAs(files(folder.resolve("variants")));
    }

    @Test
    void another_seed_gives_other_sales_and_a_manifest_that_is_right_too() throws Exception {
        new Generator(30_000, 7).write(folder);

        assertThat(Files.readString(folder.resolve("ventas.csv"))).hasLineCount(30_000 + 1 + 3 * 6 + 3 * 6);
        assertThat(Files.mismatch(folder.resolve("ventas.csv"), COMMITTED.resolve("ventas.csv")))
                .isLessThan(200);
        assertThat(Verification.of(folder).differences()).isEmpty();
    }

    @Test
    void a_file_that_ends_within_a_block_is_right_too() throws Exception {
        new Generator(6789, 3).write(folder);

        assertThat(Verification.of(folder).differences()).isEmpty();
    }

    @Test
    void every_rule_that_refuses_has_something_planted_for_it() {
        Set<RowFate> planted =
                Stream.of(PlantedKind.values()).map(kind -> kind.fate).collect(Collectors.toSet());

        assertThat(planted).containsAll(EnumSet.allOf(RowFate.class));
    }

    @Test
    void most_rows_are_clean() throws IOException {
        Ledger ledger = new SalesFile(Products.load(1), 1, 10_000).write(folder.resolve("ventas.csv"));

        long planted =
                ledger.kinds.values().stream().mapToLong(found -> found.rows).sum();
        assertThat(planted).isBetween(500L, 700L);
    }

    @Test
    void dates_end_in_2025_but_for_one() throws IOException {
        new SalesFile(Products.load(1), 1, 50_000).write(folder.resolve("ventas.csv"));

        List<String> odd = Files.readAllLines(folder.resolve("ventas.csv")).stream()
                .filter(line -> line.matches(".*\\b(2999|202[6-9])-\\d\\d.*|.*[-/]20(2[6-9]|[3-9]\\d),.*"))
                .toList();
        assertThat(odd).singleElement().asString().contains(",2999-12-31,");
    }

    @Test
    void committed_data_stays_small() throws IOException {
        long bytes = Files.size(COMMITTED.resolve("ventas.csv")) + Files.size(COMMITTED.resolve("manifest.json"));
        for (Path file : files(COMMITTED.resolve("variants"))) {
            bytes += Files.size(COMMITTED.resolve("variants").resolve(file));
        }

        assertThat(bytes).isLessThan(8_000_000);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }
}
