package orquesta.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.RunRequest;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.partition.Partition;
import orquesta.partition.PartitionChoice;
import orquesta.partition.Partitions;
import orquesta.selection.Selection;

/** The page of an asset says how each of its partitions stands, and what would compute those that are wanting. */
@Tag("once")
class PartitionBarTest {
    private static final Instant NOW = Instant.parse("2026-11-06T15:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("America/Santiago"));

    @TempDir
    Path home;

    private final Set<String> broken = new TreeSet<>();
    private final Set<String> stopped = new TreeSet<>();
    private Visit visit;

    @AfterEach
    void close() {
        visit.close();
    }

    final class Dias {
        @Asset(partitions = "dia")
        Relation ventas(Partition dia) throws InterruptedException {
            if (stopped.contains(dia.key())) {
                visit.orchestrator.cancel(
                        visit.orchestrator.history().runs(1).get(0).id().number(), "me");
                Thread.sleep(60_000); // it is interrupted
            }
            if (broken.contains(dia.key())) {
                throw new IllegalStateException("no file");
            }
            return Relation.rows("n", "1");
        }

        @Asset(partitions = "dia")
        Relation filas(Relation ventas) {
            return ventas.select("count(*) as n");
        }

        @Asset(partitions = "dos")
        Relation dos(Partition parte) {
            return Relation.rows("n", "1");
        }

        @Asset(partitions = "tienda")
        Relation cajas(Partition tienda) {
            return Relation.rows("n", "1");
        }
    }

    private void open() {
        visit = Visit.at(
                home,
                Definitions.of(new Dias())
                        .partitions("dia", Partitions.daily("2026-10-30", "America/Santiago"))
                        .partitions("tienda", Partitions.of("este", "norte", "sur"))
                        .partitions(
                                "dos",
                                Partitions.daily("2026-11-03", "America/Santiago")
                                        .by("norte", "sur"))
                        .validated(Visit.PIPELINE),
                CLOCK);
    }

    private void run(String selection, PartitionChoice choice) {
        visit.ran(new RunRequest(Selection.parse(selection), "", CLOCK, 1).in(choice));
    }

    @Test
    void each_partition_stands_there_or_is_out_of_date_failed_or_missing() throws IOException {
        open();
        broken.add("2026-11-02");
        run("*filas", PartitionChoice.backfill("2026-10-30", "2026-11-03", NOW));
        run("ventas", PartitionChoice.of("2026-11-01", NOW)); // came late

        String ventas = visit.page("/assets/ventas");
        String filas = visit.page("/assets/filas");

        assertThat(ventas)
                .contains("there: 4", "failed: 1", "missing: 2")
                .contains("aria-label=\"2026-10-30 – 2026-10-31: there\"")
                .contains("2026-11-01: there; 2026-11-02: failed; 2026-11-03: there; 2026-11-04 – 2026-11-05: missing")
                .contains(" --select ventas --from 2026-11-02 --to 2026-11-05</code>")
                .contains("href=\"/runs/1#ventas.2026-11-02\"");
        assertThat(filas).contains("out of date: 1", "2026-11-01: out of date; 2026-11-02: missing; 2026-11-03: there");
    }

    @Test
    void what_was_cancelled_stands_as_it_did_before() {
        open();
        broken.add("2026-11-02");
        run("ventas", PartitionChoice.backfill("2026-11-01", "2026-11-02", NOW));
        stopped.addAll(Set.of("2026-11-01", "2026-11-02", "2026-11-03"));
        for (String day : stopped) {
            run("ventas", PartitionChoice.of(day, NOW));
        }

        assertThat(visit.page("/runs/4")).contains("data-state=\"cancelled\"");
        assertThat(visit.page("/assets/ventas"))
                .contains("there: 1", "failed: 1", "missing: 5")
                .contains("2026-11-01: there; 2026-11-02: failed; 2026-11-03");
    }

    @Test
    void categories_have_one_row_and_all_that_are_wanting_are_filled_at_once() throws InterruptedException {
        open();
        run("cajas", PartitionChoice.of("sur", NOW));

        assertThat(visit.page("/assets/cajas"))
                .contains("este – norte: missing; sur: there")
                .contains("/kit backfill tienda --select cajas</code>")
                .contains("href=\"/?select=cajas&amp;partition=&amp;needed=on\"");
        assertThat(visit.page("/?select=cajas&partition=&needed=on"))
                .contains("cajas@este", "cajas@norte")
                .doesNotContain("cajas@sur");
        visit.post("/runs", "token", visit.token(), "select", "cajas", "partition", "", "needed", "on");
        while (visit.orchestrator.history().run(2).isEmpty()
                || visit.orchestrator.history().run(2).orElseThrow().ended() == null) {
            Thread.sleep(10);
        }
        assertThat(visit.page("/assets/cajas")).contains("there: 3").doesNotContain("backfill");
        assertThat(visit.post("/runs", "token", visit.token(), "select", "cajas", "needed", "on")
                        .body())
                .contains("Nothing to do: all that was asked for in cajas is published");
    }

    @Test
    void what_is_wanting_of_two_axes_is_filled_from_its_first_day_to_its_last() {
        open();
        run("dos", PartitionChoice.of("2026-11-04", NOW));

        assertThat(visit.page("/assets/dos"))
                .contains("there: 2", "missing: 4")
                .contains(" --select dos --from 2026-11-03 --to 2026-11-05</code>")
                .contains("&amp;partition=2026-11-03..2026-11-05&amp;needed=on");
        assertThat(visit.page("/?select=dos&partition=2026-11-03..2026-11-05&needed=on"))
                .contains("(assets and checks: 4)", "dos@2026-11-03/norte", "dos@2026-11-05/sur");
    }

    @Test
    void weeks_and_months_stand_at_their_place_of_the_year_two_axes_have_a_row_for_each_category() {
        PartitionBar.Cell week = new PartitionBar.Cell("2026-W48", PartitionBar.Standing.THERE, 1);
        PartitionBar.Cell both = new PartitionBar.Cell("2026-11/norte", PartitionBar.Standing.THERE, 1);
        open();

        assertThat(week.row()).isEqualTo("2026");
        assertThat(week.place()).isEqualTo(47);
        assertThat(both.row()).isEqualTo("norte 2026");
        assertThat(both.place()).isEqualTo(10);
    }
}
