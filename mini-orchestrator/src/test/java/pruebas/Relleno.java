package pruebas;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import orquesta.Orchestrator;
import orquesta.RunRequest;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.event.Event;
import orquesta.event.Fact;
import orquesta.partition.Partition;
import orquesta.partition.PartitionChoice;
import orquesta.partition.Partitions;
import orquesta.selection.Selection;
import orquesta.text.Language;

/**
 * A process of its own: a backfill of 1 to 12 November in the home of its first argument, one task at a time. Each day that
 * it computes is a line of the file {@code computed}; at the day of its second argument it waits for its end instead, at that of
 * its third it waits for a line, and fails.
 */
public final class Relleno {
    private static final Clock DAY = Clock.fixed(Instant.parse("2026-11-13T15:00:00Z"), ZoneId.of("America/Santiago"));

    /** Kept before anything is captured. */
    private static final PrintStream OUT = System.out;

    private final Path home;
    private final String stops;
    private final String fails;

    private Relleno(Path home, String stops, String fails) {
        this.home = home;
        this.stops = stops;
        this.fails = fails;
    }

    public static void main(String[] args) {
        new Relleno(Path.of(args[0]), args[1], args[2]).run();
    }

    private void run() {
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            Definitions days =
                    Definitions.of(this).partitions("dia", Partitions.daily("2026-11-01", "America/Santiago"));
            RunRequest request = new RunRequest(Selection.all(), "", DAY, 1)
                    .in(PartitionChoice.backfill("2026-11-01", "2026-11-12", DAY.instant()));
            RunResult result = orchestrator.run(days.validated("dias"), request, Relleno::tell);
            OUT.println("ended " + result.run().status().text());
        }
    }

    private static void tell(Event event) {
        if (event.task() != null && event.fact() instanceof Fact.StepChanged changed) {
            OUT.println(event.task().text() + " " + changed.state().text() + ": "
                    + changed.reason().in(Language.EN));
        }
    }

    @Asset(partitions = "dia")
    Relation ventas(Partition dia) throws IOException, InterruptedException {
        if (dia.key().equals(stops)) {
            OUT.println("stops");
            Thread.sleep(600_000);
        }
        if (dia.key().equals(fails)) {
            OUT.println("fails");
            var unused = System.in.read();
        }
        Thread.sleep(20);
        Files.writeString(
                home.resolve("computed"),
                dia.key() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (dia.key().equals(fails)) {
            throw new IllegalStateException("sin red");
        }
        return Relation.rows("dia date", "'" + dia.from() + "'");
    }

    @Check
    CheckResult hayFilas(Relation ventas) throws InterruptedException {
        Thread.sleep(20); // long enough for the other process to ask for the same day meanwhile
        return CheckResult.noRows("no date", ventas.where("dia is null"));
    }

    @Asset(partitions = "dia")
    Relation filas(Relation ventas) {
        return ventas.select("count(*) as filas");
    }

    @Asset
    Relation total(Relation filas) {
        return filas.select("sum(filas)::int as dias");
    }
}
