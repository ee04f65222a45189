package orquesta.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed files of the tills beside the committed sales, read by another reader. */
class TillFilesTest {
    private static final Path DATA = Path.of("").toAbsolutePath();

    @Test
    void each_shop_has_a_tidy_file() throws IOException {
        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "concepcion.csv",
                        "iquique.csv",
                        "nunoa.csv",
                        "punta_arenas.csv",
                        "santiago.csv",
                        "temuco.csv",
                        "valparaiso.csv");
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.get(0) + "\n").isEqualTo(TillFiles.HEADER);
            assertThat(lines.subList(1, lines.size()))
                    .hasSizeGreaterThan(200)
                    .allMatch(
                            line -> line.matches("V\\d{8},2025-\\d\\d-\\d\\d,[^,]+,(\".+\"|[^,]+),[a-z]+,\\d*,-?\\d+"));
        }
    }

    @Test
    void every_sale_of_a_till_is_a_sale_of_its_shop_in_the_file_of_all() throws IOException {
        Set<String> ofAll = new HashSet<>();
        for (String line : Files.readAllLines(DATA.resolve("ventas.csv"))) {
            String[] fields = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (fields.length == 8) {
                ofAll.add(fields[0] + " " + fields[6]);
            }
        }
        assertThat(sales()).hasSizeGreaterThan(2000);
        assertThat(sales().stream().map(sale -> sale[0] + " tienda " + sale[2]).filter(sale -> !ofAll.contains(sale)))
                .isEmpty();
    }

    @Test
    void some_prices_are_missing_and_some_sales_are_returns() throws IOException {
        assertThat(sales().stream().filter(sale -> sale[sale.length - 2].isEmpty()))
                .hasSizeBetween(20, 40);
        assertThat(sales().stream().filter(sale -> sale[sale.length - 1].startsWith("-")))
                .hasSizeBetween(4, 16);
    }

    private static List<String[]> sales() throws IOException {
        List<String[]> sales = new ArrayList<>();
        for (Path file : files()) {
            Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(sales::add);
        }
        return sales;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(DATA.resolve("tiendas"))) {
            return files.sorted().collect(Collectors.toList());
        }
    }
}
