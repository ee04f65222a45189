package orquesta.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import orquesta.demo.CronDemo;
import orquesta.demo.CronHelp;
import orquesta.demo.HtmlDrawing;
import orquesta.demo.LaneEvent;
import orquesta.demo.Night;
import orquesta.demo.SvgDrawing;
import orquesta.demo.TerminalDrawing;
import orquesta.text.Message;
import orquesta.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kit demo cron}: cron beside the DAG, through the same bad week. */
@Command(name = "cron", resourceBundle = "orquesta.help", mixinStandardHelpOptions = true)
final class CronDemoCommand implements Callable<Integer> {
    private static final double FASTEST = 100_000;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
    long seed = CronDemo.SEED;

    @Option(names = "--flock", descriptionKey = "flock")
    boolean flock;

    @Option(names = "--chain", descriptionKey = "chain")
    boolean chain;

    @Option(names = "--events", descriptionKey = "events")
    boolean events;

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "demoSpeed")
    @Nullable
    Double speed;

    @Option(names = "--svg", paramLabel = "FILE", descriptionKey = "svg")
    @Nullable
    Path svg;

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "html")
    @Nullable
    Path html;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (speed != null && !(speed > 0 && speed <= FASTEST)) {
            throw new UserException("--speed", "cli.speed", speed);
        }
        CronDemo demo = CronDemo.play(seed, new CronHelp(flock, chain));
        if (svg != null) {
            write("--svg", svg, SvgDrawing.of(demo));
        }
        if (html != null) {
            write("--html", html, HtmlDrawing.of(demo));
        }
        if (json) {
            System.out.println(Json.write(DemoJson.of(demo)));
        } else {
            show(demo);
        }
        return 0;
    }

    private static void write(String option, Path file, String picture) {
        try {
            Files.writeString(file, picture);
        } catch (IOException e) {
            throw new UserException(option, "demo.unwritten", file, e);
        }
    }

    private void show(CronDemo demo) throws InterruptedException {
        TerminalDrawing drawing = new TerminalDrawing(demo);
        print(drawing.opening());
        for (Night night : demo.week().nights()) {
            if (events || speed != null) {
                tell(drawing, night);
            }
            print(drawing.night(night));
        }
        print(drawing.verdict());
        Stream.of(svg, html)
                .filter(Objects::nonNull)
                .forEach(file -> System.out.println(Message.of("demo.written", file)));
    }

    /** The events of a night, each at its time on the clock of the demo; the hours between two nights are left out. */
    private void tell(TerminalDrawing drawing, Night night) throws InterruptedException {
        System.out.println();
        Instant clock = night.start();
        for (LaneEvent event : drawing.events(night)) {
            if (speed != null) {
                Thread.sleep((long) (Duration.between(clock, event.at()).toMillis() / speed));
            }
            clock = event.at();
            print(drawing.event(event));
        }
    }

    private static void print(List<String> lines) {
        lines.forEach(System.out::println);
    }
}
