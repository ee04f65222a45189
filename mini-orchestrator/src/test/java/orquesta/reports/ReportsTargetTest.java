package orquesta.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.asset.AssetDefinition;
import orquesta.asset.Relation;
import orquesta.run.Ended;
import orquesta.run.Runs;
import orquesta.testkit.TestHome;
import pruebas.Hijo;

/** Targets that are full, read-only, no folder, or on another file system than the home. */
@Tag("once")
class ReportsTargetTest {
    @TempDir
    Path folder;

    private final TestHome home = TestHome.create();
    private final Mounts mounts = new Mounts();

    @AfterEach
    void close() {
        mounts.close();
        home.close();
    }

    private Ended run(Path target, Object... declarations) {
        return Runs.of(declarations)
                .resource("reports", Reports.in(target.toString()))
                .in(home);
    }

    /** Some 8 MB as CSV, 4 MB as Parquet. */
    private static Relation big() {
        Relation numbers = Relation.rows("x", "1").select("unnest(range(300000)) as n");
        return numbers.select("n, hash(n)::varchar as t");
    }

    private static AssetDefinition informe(String format) {
        return AssetDefinition.named("informe")
                .borrows("reports", Reports.class)
                .returns(Path.class)
                .computedBy(in -> {
                    Reports.Folder files = in.get("reports", Reports.class).newFolder();
                    String name = "x." + format;
                    return (format.equals("csv") ? files.csv(name, big()) : files.parquet(name, big())).path();
                });
    }

    private static long entries(Path target) throws Exception {
        try (Stream<Path> entries = Files.list(target)) {
            return entries.count();
        }
    }

    @Test
    void a_file_in_its_place_is_told_with_the_remedy() throws Exception {
        Path file = Files.writeString(folder.resolve("reports"), "mine");

        Ended run = run(file, Hijo.informe("x"));

        assertThat(run.reason("informe"))
                .isEqualTo(file + " is a file, so it cannot be the folder of reports; move the file away, or point the "
                        + "reports elsewhere: --set reports=FOLDER.");
        assertThat(run.status().exit()).isEqualTo(1);
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_target_that_cannot_be_written_is_told_with_the_remedy() throws Exception {
        Path target = mounts.readOnly(Files.createDirectories(folder.resolve("reports")));

        Ended run = run(target, Hijo.informe("x"), Runs.asset("y"));

        assertThat(run.states()).isEqualTo(Map.of("informe", "failed", "y", "ok"));
        assertThat(run.reason("informe"))
                .matches("the folder of reports \\Q" + target + "\\E cannot be written: Read-only file system "
                        + "\\(free there: [\\d,]+ kB\\); .*--set reports=FOLDER\\.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void a_target_that_is_full_is_told_with_what_is_free_and_keeps_what_it_had(String format) throws Exception {
        Path target = mounts.tmpfs(folder.resolve("reports"), "1m");
        Files.writeString(target.resolve("x." + format), "yesterday");

        Ended run = run(target, informe(format), Runs.asset("y"));

        assertThat(run.states()).isEqualTo(Map.of("informe", "failed", "y", "ok"));
        assertThat(run.reason("informe"))
                .matches("the folder of reports \\Q" + target + "\\E cannot be written: No space left on device "
                        + "\\(free there: [\\d,]+ kB\\); .*--set reports=FOLDER\\.");
        assertThat(target.resolve("x." + format)).hasContent("yesterday");
        assertThat(entries(target)).isEqualTo(1);
    }

    @Test
    void another_file_system_than_the_homes_is_as_good() throws Exception {
        Path target = mounts.tmpfs(folder.resolve("reports"), "16m");
        assertThat(Files.getFileStore(target)).isNotEqualTo(Files.getFileStore(home.folder()));

        Ended run = run(target, informe("csv"));

        assertThat(run.reason("informe")).isEqualTo("published");
        assertThat(target.resolve("x.csv")).exists();
        assertThat(entries(target)).isEqualTo(1);
    }

    @Test
    void a_home_that_is_full_fails_the_step_with_the_remedy() throws Exception {
        Path small = mounts.tmpfs(folder.resolve("home"), "2m");
        AssetDefinition big = AssetDefinition.named("big").computedBy(in -> big());

        try (TestHome full = TestHome.in(small)) {
            Ended run = Runs.of(big, Runs.asset("y")).workers(1).in(full);

            assertThat(run.states()).isEqualTo(Map.of("big", "failed", "y", "ok"));
            assertThat(run.reason("big"))
                    .isEqualTo("the value could not be stored below " + small.resolve("data")
                            + ": No space left on device; make room there or give yourself permission to write, "
                            + "or use another home: --home DIR.");
        }
    }

    @Test
    void a_file_that_can_only_be_read_can_be_a_value() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("ventas.csv"), "id\n1\n");
        mounts.readOnly(data);
        AssetDefinition file =
                AssetDefinition.named("file").returns(Path.class).computedBy(in -> data.resolve("ventas.csv"));

        assertThat(Runs.of(file).in(home).reason("file")).isEqualTo("published");
    }
}
