package orquesta.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.Given.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.asset.AssetDefinition;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Need;
import orquesta.asset.Relation;
import orquesta.event.Materialization;
import orquesta.relation.Duck;
import orquesta.resource.Resource;
import orquesta.run.Ended;
import orquesta.run.Runs;
import orquesta.testkit.TestHome;
import orquesta.testkit.TestKit;
import pruebas.Hijo;

@Tag("once")
class ReportsTest {
    private final TestHome home = TestHome.create();
    private final Path target = home.folder().resolve("reports");

    @AfterEach
    void close() {
        home.close();
    }

    private Ended run(Object... declarations) {
        return Runs.of(declarations).resource("reports", Reports.in("reports")).in(home);
    }

    private interface Writing {
        Path files(Reports reports) throws Exception;
    }

    private static AssetDefinition reporting(Writing code) {
        return AssetDefinition.named("informe")
                .borrows("reports", Reports.class)
                .returns(Path.class)
                .computedBy(in -> code.files(in.get("reports", Reports.class)));
    }

    /** A check that reads the judged value as a path. */
    private static CheckDefinition looking(Predicate looks) {
        Need informe = new Need.Upstream(new orquesta.asset.AssetKey("informe"), Path.class);
        return CheckDefinition.named("looks", "informe")
                .computedBy(in -> CheckResult.of(looks.test(in.get("informe", Path.class)), "looks"))
                .needing(List.of(informe));
    }

