package orquesta.cli;

import java.time.Instant;
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

/** {@code kit schedule}: when schedules fire, and whether they do. */
@Command(
        name = "schedule",
        resourceBundle = "orquesta.help",
        mixinStandardHelpOptions = true,
        subcommands = {NextCommand.class})
final class ScheduleCommand {
    @Command(name = "ls", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
    int list(@Mixin ServedPipeline options, @Option(names = "--json", descriptionKey = "json") boolean json) {
        Pipeline pipeline = options.load(options.folder());
        ScheduleTable table = new ScheduleTable(
                pipeline.name(), List.copyOf(pipeline.schedules().values()), Instant.now());
        Object shown = options.home
                .ask(orchestrator -> shown(table, orchestrator, json))
                .orElseGet(() -> json ? Json.write(table.json(null)) : table.text(null));
        System.out.println(
                pipeline.schedules().isEmpty() && !json ? Message.of("schedule.none", pipeline.name()) : shown);
        return 0;
    }

    private static Object shown(ScheduleTable table, Orchestrator orchestrator, boolean json) {
        return json ? Json.write(table.json(orchestrator.history())) : table.text(orchestrator.history());
    }

    @Command(name = "pause", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
    int pause(
            @Mixin ServedPipeline options,
            @Parameters(index = "1", paramLabel = "SCHEDULE", descriptionKey = "schedule") String schedule) {
        return switched(options, schedule, false);
    }

    @Command(name = "resume", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
    int resume(
            @Mixin ServedPipeline options,
            @Parameters(index = "1", paramLabel = "SCHEDULE", descriptionKey = "schedule") String schedule) {
        return switched(options, schedule, true);
    }

    private static int switched(ServedPipeline options, String schedule, boolean on) {
        Pipeline pipeline = options.load(options.folder());
        if (!pipeline.schedules().containsKey(schedule)) {
            Object known = Nearest.clue(schedule, pipeline.schedules().keySet());
            throw new UserException("SCHEDULE", "schedule.unknown", schedule, known);
        }
        try (Orchestrator orchestrator = options.home.open()) {
            TriggerId id = new TriggerId(pipeline.name(), schedule);
            ScheduleState state = ScheduleState.of(orchestrator.history().trigger(id));
            orchestrator.record(id, state.switched(on));
        }
        System.out.println(Message.of(on ? "schedule.resumed" : "schedule.paused", schedule));
        return 0;
    }
}
