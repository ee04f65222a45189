package orquesta.datasets.generate;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orquesta.text.Language;
import orquesta.text.Message;

/** Says what was planted where and what the rules make of it, so that nobody has to believe the data. */
final class Manifest {
    private final ObjectMapper json = new ObjectMapper();
    private final ObjectNode root = json.createObjectNode();

    Manifest(long seed, long rows) {
        root.put("seed", seed).put("rows", rows).put("listed_at_most", Ledger.LISTED);
        root.set("pesos", sentences("data.manifest.pesos"));
    }

    void sales(Products products, Ledger ledger) {
        ObjectNode file = root.putObject("ventas.csv");
        ObjectNode answer = file.putObject("answer");
        ObjectNode refused = answer.putObject("refused");
        for (RowFate fate : RowFate.values()) {
            long[] total = ledger.total(fate);
            if (total[0] > 0 && fate != RowFate.NOT_A_ROW) {
                (fate.refused() ? refused : answer).set(fate.toString(), counted(total[0], total[1]));
            }
        }
        answer.set("ingresos_totales", json.valueToTree(ExpectedReport.summary(products.all(), ledger)));
        ObjectNode forms = file.putObject("price_forms");
        ledger.forms.forEach((form, rows) -> forms.put(form.toString(), rows));
        ArrayNode kinds = file.putArray("kinds");
        ledger.kinds.forEach((kind, found) -> {
            ObjectNode entry = kinds.addObject().put("kind", kind.toString()).put("rule", kind.fate.toString());
            entry.setAll(counted(found.rows, ledger.cents(found)));
            entry.set("lines", json.valueToTree(found.lines));
            entry.set("ids", json.valueToTree(found.ids));
            entry.setAll(sentences("data.kind." + kind));
        });
    }

    /** The money behind a defect of the catalogue is what was sold of its products, before tax. */
    void catalogue(ProductCatalogue catalogue, Ledger ledger) {
        Map<String, List<ProductCatalogue.Entry>> kinds = new LinkedHashMap<>();
        catalogue
                .planted(ledger)
                .forEach(entry -> kinds.computeIfAbsent(entry.kind(), kind -> new ArrayList<>())
                        .add(entry));
        ObjectNode file =
                root.putObject("catalogo.csv").put("rows", catalogue.entries().size());
        root.putObject("catalogo.parquet")
                .put("rows", catalogue.entries().size())
                .put("rows_unlike_catalogo.csv", 0);
        ArrayNode array = file.putArray("kinds");
        kinds.forEach((kind, entries) -> {
            long cents = entries.stream()
                    .filter(entry -> !entry.name().isEmpty())
                    .mapToLong(entry -> ledger.sold(entry.product()).cents)
                    .sum();
            ObjectNode entry = array.addObject().put("kind", kind);
            entry.setAll(counted(entries.size(), cents));
            entry.set(
                    "products",
                    json.valueToTree(entries.stream()
                            .map(ProductCatalogue.Entry::name)
                            .sorted()
                            .toList()));
            entry.setAll(sentences("data.kind." + kind));
        });
    }

    void variants(List<Variant> variants) {
        ArrayNode array = root.putArray("variants");
        for (Variant variant : variants) {
            ObjectNode entry = array.addObject().put("variant", variant.name());
            variant.answer().forEach((fact, value) -> entry.set(fact, json.valueToTree(value)));
            entry.setAll(sentences("data.variant." + variant.name()));
        }
    }

    void write(Path file) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Files.writeString(file, json.writer(printer).writeValueAsString(root) + "\n");
    }

    private ObjectNode counted(long rows, long cents) {
        return json.createObjectNode()
                .put("rows", rows)
                .put("pesos", BigDecimal.valueOf(cents, 2).toPlainString());
    }

    private ObjectNode sentences(String key) {
        ObjectNode node = json.createObjectNode();
        for (Language language : Language.values()) {
            node.put(language.code(), Message.of(key).in(language));
        }
        return node;
    }
}
