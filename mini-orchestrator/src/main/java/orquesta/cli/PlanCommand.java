package orquesta.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import orquesta.RunRequest;
import orquesta.asset.Effort;
import orquesta.definition.Pipeline;
import orquesta.partition.PartitionChoice;
import orquesta.plan.Plan;
import orquesta.plan.PlanRequest;
import orquesta.plan.Planner;
import orquesta.text.Message;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kit plan}: what would run, in which order and why, and which published values it would read. Runs nothing. */
@Command(name = "plan", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Mixin
    PipelineOptions options = new PipelineOptions();

    @Option(names = "--partition", paramLabel = "PARTITION", descriptionKey = "partition")
    String partition = "";

    @Option(names = "--clock", paramLabel = "TIME", descriptionKey = "clock")
    String clock = "";

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() {
        Pipeline pipeline = options.load();
        Clock now = RunClock.parse(clock);
        PartitionChoice partitions = PartitionChoice.of(partition, now.instant());
        Plan plan =
                plan(pipeline, options.request(options.selection(pipeline), now).in(partitions));
        System.out.println(json ? Json.write(object(plan)) : Visible.of(text(plan)));
        String profile = options.profile.isEmpty() ? pipeline.profileOf(options.jobName()) : options.profile;
        if (!json && !profile.isEmpty()) {
            System.out.println(Message.of("profile.plan", profile));
        }
        return 0;
    }

    /** Without a home nothing is published yet; a plan makes none. */
    private Plan plan(Pipeline pipeline, RunRequest request) {
        PlanRequest alone = new PlanRequest(request.selection(), Effort.PLAIN, request.partitions(), null);
        return options.home
                .ask(orchestrator -> orchestrator.plan(pipeline, request))
                .orElseGet(() -> Planner.plan(
                        pipeline.in(pipeline.profileOf(options.jobName())), alone, task -> Optional.empty()));
    }

    private static Object object(Plan plan) {
        var steps = plan.tasks().stream()
                .map(planned -> Json.object(
                        "key", planned.task().text(),
                        "kind", planned.task().step().kind(),
                        "wave", planned.wave(),
                        "reason", planned.why().toString()))
                .toList();
        var pins = plan.pins().entrySet().stream()
                .map(pin -> Json.object(
                        "key", pin.getKey().text(),
                        "run", pin.getValue().run().number(),
                        "materialization", pin.getValue().materialization()))
                .toList();
        return Json.object(
                "pipeline", plan.pipeline().name(), "selection", plan.selection(), "steps", steps, "pins", pins);
    }

    private static String text(Plan plan) {
        TextTable table = new TextTable(
                Message.of("cli.wave").toString(),
                Message.of("cli.step").toString(),
                Message.of("cli.reason").toString());
        plan.tasks().forEach(planned -> table.row(planned.wave(), planned.task().text(), planned.why()));
        StringBuilder text = new StringBuilder(table.toString());
        plan.pins().forEach((asset, pin) -> text.append('\n').append(Message.of("cli.pin", asset, pin.run())));
        return text.toString();
    }
}
