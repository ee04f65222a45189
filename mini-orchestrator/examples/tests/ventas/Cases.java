package ventas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.cli.Json;
import orquesta.definition.Pipeline;
import orquesta.selection.Selection;

/**
 * Runs the pipeline on many folders of data in one process, for the comparison with the independent program:
 * {@code --cases FILE}, a line each: datasets, reports, home and date, set apart by tabs. Each home gets a result.json.
 */
final class Cases {
    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private Cases() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !args[0].equals("--cases")) {
            throw new IllegalArgumentException("give --cases FILE");
        }
        List<String> lines = Files.readAllLines(Path.of(args[1]));
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            run(Path.of(parts[0]), Path.of(parts[1]), Path.of(parts[2]), LocalDate.parse(parts[3]));
        }
    }

    private static void run(Path datasets, Path reports, Path home, LocalDate date) throws IOException {
        Pipeline pipeline = Ventas.definitions()
                .validated("ventas")
                .with(Map.of("datasets", datasets.toString(), "reports", reports.toString()));
        Clock clock = Clock.fixed(date.atTime(LocalTime.NOON).atZone(CHILE).toInstant(), CHILE);
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            RunResult result = orchestrator.run(pipeline, new RunRequest(Selection.all(), "", clock, 2));
            Files.writeString(home.resolve("result.json"), Json.write(Json.run(result)));
        }
    }
}
