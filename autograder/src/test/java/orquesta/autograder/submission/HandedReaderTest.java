package orquesta.autograder.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import orquesta.autograder.exercise.Catalogue;
import orquesta.autograder.exercise.Exercise;
import orquesta.autograder.exercise.ExerciseFolder;
import orquesta.autograder.exercise.ExerciseReader;
import orquesta.text.Language;

class HandedReaderTest {
    private static final Set<String> KNOWN = Set.of("T01", "T02");
    private static final Exercise T01 =
            ExerciseReader.read(new Catalogue(Path.of("src", "test", "exercises")).find("T01"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T01/answer/limpia/Limpia.java",
                "exercises/T01/answer/limpia/Limpia.java",
                "ana perez/T01/limpia/Limpia.java",
                "limpia/Limpia.java",
                "Limpia.java"
            })
    void the_answer_is_found_wherever_it_lies(String path) throws IOException {
        Handed handed = HandedReader.read(zip(path, "class A {}", "__MACOSX/T01/._Limpia.java", "x"));

        assertThat(handed.exercises(List.of(T01))).containsExactly("T01");
        assertThat(handed.answer(T01, KNOWN).problem()).isEmpty();
        assertThat(handed.answer(T01, KNOWN).sources()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"T02/answer/limpia/Limpia.java", "T02/answer/Limpia.java", "ana/T02/otra/Limpia.java"})
    void what_lies_in_the_folder_of_another_exercise_answers_that_one(String path) throws IOException {
        Handed handed = HandedReader.read(zip(path, "package otra; class Limpia {}", "T02/answer/Otra.java", "x"));
        assertThat(handed.answer(T01, KNOWN).holdsNone()).isTrue();
        assertThat(handed.answer(T01, KNOWN).problem().orElseThrow().toString()).contains(path);
        assertThat(handed.exercises(List.of(T01)))
                .as("where nobody knows of T02")
                .containsExactly("T01");

        Handed both = HandedReader.read(zip(path, "class B {}", "T01/answer/limpia/Limpia.java", "class A {}"));
        assertThat(both.answer(T01, KNOWN).sources()).containsExactly(Map.entry("limpia/Limpia.java", "class A {}"));
        assertThat(both.answer(T01, KNOWN).remark()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil.java",
                "/etc/evil.java",
                "a/../../evil.java",
                "..\\evil.java",
                "a\\..\\..\\evil.java",
                "\\evil.java",
                "\\\\server\\evil.java",
                "C:\\x.java",
                "C:/evil.java",
                "c:evil.java"
            })
    void a_path_that_leads_out_refuses_the_whole(String path) throws IOException {
        Handed handed = HandedReader.read(zip("T01/answer/limpia/Limpia.java", "class A {}", path, "x"));

        assertThat(handed.sources()).isEmpty();
        assertThat(handed.answer(T01, KNOWN).problem().orElseThrow().key()).isEqualTo("handed.path");
        assertThat(handed.answer(T01, KNOWN).problem().orElseThrow().toString()).contains("leads out of its folder");
    }

