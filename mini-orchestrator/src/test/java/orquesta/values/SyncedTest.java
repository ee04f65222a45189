package orquesta.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetKey;
import orquesta.asset.Relation;
import orquesta.asset.Task;
import orquesta.event.RunId;
import orquesta.relation.Duck;
import orquesta.reports.Reports;

/** What is published survives a loss of power only if each name on the way to it was synced: the JDK's own recorder tells. */
class SyncedTest {
    @TempDir
    Path temp;

    private interface Work {
        void with(Duck duck) throws Exception;
    }

    private Set<Path> syncedBy(Path data, long run) throws Exception {
        return syncedBy(duck -> {
            Storage storage = new Storage(data, duck, (pipeline, asset) -> List.of());
            ValueId id = new ValueId(new RunId("tienda", run), Task.of(new AssetKey("ventas")), 1);
            storage.write(Relation.rows("v", "1"), Relation.class, id);
        });
    }

    private Set<Path> syncedBy(Work work) throws Exception {
        Path file = temp.resolve("forces.jfr");
        try (Recording recording = new Recording();
                Duck duck = new Duck(temp.resolve("tmp"))) {
            recording.enable("jdk.FileForce").withThreshold(Duration.ZERO);
            recording.start();
            work.with(duck);
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        return events.stream()
                .map(event -> event.getString("path"))
                .filter(path -> path != null)
                .map(Path::of)
                .collect(Collectors.toSet());
    }

    @Test
    void the_file_and_every_new_folder_on_the_way_to_it_are_synced() throws Exception {
        Path home = Files.createDirectories(temp.resolve("home"));
        Path data = home.resolve("data");

        assertThat(syncedBy(data, 1))
                .containsExactlyInAnyOrder(
                        data.resolve("tienda/ventas/1-1/value.parquet"),
                        data.resolve("tienda/ventas/1-1"),
                        data.resolve("tienda/ventas"),
                        data.resolve("tienda"),
                        data,
                        home);
    }

    @Test
    void of_a_report_with_folders_inside_each_folder_is_synced_before_it_is_published() throws Exception {
        AtomicReference<Path> staging = new AtomicReference<>();

        Set<Path> synced = syncedBy(duck -> {
            Path folder =
                    Reports.in("informes").from(temp).open(duck).newFolder().path();
            Files.createDirectories(folder.resolve("2026/01"));
            Files.writeString(folder.resolve("2026/01/a.txt"), "x");
            staging.set(folder);
            FileValue.staged(folder, temp.resolve("informes"));
        });

        Path folder = staging.get();
        assertThat(synced)
                .containsExactlyInAnyOrder(
                        folder.resolve("2026/01/a.txt"), folder.resolve("2026/01"), folder.resolve("2026"), folder);
    }

    @Test
    void what_was_there_before_is_not_synced_again() throws Exception {
        Path data = temp.resolve("data");
        syncedBy(data, 1);

        assertThat(syncedBy(data, 2))
                .containsExactlyInAnyOrder(
                        data.resolve("tienda/ventas/2-1/value.parquet"),
                        data.resolve("tienda/ventas/2-1"),
                        data.resolve("tienda/ventas"));
    }
}
