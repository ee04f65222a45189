package orquesta.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import orquesta.Orchestrator;
import orquesta.daemon.SystemdUnit;
import orquesta.definition.Pipeline;
import orquesta.load.LiveDefinitions;
import orquesta.notify.AlertSender;
import orquesta.notify.Notifiers;
import orquesta.notify.Pace;
import orquesta.text.Message;
import orquesta.text.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit daemon}: lets the schedules of pipelines fire, without pages, until Ctrl-C. */
@Command(name = "daemon", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class DaemonCommand implements Callable<Integer> {
    @Parameters(index = "0..*", arity = "1..*", paramLabel = "PIPELINE", descriptionKey = "pipelines")
    List<String> pipelines = new ArrayList<>();

    @Mixin
    HomeOption home = new HomeOption();

    @Mixin
    ClockOption clock = new ClockOption();

    @Option(names = "--systemd", descriptionKey = "systemd")
    boolean systemd;

    @Override
    public Integer call() throws InterruptedException {
        List<ServedPipeline> served =
                pipelines.stream().map(name -> ServedPipeline.of(name, home)).toList();
        if (systemd) {
            List<Path> folders = served.stream().map(ServedPipeline::folder).toList();
            System.out.print(new SystemdUnit(HomeOption.checkout().script(), folders, home.home));
            return 0;
        }
        Clock watched = clock.clock();
        served.forEach(pipeline -> watch(pipeline, watched));
        System.err.println(Message.of("cli.watching"));
        new CountDownLatch(1).await(); // Ctrl-C ends the process
        return 0;
    }

    /** Sends the alerts of what is watched. */
    static AlertSender alerts(Orchestrator orchestrator, Supplier<Optional<Pipeline>> definitions, Clock clock) {
        Notifiers notifiers = new Notifiers(System.getenv());
        return new AlertSender(orchestrator, definitions, new AlertSender.Post(notifiers, Pace.USUAL, clock, voice()));
    }

    /** Says a line where this command was started, also while a run keeps what is printed: a line is no step's output. */
    static Consumer<Object> voice() {
        PrintStream out = System.out;
        return line -> out.println(Visible.of(line));
    }

    /** Until the process ends, which closes all. */
    private static void watch(ServedPipeline pipeline, Clock clock) {
        Watched watched = pipeline.watch(clock);
        LiveDefinitions.Version version = watched.definitions().now();
        version.problems().forEach(problem -> System.err.println(problem));
        version.pipeline()
                .ifPresent(loaded -> loaded.schedules()
                        .values()
                        .forEach(schedule -> System.out.println(ScheduleTable.next(schedule, clock.instant()))));
        watched.start();
    }
}