    private interface Predicate {
        boolean test(Path path) throws IOException;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(target)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> target.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> all = Files.list(target)) {
            return all.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void files_wait_hidden_inside_the_target_until_they_are_published() throws Exception {
        run(Hijo.informe("viejo"));
        AssetDefinition writes = reporting(reports -> reports.newFolder()
                .csv("a.csv", Relation.rows("v", "'nuevo'"))
                .parquet("b.parquet", Relation.rows("v", "'nuevo'"))
                .path());
        CheckDefinition looks = looking(staging -> staging.getParent().equals(target)
                && staging.getFileName().toString().startsWith(".")
                && Files.readString(staging.resolve("a.csv")).equals("v\nnuevo\n")
                && Files.readString(target.resolve("a.csv")).equals("v\nviejo\n")
                && !Files.exists(target.resolve("b.parquet")));

        Ended run = run(writes, looks);

        assertThat(run.states()).isEqualTo(Map.of("informe", "ok", "informe#looks", "ok"));
        assertThat(target.resolve("a.csv")).hasContent("v\nnuevo");
        assertThat(TestKit.lines(Relation.parquet(target.resolve("b.parquet")))).containsExactly("nuevo");
        assertThat(entries()).containsExactly("a.csv", "b.csv", "b.parquet");
    }

    @Test
    void names_sizes_and_hashes_are_recorded_and_the_value_is_the_folder_of_reports() {
        Ended run = run(Hijo.informe("x"));

        Materialization value = run.written("informe");
        String sha256 = "e8581e11a869c2320311ea1893f38cbd4e9ed03039f73b9d64454e778c7d892a";
        assertThat(value.contents().files())
                .extracting(Materialization.StoredFile::name)
                .containsExactly("a.csv", "b.csv");
        assertThat(value.contents().files()).contains(new Materialization.StoredFile("a.csv", 4, sha256));
        assertThat(value.contents().bytes()).isEqualTo(8);
        assertThat(home.value("informe", Path.class)).isEqualTo(target);
        assertThat(run.story()).containsSubsequence("informe published", "informe delivered", "informe ok");
    }

    @Test
    void a_failed_check_leaves_the_reports_of_yesterday_and_nothing_hidden() throws Exception {
        run(Hijo.informe("viejo"));

        Ended run = run(Hijo.informe("malo"), looking(staging -> false));

        assertThat(run.states()).isEqualTo(Map.of("informe", "blocked", "informe#looks", "failed"));
        assertThat(target.resolve("a.csv")).hasContent("v\nviejo");
        assertThat(entries()).containsExactly("a.csv", "b.csv");
    }

    @Test
    void a_step_that_fails_after_writing_leaves_nothing() throws Exception {
        Ended run = run(reporting(reports -> {
            reports.newFolder().csv("a.csv", Relation.rows("v", "1"));
            throw new IllegalStateException("boom");
        }));

        assertThat(run.state("informe")).isEqualTo("failed");
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_query_that_fails_while_a_report_is_written_is_no_trouble_of_the_folder() {
        Relation wrong = Relation.rows("v", "'x'").select("v::integer");

        Ended csv =
                run(reporting(reports -> reports.newFolder().csv("a.csv", wrong).path()));
        Ended parquet = run(reporting(
                reports -> reports.newFolder().parquet("a.parquet", wrong).path()));

        assertThat(csv.reason("informe")).startsWith("Conversion Error").contains("of the query: ");
        assertThat(parquet.reason("informe")).startsWith("Conversion Error").contains("of the query: ");
    }

    private AssetDefinition writing(String asset, String file) {
        return AssetDefinition.named(asset)
                .returns(Path.class)
                .borrows("reports", Reports.class)
                .computedBy(in -> {
                    Reports reports = in.get("reports", Reports.class);
                    Path staging = reports.newFolder().path();
                    Path at = staging.resolve(file);
                    Files.createDirectories(at.getParent());
                    Files.writeString(at, asset);
                    return staging;
                });
    }

    @Test
    void two_assets_that_write_one_file_are_told_by_name_and_the_first_stays() throws Exception {
        Ended run = Runs.of(writing("uno", "2026/igual.csv"), writing("zdos", "2026/igual.csv"))
                .resource("reports", Reports.in(target.toString()))
                .workers(1)
                .in(home);

        assertThat(run.states()).isEqualTo(Map.of("uno", "ok", "zdos", "failed"));
        assertThat(run.reason("zdos"))
                .startsWith("\"2026/igual.csv\" is written by two assets, uno and zdos, into one folder of reports, ");
        assertThat(target.resolve("2026/igual.csv")).hasContent("uno");
    }

    @Test
    void an_asset_writes_its_own_file_again_and_again_and_others_beside_it() {
        for (int i = 0; i < 2; i++) {
            assertThat(Runs.of(writing("uno", "a.csv"), writing("zdos", "b.csv"))
                            .resource("reports", Reports.in(target.toString()))
                            .in(home)
                            .states())
                    .isEqualTo(Map.of("uno", "ok", "zdos", "ok"));
        }
    }

    @Test
    void folders_inside_the_folder_keep_their_place() throws Exception {
        run(reporting(reports -> {
            Path staging = reports.newFolder().path();
            Files.writeString(
                    Files.createDirectories(staging.resolve("2026/01")).resolve("a.txt"), "x");
            return staging;
        }));

        assertThat(names()).containsExactly("2026/01/a.txt");
    }

    @Test
    void a_file_of_the_folder_alone_is_refused_with_the_remedy() throws Exception {
        Ended run = run(reporting(reports ->
                reports.newFolder().csv("a.csv", Relation.rows("v", "1")).path().resolve("a.csv")));

        assertThat(run.reason("informe"))
                .isEqualTo("it returned \"a.csv\", which is only a part of its folder of reports; return the path of "
                        + "the folder itself: all its files are published together.");
        assertThat(entries()).isEmpty();
    }

    @Test
    void files_that_somebody_removes_before_they_are_published_are_not_published() throws Exception {
        run(Hijo.informe("viejo"));
        CheckDefinition removes = looking(staging -> {
            Files.delete(staging.resolve("a.csv"));
            Files.delete(staging.resolve("b.csv"));
            Files.delete(staging);
            return true;
        });

        Ended run = run(Hijo.informe("nuevo"), removes);

        assertThat(run.state("informe")).isEqualTo("failed");
        assertThat(run.reason("informe"))
                .startsWith("computed, but not published: its folder of reports " + target
                        + " cannot be written any more: ")
                .endsWith("make room or give yourself permission to write, then run it again");
        assertThat(run.story()).doesNotContain("informe published");
        assertThat(target.resolve("a.csv")).hasContent("v\nviejo");
    }

    @Test
    void what_is_in_the_way_of_a_file_fails_the_step_and_its_files_wait_until_the_way_is_free() throws Exception {
        Path inTheWay = Files.createDirectories(target.resolve("b.csv"));
        Files.writeString(inTheWay.resolve("mine.txt"), "precious");

        Ended run = run(Hijo.informe("nuevo"));

        assertThat(run.state("informe")).isEqualTo("failed");
        assertThat(run.reason("informe"))
                .startsWith("published, but not yet moved to its place: ")
                .endsWith("it is moved at the next start");
        assertThat(inTheWay.resolve("mine.txt")).hasContent("precious");
        try (TestHome still = TestHome.in(home.folder())) {
            assertThat(still.orchestrator().leftovers())
                    .singleElement()
                    .asString()
                    .startsWith("run 1 published informe, but what it wrote still waits in ")
                    .endsWith("remove what is in the way, and the next start will move it.");
        }
        Files.delete(inTheWay.resolve("mine.txt"));
        Files.delete(inTheWay);
        try (TestHome next = TestHome.in(home.folder())) {
            assertThat(next.orchestrator().leftovers()).isEmpty();
        }
        assertThat(target.resolve("b.csv")).hasContent("v\nnuevo");
        assertThat(entries()).containsExactly("a.csv", "b.csv");
    }

    @Test
    void old_files_that_waited_never_replace_newer_ones() throws Exception {
        Path inTheWay = Files.createDirectories(target.resolve("b.csv/full"));
        run(Hijo.informe("viejo"));
        Files.delete(inTheWay);
        Files.delete(inTheWay.getParent());
        run(Hijo.informe("nuevo"));

        TestHome.in(home.folder()).close();

        assertThat(target.resolve("a.csv")).hasContent("v\nnuevo");
        assertThat(target.resolve("b.csv")).hasContent("v\nnuevo");
        assertThat(entries()).containsExactly("a.csv", "b.csv");
    }

    @Test
    void what_dead_processes_left_unpublished_is_swept_and_nothing_else() throws Exception {
        long mine = ProcessHandle.current().pid();
        long dead =
                new ProcessBuilder("java", "-version").start().onExit().join().pid();
        Path left = Files.createDirectories(target.resolve(".orquesta-staging-" + dead + "-1/sub"));
        Path alive = Files.createDirectories(target.resolve(".orquesta-staging-" + mine + "-1"));
        Files.writeString(alive.resolve("old.csv"), "of a process with the same number");
        Path theirs = Files.createDirectories(target.resolve(".orquesta-staging-of-mine"));

        Ended run = run(Hijo.informe("x"));

        assertThat(run.reason("informe")).isEqualTo("published");
        assertThat(left.getParent()).doesNotExist();
        assertThat(theirs).exists();
        assertThat(alive.resolve("old.csv")).exists();
        assertThat(target.resolve("old.csv")).doesNotExist();
    }

    @Test
    void a_relative_folder_starts_at_the_pipelines_place_and_set_points_elsewhere() {
        Resource<Reports> recipe = Reports.in("reports").from(Path.of("/data"));

        assertThat(recipe).isEqualTo(Reports.in("/data/reports").from(Path.of("/data")));
        assertThat(recipe.set("/elsewhere"))
                .isEqualTo(Reports.in("nowhere").from(Path.of("/data")).set("/elsewhere"));
        assertThat(recipe.set("/elsewhere").toString()).contains("folder=/elsewhere", "root=/data");
    }

    @Test
    void a_folder_that_is_missing_in_the_folder_of_reports_is_named() throws Exception {
        Reports reports = Reports.in(target.toString()).open(new Duck(target.resolve("tmp")));

        assertThat(problem(() -> reports.newFolder().csv("sub/x.csv", Relation.rows("n", "1"))))
                .contains("the folder sub is missing", "\"sub/x.csv\"");
    }

    @Test
    void what_a_message_proposes_names_the_resource_as_it_is_registered() throws Exception {
        Path file = Files.createFile(target.resolveSibling("taken"));
        Reports reports = Reports.in(file.toString()).named("informes").open(new Duck(target.resolve("tmp")));

        assertThat(problem(reports::newFolder)).contains("--set informes=");
    }

    @Test
    void a_file_that_another_asset_published_in_an_earlier_run_is_not_replaced() {
        Runs both = Runs.of(writing("uno", "igual.csv"), writing("dos", "igual.csv"))
                .resource("reports", Reports.in("reports"));
        both.select("uno").in(home);

        Ended second = both.select("dos").in(home);

        assertThat(second.reason("dos")).contains("\"igual.csv\"", "was published by the asset uno", "run uno first");
        assertThat(target.resolve("igual.csv")).hasContent("uno");
        assertThat(both.select("uno").in(home).states()).isEqualTo(Map.of("uno", "ok"));
    }

    @Test
    void a_file_that_its_asset_gave_up_or_whose_asset_is_gone_belongs_to_nobody() {
        run(writing("uno", "a.csv"), writing("viejo", "b.csv"));
        run(writing("uno", "otro.csv"));

        assertThat(run(writing("uno", "otro.csv"), writing("dos", "a.csv"), writing("tres", "b.csv"))
                        .states())
                .isEqualTo(Map.of("uno", "ok", "dos", "ok", "tres", "ok"));
    }
}