    @Test
    void a_zip_whose_names_begin_with_a_point_is_read_as_without() throws IOException {
        Handed handed =
                HandedReader.read(zip("./", "", "./answer/", "", "./answer/./limpia/Limpia.java", "class A {}"));

        assertThat(handed.problem()).isEmpty();
        assertThat(handed.sources()).containsOnlyKeys("answer/limpia/Limpia.java");
        assertThat(HandedReader.read(zip("./../evil.java", "x")).problem()).isPresent();
        assertThat(HandedReader.read(zip(".//evil.java", "x")).problem()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM437", "IBM850"})
    void names_of_a_zip_are_read_in_the_letters_of_windows_where_they_are_not_utf_8(String letters) throws IOException {
        Path file = folder.resolve("Núñez.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, Charset.forName(letters))) {
            zip.putNextEntry(new ZipEntry("limpia/Categoría.java"));
            zip.write("class Categoría {}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("limpia/Ñandú.java"));
        }

        assertThat(HandedReader.read(file).sources()).containsOnlyKeys("limpia/Categoría.java", "limpia/Ñandú.java");
    }

    @Test
    void letters_that_macos_has_taken_apart_are_put_together() throws IOException {
        String apart = Normalizer.normalize("limpia/Categoría.java", Normalizer.Form.NFD);
        Handed zipped = HandedReader.read(zip(apart, "class Categoría {}"));
        Path ana = folder.resolve(Normalizer.normalize("Ana Núñez", Normalizer.Form.NFD));
        Files.createDirectories(ana.resolve("limpia"));
        Files.writeString(ana.resolve(apart), "class Categoría {}");
        Handed laid = HandedReader.read(ana);

        assertThat(zipped.sources()).containsOnlyKeys("limpia/Categoría.java");
        assertThat(laid.sources()).containsOnlyKeys("limpia/Categoría.java");
        assertThat(laid.id()).isEqualTo("Ana Núñez");
    }

    @Test
    void the_backslashes_of_a_zip_from_windows_are_separators() throws IOException {
        Handed handed = HandedReader.read(zip(
                "T01\\answer\\", "",
                "T01\\answer\\limpia\\Limpia.java", "class A {}",
                "T01\\start\\limpia\\Limpia.java", "class B {}"));

        assertThat(handed.answer(T01, KNOWN).sources()).containsExactly(Map.entry("limpia/Limpia.java", "class A {}"));
    }

    @Test
    void given_files_are_known_by_their_package_and_dropped_wherever_they_lie() throws IOException {
        String own = "/* mine */\npackage limpia;\nclass Limpia {}";
        Handed loose = HandedReader.read(zip(
                "Limpia.java", own,
                "Entrada.java", "// given\npackage limpia ;\nrecord Entrada() {}",
                "copia/Salida.java", "package limpia; record Salida() {}",
                "Ayuda.java", "package limpia; class Ayuda {}"));

        assertThat(loose.answer(T01, KNOWN).sources())
                .containsOnly(
                        Map.entry("limpia/Limpia.java", own),
                        Map.entry("Ayuda.java", "package limpia; class Ayuda {}"));
    }

    @Test
    void the_answer_twice_is_one_if_it_is_the_same_text_and_nobodys_if_not() throws IOException {
        String own = "package limpia;\nclass Limpia {}\n";
        String windows = own.replace("\n", "\r\n");

        assertThat(HandedReader.read(zip("limpia/Limpia.java", own, "Limpia.java", windows))
                        .answer(T01, KNOWN)
                        .sources())
                .containsOnlyKeys("limpia/Limpia.java");
        assertThat(HandedReader.read(zip("a/limpia/Limpia.java", own, "b/limpia/Limpia.java", own))
                        .answer(T01, KNOWN)
                        .sources())
                .containsOnlyKeys("limpia/Limpia.java");
        Submission two = HandedReader.read(zip("limpia/Limpia.java", own, "Limpia.java", own + "class B {}"))
                .answer(T01, KNOWN);
        assertThat(two.problem().orElseThrow().key()).isEqualTo("handed.two");
        assertThat(two.problem().orElseThrow().in(Language.EN)).contains("(Limpia.java, limpia/Limpia.java)");
    }

    @Test
    void the_starter_beside_a_loose_answer_is_no_second_one_but_a_package_may_be_called_so() throws IOException {
        Handed handed = HandedReader.read(zip(
                "limpia/Limpia.java", "class A {}",
                "start/limpia/Limpia.java", "package limpia; class B {}",
                "test/limpia/LimpiaTest.java", "package limpia; class LimpiaTest {}",
                "test/Mio.java", "package test; class Mio {}"));

        assertThat(handed.answer(T01, KNOWN).sources()).containsOnlyKeys("limpia/Limpia.java", "test/Mio.java");
    }

    @Test
    void a_comment_without_end_a_hundred_thousand_times_takes_no_time() throws IOException {
        String endless = "/*".repeat(200_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(HandedReader.read(zip("limpia/Limpia.java", endless))
                                .answer(T01, KNOWN)
                                .isStarter(T01, new TreeMap<>(Map.of("limpia/Limpia.java", "x"))))
                        .isFalse());
    }

    @Test
    void what_holds_no_answer_says_what_it_holds() throws IOException {
        assertThat(told(zip("limpia/Limpiar.java", "package limpia; class Limpiar {}", "Nota.java", "")))
                .isEqualTo("There is no answer in it: limpia/Limpia.java is missing;"
                        + " found: Nota.java, limpia/Limpiar.java.");
        assertThat(told(zip("LEEME.txt", "x"))).contains("limpia/Limpia.java is missing, and it holds no Java source");
        Path empty = Files.write(folder.resolve("empty.zip"), Arrays.copyOf(new byte[] {'P', 'K', 5, 6}, 22));
        assertThat(told(empty)).isEqualTo("It is empty. Hand in a zip of the folder \"answer\".");
        assertThat(told(Files.createDirectories(folder.resolve("nobody")))).startsWith("It is empty.");
    }

    private static String told(Path file) {
        Submission submission = HandedReader.read(file).answer(T01, KNOWN);
        assertThat(submission.holdsNone()).isTrue();
        return submission.problem().orElseThrow().in(Language.EN);
    }

    @Test
    void a_time_of_day_in_a_name_leads_nowhere() throws IOException {
        Handed handed = HandedReader.read(
                zip("limpia/Limpia.java", "class A {}", "Captura 10:30:12.png", "x", "a/C:.txt", "x"));

        assertThat(handed.answer(T01, KNOWN).problem()).isEmpty();
    }

    @Test
    void the_starter_and_the_tests_beside_it_are_no_second_answer() throws IOException {
        Handed handed = HandedReader.read(zip(
                "T01/answer/limpia/Limpia.java", "class A {}",
                "T01/start/limpia/Limpia.java", "class B {}",
                "T01/test/limpia/Limpia.java", "class C {}"));

        assertThat(handed.answer(T01, KNOWN).sources()).containsExactly(Map.entry("limpia/Limpia.java", "class A {}"));
    }

    @Test
    void an_answer_elsewhere_that_says_something_else_is_passed_over_and_named() throws IOException {
        String path = "T01/answer/limpia/Limpia.java";
        Submission read = HandedReader.read(zip(path, "class A {}", "viejo/Limpia.java", "class B {}"))
                .answer(T01, KNOWN);

        assertThat(read.sources()).containsEntry("limpia/Limpia.java", "class A {}");
        assertThat(read.remark().orElseThrow().in(Language.EN))
                .isEqualTo("T01/answer/limpia/Limpia.java was read, and not viejo/Limpia.java.");
        assertThat(HandedReader.read(zip(path, "class A {}", "viejo/Limpia.java", "class A {}"))
                        .answer(T01, KNOWN)
                        .remark())
                .as("the same")
                .isEmpty();
        assertThat(HandedReader.read(zip(path, "class A {}", "T01/start/limpia/Limpia.java", "class B {}"))
                        .answer(T01, KNOWN)
                        .remark())
                .as("the starter")
                .isEmpty();
    }

    @Test
    void the_copies_that_editors_and_systems_make_are_no_sources() throws IOException {
        String copy = "limpia/.ipynb_checkpoints/Limpia-checkpoint.java";
        Path answer = Files.createDirectories(folder.resolve("T01/answer/limpia"));
        Files.writeString(answer.resolve("Limpia.java"), "class A {}");
        Files.createDirectories(answer.resolve(".ipynb_checkpoints"));
        Files.writeString(answer.resolve(".ipynb_checkpoints/Limpia-checkpoint.java"), "class A {}");

        List<Map<String, String>> read = List.of(
                HandedReader.read(
                                zip("T01/answer/limpia/Limpia.java", "class A {}", "T01/answer/" + copy, "class A {}"))
                        .answer(T01, KNOWN)
                        .sources(),
                HandedReader.read(folder.resolve("T01")).answer(T01, KNOWN).sources(),
                ExerciseFolder.sources(folder.resolve("T01/answer")));

        assertThat(read).allMatch(Map.of("limpia/Limpia.java", "class A {}")::equals);
    }

    @Test
    void two_answers_nothing_and_no_zip_are_refused_with_a_reason() throws IOException {
        assertThat(problem(zip("a/limpia/Limpia.java", "x", "b/limpia/Limpia.java", "y")))
                .isEqualTo("handed.two");
        assertThat(problem(zip("README.md", "x"))).isEqualTo("handed.no_source");
        assertThat(problem(Files.writeString(folder.resolve("no.zip"), "hello")))
                .isEqualTo("handed.zip");
        assertThat(problem(zip("limpia/Limpia.java", "x", "limpia/limpia.java", "y")))
                .isEqualTo("handed.same_name");
        assertThat(problem(zip("limpia/Limpia.java", "x".repeat(600 << 10)))).isEqualTo("handed.large");
    }

    @Test
    void a_zip_that_ends_in_the_middle_is_refused_wherever_it_was_cut() throws IOException {
        byte[] whole = Files.readAllBytes(zip("limpia/Limpia.java", "class A { /* ñandú 7 */ }".repeat(9)));
        int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        assertThat(end).isGreaterThan(60);
        for (int length = 0; length < end; length++) {
            Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));

            assertThat(problem(cut)).as("after %d bytes", length).isEqualTo("handed.zip");
        }
    }

    @Test
    void a_source_that_cannot_be_read_is_told_and_what_is_no_source_does_not_matter() throws IOException {
        assertThat(spoiled("foto.png").answer(T01, KNOWN).problem()).isEmpty();
        assertThat(spoiled("Ayuda.java")
                        .answer(T01, KNOWN)
                        .problem()
                        .orElseThrow()
                        .toString())
                .startsWith("limpia/Ayuda.java could not be read (");
    }

    @Test
    void where_an_unreadable_file_lies_is_not_told() {
        assertThat(HandedReader.read(folder.resolve("gone.zip")).problem().orElseThrow())
                .hasToString(
                        "gone.zip could not be read (NoSuchFileException): nothing of it was used. Hand it in again.");
    }

    /** A folder with one right answer, and a file of this name whose reading fails: it lies in a spoiled zip. */
    private Handed spoiled(String name) throws IOException {
        Path file = zip("ana/limpia/Limpia.java", "class A {}", "ana/limpia/" + name, "x");
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf(name) + name.length()] = (byte) 0xFF; // there is no such block of deflated bytes
        Files.write(file, bytes);
        try (FileSystem inside = FileSystems.newFileSystem(file)) {
            return HandedReader.read(inside.getPath("/ana"));
        }
    }

