package orquesta.datasets.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the rules make of a variant, seen in its two files alone. */
final class VariantFacts {
    private VariantFacts() {}

    static Map<String, String> of(Path folder) throws IOException, SQLException {
        try (Tables tables = new Tables()) {
            try {
                TextFile sales = TextFile.read(folder.resolve("ventas.csv"));
                tables.load("sales", sales, Tables.SALES);
                try {
                    TextFile catalogue = TextFile.read(folder.resolve("catalogo.csv"));
                    tables.load("catalogue", catalogue, Tables.CATALOGUE);
                    refuseBadRows(catalogue);
                } catch (BadFile e) {
                    return failed("catalogo.csv", e);
                }
                tables.run("rules.sql");
                return tables.facts(Tables.text("variant.sql").replace("$latin1", Boolean.toString(sales.latin1())));
            } catch (BadFile e) {
                return failed("ventas.csv", e);
            }
        }
    }

    /** In the catalogue a row that cannot be read fails the whole step, and so does a tax that is no share. */
    private static void refuseBadRows(TextFile catalogue) throws BadFile {
        List<String> header = catalogue.records().get(0).fields();
        for (TextFile.Line line :
                catalogue.records().subList(1, catalogue.records().size())) {
            if (line.fields().size() != header.size()) {
                throw new BadFile("ragged_row", line.number());
            }
            if (!line.fields().get(header.indexOf("impuesto")).matches("|0([.,]\\d{1,4})?")) {
                throw new BadFile("bad_tax", line.number());
            }
        }
    }

    private static Map<String, String> failed(String file, BadFile e) {
        Map<String, String> facts = new TreeMap<>(Map.of("outcome", "failed", "file", file, "problem", e.problem));
        if (e.line > 0) {
            facts.put("line", Long.toString(e.line));
        }
        if (!e.columns.isEmpty()) {
            facts.put("columns", e.columns.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")));
        }
        return facts;
    }
}
