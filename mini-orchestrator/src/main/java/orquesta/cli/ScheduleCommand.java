package orquesta.cli;

import java.time.Instant;
import java.util.List;
import orquesta.Orchestrator;
import orquesta.daemon.ScheduleState;
import orquesta.definition.Pipeline;
import orquesta.event.TriggerId;
import orquesta.schedule.Schedule;
import orquesta.store.TickQueries;
import orquesta.text.Message;
import orquesta.text.Nearest;
import orquesta.text.UserException;
import orquesta.text.Visible;
import orquesta.web.ScheduleStory;
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
    int list(
            @Mixin ServedPipeline options,
            @Option(names = "--json", descriptionKey = "json") boolean json,
            @Option(names = "--clock", paramLabel = "TIME", defaultValue = "", descriptionKey = "clockWhy")
                    String clock) {
        Pipeline pipeline = options.load(options.folder());
        ScheduleTable table = new ScheduleTable(
                pipeline.name(),
                List.copyOf(pipeline.schedules().values()),
                RunClock.parse(clock).instant());
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

    @Command(name = "why", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
    int why(
            @Mixin ServedPipeline options,
            @Parameters(index = "1", paramLabel = "SCHEDULE", descriptionKey = "schedule") String schedule,
            @Mixin WhyMoment moment) {
        Pipeline pipeline = options.load(options.folder());
        Schedule found = found(pipeline, schedule);
        TriggerId id = new TriggerId(pipeline.name(), schedule);
        Instant now = moment.now();
        List<Message> said = options.home
                .ask(orchestrator -> {
                    TickQueries ticks = new TickQueries(orchestrator.history());
                    ScheduleStory story = new ScheduleStory(ticks, id, found, options.pipeline);
                    return moment.at(found).map(at -> story.at(at, now)).orElseGet(() -> story.now(now));
                })
                .orElseGet(() -> List.of(Message.of("whytime.unwatched", schedule, options.pipeline)));
        said.forEach(sentence -> System.out.println(Visible.of("• " + sentence)));
        return 0;
    }

    private static Schedule found(Pipeline pipeline, String schedule) {
        Schedule found = pipeline.schedules().get(schedule);
        if (found == null) {
            Object known = Nearest.clue(schedule, pipeline.schedules().keySet());
            throw new UserException("SCHEDULE", "schedule.unknown", schedule, known);
        }
        return found;
    }

    private static int switched(ServedPipeline options, String schedule, boolean on) {
        Pipeline pipeline = options.load(options.folder());
        found(pipeline, schedule);
        try (Orchestrator orchestrator = options.home.open()) {
            ScheduleState.switchTo(on, new TriggerId(pipeline.name(), schedule), orchestrator);
        }
        System.out.println(Message.of(on ? "schedule.resumed" : "schedule.paused", schedule));
        return 0;
    }
}