    @Test
    void a_name_that_no_file_system_takes_is_refused() throws IOException {
        assertThat(problem(zip("limpia/Limpia.java", "x", "limpia/" + "ñ".repeat(120) + ".java", "y")))
                .isEqualTo("handed.name");
        assertThat(problem(zip("limpia/Limpia.java", "x", "a/".repeat(600) + "B.java", "y")))
                .isEqualTo("handed.name");
    }

    @Test
    void a_zip_that_grows_without_end_is_left_at_its_bound() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros.bin"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(zeros);
            }
        }

        assertThat(problem(file)).isEqualTo("handed.large");
    }

    @Test
    void marks_of_encoding_are_understood_and_links_are_not_followed() throws IOException {
        Path answer = Files.createDirectories(folder.resolve("ana/limpia"));
        Files.write(answer.resolve("Limpia.java"), "\uFEFFclass Té {}".getBytes(StandardCharsets.UTF_16LE));
        Path secret = Files.writeString(folder.resolve("Secret.java"), "class Secret {}");
        Files.createSymbolicLink(answer.resolve("Secret.java"), secret);

        assertThat(HandedReader.read(folder.resolve("ana")).sources())
                .containsExactly(Map.entry("limpia/Limpia.java", "class Té {}"));
    }

    private static String problem(Path file) throws IOException {
        return HandedReader.read(file)
                .answer(T01, KNOWN)
                .problem()
                .orElseThrow()
                .key();
    }

    private Path zip(String... entries) throws IOException {
        Path file = Files.createTempFile(folder, "zip", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
