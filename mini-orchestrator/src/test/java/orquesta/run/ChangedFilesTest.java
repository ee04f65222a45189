package orquesta.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.asset.AssetDefinition;
import orquesta.asset.AssetKey;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.testkit.TestHome;

/** A reader gets the file that was published, or fails with both hashes; never another one in its place. */
class ChangedFilesTest {
    @TempDir
    Path folder;

    private TestHome home;
    private String text = "bueno";

    @BeforeEach
    void open() {
        home = TestHome.create();
    }

    @AfterEach
    void close() {
        home.close();
    }

    /** Judges the text of the file that it reads. */
    static final class Bueno {
        @Check
        CheckResult bueno(Path a) throws IOException {
            return contents(a).equals("malo") ? CheckResult.failed("malo") : CheckResult.passed("bueno");
        }
    }

    private Ended run(String selection, AssetDefinition writes) {
        AssetDefinition reads = AssetDefinition.named("b")
                .reads("a", Path.class)
                .computedBy(in -> Relation.rows("t", "'" + contents(in.get("a", Path.class)) + "'"));
        return Runs.of(writes, new Bueno(), reads).select(selection).in(home);
    }

    private static String contents(Path path) throws IOException {
        return Files.readString(Files.isDirectory(path) ? path.resolve("a.txt") : path);
    }

    private AssetDefinition file() {
        return AssetDefinition.named("a")
                .returns(Path.class)
                .computedBy(in -> Files.writeString(folder.resolve("a.txt"), text));
    }

    private AssetDefinition wholeFolder() {
        return AssetDefinition.named("a").returns(Path.class).computedBy(in -> {
            Files.writeString(folder.resolve("a.txt"), text);
            return folder;
        });
    }

    /** Passes, and leaves another file behind. */
    static final class Mano {
        @Check
        CheckResult mano(Path a) throws IOException {
            Files.writeString(a, "otro");
            return CheckResult.passed("bueno");
        }
    }

    @Test
    void a_file_that_changes_between_its_step_and_its_publishing_is_not_published() {
        Ended run = Runs.of(file(), new Mano()).in(home);

        assertThat(run.state("a")).isEqualTo("failed");
        assertThat(run.reason("a")).contains("a.txt").containsPattern("[0-9a-f]{64}.*[0-9a-f]{64}");
        assertThat(home.history().published(TestHome.PIPELINE, new AssetKey("a")))
                .isEmpty();
    }

    @Test
    void a_file_that_a_blocked_step_rewrote_is_not_read() {
        assertThat(run("", file()).state("b")).isEqualTo("ok");
        text = "malo";
        assertThat(run("a", file()).state("a")).isEqualTo("blocked");

        Ended run = run("b", file());

        assertThat(run.state("b")).isEqualTo("failed");
        assertThat(run.reason("b"))
                .startsWith(
                        "the file " + folder.resolve("a.txt") + " is no longer what its asset wrote: its SHA-256 was ")
                .containsPattern("was [0-9a-f]{64} and is [0-9a-f]{64}\\.");
        assertThat(home.lines("b")).containsExactly("bueno");
    }

    @Test
    void a_file_that_is_as_it_was_published_is_read() {
        run("", file());

        assertThat(run("b", file()).state("b")).isEqualTo("ok");
    }

    @Test
    void a_file_inside_a_folder_counts_and_so_does_one_that_was_added_or_removed() throws IOException {
        run("", wholeFolder());
        Files.writeString(folder.resolve("a.txt"), "otro");
        assertThat(run("b", wholeFolder()).reason("b")).contains("is no longer what its asset wrote");
        Files.writeString(folder.resolve("a.txt"), "bueno");
        Files.writeString(folder.resolve("c.txt"), "nuevo");
        assertThat(run("b", wholeFolder()).reason("b"))
                .startsWith("the file " + folder.resolve("c.txt") + " is in a folder that was published without it");
        Files.delete(folder.resolve("c.txt"));
        Files.delete(folder.resolve("a.txt"));
        assertThat(run("b", wholeFolder()).reason("b")).contains("a.txt is no longer there");
    }

    @Test
    void a_folder_that_has_become_a_file_is_not_read() throws IOException {
        run("", file());
        Files.delete(folder.resolve("a.txt"));
        Files.createDirectory(folder.resolve("a.txt"));

        assertThat(run("b", file()).reason("b")).contains("is no longer there");
    }
}
