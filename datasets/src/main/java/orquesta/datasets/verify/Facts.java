package orquesta.datasets.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Facts about a folder of data, each named by its place in the manifest: what the manifest says, and what the files show. */
final class Facts {
    private static final Set<String> WORDS = Set.of("seed", "listed_at_most", "pesos", "en", "es");

    private Facts() {}

    /** The manifest as one flat map: an element of a list is named by its kind, its variant or its category. */
    static Map<String, String> said(Path manifest) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        JsonNode root = new ObjectMapper().readTree(Files.readString(manifest));
        root.properties().forEach(field -> {
            if (!WORDS.contains(field.getKey())) {
                flatten(field.getKey(), field.getValue(), facts);
            }
        });
        return facts;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> facts) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                boolean name =
                        Set.of("en", "es", "kind", "variant", "categoria_norm").contains(field.getKey());
                if (!name) {
                    flatten(path + "/" + field.getKey(), field.getValue(), facts);
                }
            });
        } else if (node.isArray() && node.size() > 0 && node.get(0).isObject()) {
            for (JsonNode element : node) {
                flatten(path + "/" + name(element), element, facts);
            }
        } else if (!node.isArray() || node.size() > 0) {
            facts.put(path, node.isArray() ? node.toString() : node.asText());
        }
    }

    private static String name(JsonNode element) {
        return element.path("kind").asText()
                + element.path("variant").asText()
                + element.path("categoria_norm").asText();
    }

    /** What the files of a folder show, its variants included. */
    static Map<String, String> shown(Path folder) throws IOException, SQLException {
        Map<String, String> facts = new TreeMap<>();
        try (Tables tables = new Tables()) {
            tables.load("sales", TextFile.read(folder.resolve("ventas.csv")), Tables.SALES);
            tables.load("catalogue", TextFile.read(folder.resolve("catalogo.csv")), Tables.CATALOGUE);
            tables.run("rules.sql");
            tables.run("kinds.sql");
            tables.run("catalogue.sql");
            facts.putAll(tables.facts(Tables.text("facts.sql")));
            String parquet = folder.resolve("catalogo.parquet").toString().replace("'", "''");
            facts.putAll(tables.facts(Tables.text("parquet.sql").replace("$parquet", "'" + parquet + "'")));
        } catch (BadFile e) {
            facts.put("rows", e.problem + " " + e.line);
        }
        Path variants = folder.resolve("variants");
        if (Files.isDirectory(variants)) {
            try (var folders = Files.list(variants)) {
                for (Path variant : folders.sorted().toList()) {
                    VariantFacts.of(variant)
                            .forEach((fact, value) ->
                                    facts.put("variants/" + variant.getFileName() + "/" + fact, value));
                }
            }
        }
        return facts;
    }
}
