package ventas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.definition.Pipeline;
import orquesta.event.RunStatus;
import orquesta.event.State;
import orquesta.resource.PipelineRoot;
import orquesta.selection.Selection;
import orquesta.text.Language;

/** The whole pipeline, on the committed data and on every variant of a broken file, against the manifest of the data. */
class VentasTest {
    private static final Path DATASETS = PipelineRoot.here().resolve("datasets");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-01-15T15:00:00Z"), ZoneId.of("America/Santiago"));

    @TempDir
    private Path folder;

    private static JsonNode manifest() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(DATASETS.resolve("manifest.json").toFile());
    }

    private RunResult run(Orchestrator orchestrator, Path datasets) {
        Pipeline pipeline = Ventas.definitions()
                .validated()
                .with(Map.of(
                        "datasets", datasets.toString(), "reports", reports().toString()));
        return orchestrator.run(pipeline, new RunRequest(Selection.all(), "", CLOCK, 2));
    }

    private Path reports() {
        return folder.resolve("reports");
    }

    @Test
    void the_committed_data_gives_the_answer_of_its_manifest() throws IOException {
        JsonNode answer = manifest().get("ventas.csv").get("answer");
        try (Orchestrator orchestrator = Orchestrator.at(folder.resolve("home"))) {
            RunResult result = run(orchestrator, DATASETS);

            assertThat(result.run().status()).isEqualTo(RunStatus.WARNED);
            assertThat(result.step("ventas").rows())
                    .isEqualTo(answer.get("used").get("rows").asLong());
            Map<String, Long> refused = new TreeMap<>();
            for (String line : rejected()) {
                refused.merge(line.substring(0, line.indexOf(',')), 1L, Long::sum);
            }
            Map<String, Long> told = new TreeMap<>();
            answer.get("refused")
                    .properties()
                    .forEach(rule ->
                            told.put(rule.getKey(), rule.getValue().get("rows").asLong()));
            assertThat(refused).isEqualTo(told);

            List<String> expected = new ArrayList<>(List.of("categoria_norm,total_ventas,n_items,precio_promedio"));
            for (JsonNode row : answer.get("ingresos_totales")) {
                expected.add(String.join(
                        ",",
                        row.get("categoria_norm").asText(),
                        row.get("total_ventas").asText(),
                        row.get("n_items").asText(),
                        row.get("precio_promedio").asText()));
            }
            assertThat(Files.readAllLines(reports().resolve("ingresos_totales.csv")))
                    .isEqualTo(expected);
        }
    }

    /** The records of the rejected rows; line breaks inside quotes belong to a record. */
    private List<String> rejected() throws IOException {
        String text = Files.readString(reports().resolve("ventas_rechazadas.csv"));
        List<String> records = new ArrayList<>();
        int start = text.indexOf('\n') + 1;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (text.charAt(i) == '\n' && !quoted) {
                records.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return records;
    }

    static Stream<String> variants() throws IOException {
        List<String> names = new ArrayList<>();
        manifest()
                .get("variants")
                .forEach(variant -> names.add(variant.get("variant").asText()));
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void each_broken_file_ends_as_its_manifest_says(String name) throws IOException {
        JsonNode variant = null;
        for (JsonNode candidate : manifest().get("variants")) {
            variant = candidate.get("variant").asText().equals(name) ? candidate : variant;
        }
        assertThat(variant).isNotNull();
        try (Orchestrator orchestrator = Orchestrator.at(folder.resolve("home"))) {
            RunResult result = run(orchestrator, DATASETS.resolve("variants").resolve(name));

            String outcome = variant.get("outcome").asText();
            assertThat(outcome(result)).isEqualTo(outcome);
            assertThat(Files.exists(reports().resolve("ingresos_totales.csv"))).isEqualTo(outcome.equals("published"));
            if (variant.has("used")) {
                assertThat(result.step("ventas").rows())
                        .isEqualTo(variant.get("used").asLong());
                assertThat(result.step("ventas_leidas").rows())
                        .isEqualTo(variant.get("rows").asLong());
            }
            if (outcome.equals("failed")) {
                boolean catalogue = variant.get("file").asText().startsWith("catalogo");
                assertThat(result.step(catalogue ? "productos" : "ventas_leidas")
                                .state())
                        .isEqualTo(State.FAILED);
                assertThat(result.step("ventas").state()).isEqualTo(catalogue ? State.OK : State.UPSTREAM_FAILED);
                requireOneSentence(
                        result.step(catalogue ? "productos" : "ventas_leidas")
                                .reason()
                                .in(Language.ES),
                        variant);
                requireOneSentence(
                        result.step(catalogue ? "productos" : "ventas_leidas")
                                .reason()
                                .in(Language.EN),
                        variant);
            }
        }
    }

    /** Names the line where there is one, and shows nothing of our insides. */
    private static void requireOneSentence(String sentence, JsonNode variant) {
        assertThat(sentence).doesNotContain("Exception").doesNotContain("\tat ");
        if (variant.has("line")) {
            assertThat(sentence).containsPattern("\\b" + variant.get("line").asText() + "\\b");
        }
        if (variant.has("columns")) {
            variant.get("columns").forEach(column -> assertThat(sentence).contains(column.asText()));
        }
    }

    private static String outcome(RunResult result) {
        return switch (result.run().status()) {
            case OK, WARNED -> "published";
            case BLOCKED -> "blocked";
            default -> "failed";
        };
    }

    @Test
    void a_broken_file_leaves_the_report_of_yesterday_in_place() throws IOException {
        try (Orchestrator orchestrator = Orchestrator.at(folder.resolve("home"))) {
            run(orchestrator, DATASETS);
            byte[] yesterday = Files.readAllBytes(reports().resolve("ingresos_totales.csv"));

            RunResult today = run(orchestrator, DATASETS.resolve("variants/american"));

            assertThat(today.run().status()).isEqualTo(RunStatus.BLOCKED);
            assertThat(today.step("publicar_reporte").state()).isEqualTo(State.UPSTREAM_FAILED);
            assertThat(Files.readAllBytes(reports().resolve("ingresos_totales.csv")))
                    .isEqualTo(yesterday);
        }
    }
}
