package dinero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import orquesta.autograder.exercise.AnswerSource;

/** The answers to E11, from what was planted in the shop's files. */
public final class Respuestas implements AnswerSource {
    private static final String SIN_CATEGORIA = "sin_categoria";

    @Override
    public Map<String, String> answers(long seed, Path kit) throws IOException {
        JsonNode manifest = new ObjectMapper()
                .readTree(kit.resolve("datasets/manifest.json").toFile());
        Map<String, String> answers = new HashMap<>();
        lines(manifest, answers);
        money(manifest.at("/ventas.csv/answer"), answers);
        return answers;
    }

    private static void lines(JsonNode manifest, Map<String, String> answers) {
        JsonNode refused = manifest.at("/ventas.csv/answer/refused");
        long all = 0;
        Map.Entry<String, JsonNode> most = null;
        for (Map.Entry<String, JsonNode> rule : refused.properties()) {
            long rows = rule.getValue().get("rows").asLong();
            all += rows;
            if (most == null || rows > most.getValue().get("rows").asLong()) {
                most = rule;
            }
        }
        answers.put("cuentan", manifest.at("/ventas.csv/answer/used/rows").asText());
        answers.put("cuentan.todas", manifest.get("rows").asText());
        answers.put("rechazadas", Long.toString(all));
        answers.put("repetidas", refused.at("/id_repetido/rows").asText());
        answers.put("regla", most == null ? "" : most.getKey());
    }

    private static void money(JsonNode answer, Map<String, String> answers) {
        BigDecimal total = BigDecimal.ZERO;
        for (JsonNode row : answer.get("ingresos_totales")) {
            total = total.add(new BigDecimal(row.get("total_ventas").asText()));
            if (row.get("categoria_norm").asText().equals(SIN_CATEGORIA)) {
                answers.put(SIN_CATEGORIA, row.get("total_ventas").asText());
                answers.put(SIN_CATEGORIA + ".unidades", row.get("n_items").asText());
            }
        }
        answers.put("total", total.toPlainString());
        answers.put("total.sin_impuesto", answer.at("/used/pesos").asText());
    }
}
