package orquesta.cli;

import java.util.List;
import orquesta.Orchestrator;
import orquesta.daemon.ScheduleState;
import orquesta.definition.Pipeline;
import orquesta.event.TriggerId;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit sensor}: what sensors watch and what they told last; switches them off and on. */
@Command(name = "sensor", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class SensorCommand {
    @Command(name = "ls", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
    int list(@Mixin ServedPipeline options, @Option(names = "--json", descriptionKey = "json") boolean json) {
        Pipeline pipeline = options.load(options.folder());
        SensorTable table =
                new SensorTable(pipeline.name(), List.copyOf(pipeline.sensors().values()));
        Object shown = options.home
                .ask(orchestrator -> shown(table.with(orchestrator.history()), json))
                .orElseGet(() -> shown(table.with(null), json));
        System.out.println(pipeline.sensors().isEmpty() && !json ? Message.of("sensor.none", pipeline.name()) : shown);
        return 0;
    }

    private static Object shown(List<SensorTable.Line> lines, boolean json) {
        return json ? Json.write(SensorTable.json(lines)) : SensorTable.text(lines);
    }

    @Command(name = "pause", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
    int pause(
            @Mixin ServedPipeline options,
            @Parameters(index = "1", paramLabel = "SENSOR", descriptionKey = "sensor") String sensor) {
        return switched(options, sensor, false);
    }

    @Command(name = "resume", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
    int resume(
            @Mixin ServedPipeline options,
            @Parameters(index = "1", paramLabel = "SENSOR", descriptionKey = "sensor") String sensor) {
        return switched(options, sensor, true);
    }

    private static int switched(ServedPipeline options, String sensor, boolean on) {
        Pipeline pipeline = options.load(options.folder());
        if (!pipeline.sensors().containsKey(sensor)) {
            Object known = Nearest.clue(sensor, pipeline.sensors().keySet());
            throw new UserException("SENSOR", "sensor.unknown", sensor, known);
        }
        try (Orchestrator orchestrator = options.home.open()) {
            ScheduleState.switchTo(on, new TriggerId(pipeline.name(), sensor), orchestrator);
        }
        System.out.println(Message.of(on ? "sensor.resumed" : "sensor.paused", sensor));
        return 0;
    }
}
