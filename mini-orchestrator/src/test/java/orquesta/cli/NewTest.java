package orquesta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static orquesta.cli.Console.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline that {@code kit new} makes runs, checks and tests at once. */
class NewTest {
    @TempDir
    Path temp;

    private Path checkout;

    @BeforeEach
    void set_up() throws IOException {
        temp = temp.toRealPath();
        checkout = Files.createDirectories(temp.resolve("orquesta"));
        Files.writeString(checkout.resolve("kit"), "#!/bin/sh\n");
        System.setProperty("orquesta.root", checkout.toString());
    }

    @AfterEach
    void put_back() {
        System.clearProperty("orquesta.root");
        System.clearProperty("orquesta.pipeline");
    }

    @Test
    void it_runs_and_tests_outside_the_checkout() throws IOException {
        Path own = temp.resolve("own/mi_energia");

        Console made = kit("new", "mi_energia", "--at", temp.resolve("own"));
        Console run = kit("run", own, "--job", "diario");
        Console tested = kit("test", own);

        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out()).contains("Made " + own, "./kit run " + own, "./kit test " + own);
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("consumo", "sin_negativos");
        assertThat(run.err()).contains("paths start at " + own + ", home " + own.resolve(".orquesta"));
        assertThat(kit("show", "consumo", "--home", own.resolve(".orquesta")).out())
                .contains("norte", "12.75");
        assertThat(tested.exit()).as(tested.out() + tested.err()).isZero();
        assertThat(tested.out()).contains("3 tests successful", "0 tests failed");
        assertThat(own.resolve(".vscode/settings.json")).content().contains(checkout.resolve(".kit/lib") + "/*.jar");
        assertThat(own.resolve("README.md"))
                .content()
                .contains(checkout.resolve("kit") + " run " + own)
                .doesNotContain("@");
    }

    @Test
    void among_the_examples_it_is_a_package_known_by_its_name() {
        Console made = kit("new", "energia");
        Path examples = checkout.resolve("mini-orchestrator/examples");

        assertThat(made.out()).as(made.err()).contains("./kit run energia");
        assertThat(kit("run", "energia").exit()).isZero();
        assertThat(kit("test", "energia").exit()).isZero();
        assertThat(examples.resolve("energia/Energia.java")).content().startsWith("package energia;");
        assertThat(examples.resolve("tests/energia/EnergiaTest.java")).exists();
        assertThat(checkout.resolve(".orquesta/orquesta.db")).exists();
    }

    @Test
    void a_test_that_fails_is_told_by_junit_and_ends_with_one() throws IOException {
        Path own = temp.resolve("energia");
        kit("new", "energia", "--at", temp);
        Path source = own.resolve("Energia.java");
        Files.writeString(source, Files.readString(source).replace("kwh < 0", "kwh < -100"));

        Console tested = kit("test", own);

        assertThat(tested.exit()).isEqualTo(1);
        assertThat(tested.out()).contains("a_negative_reading_is_found", "2 tests successful", "1 tests failed");
    }

    @Test
    void a_test_that_does_not_compile_stops_no_run() throws IOException {
        Path own = temp.resolve("energia");
        kit("new", "energia", "--at", temp);
        Files.writeString(own.resolve("EnergiaTest.java"), "class EnergiaTest {");

        assertThat(kit("run", own).exit()).isZero();
        Console tested = kit("test", own);
        assertThat(tested.exit()).isEqualTo(2);
        assertThat(tested.err()).contains("EnergiaTest.java:1");
    }

    @Test
    void what_is_there_is_not_written_over_and_no_test_is_said() throws IOException {
        kit("new", "energia", "--at", temp);
        Files.delete(temp.resolve("energia/EnergiaTest.java"));

        assertThat(kit("new", "energia", "--at", temp).err()).contains("is there already", "--at DIR");
        assertThat(kit("new", "Energía", "--at", temp).exit()).isEqualTo(2);
        assertThat(kit("test", temp.resolve("energia")).err()).contains("there is no test", "Test.java");
    }

    @Test
    void a_name_that_its_own_files_could_not_use_is_refused() {
        for (String name : new String[] {"relation", "asset", "run_status", "test", "my_test"}) {
            Console made = kit("new", name, "--at", temp);

            assertThat(made.exit()).as(name).isEqualTo(2);
            assertThat(made.err()).contains(name + ": its class would be called ", "\"" + name + "_data\"");
            assertThat(temp.resolve(name)).doesNotExist();
        }
        kit("new", "relation_data", "--at", temp);
        assertThat(kit("test", temp.resolve("relation_data")).exit()).isZero();
        assertThat(Console.in("es", "new", "check", "--at", temp).err()).contains("se llamaría Check", "check_datos");
    }

    @Test
    void a_name_that_no_file_could_have_is_refused() {
        Console made = kit("new", "a".repeat(300), "--at", temp);

        assertThat(made.exit()).isEqualTo(2);
        assertThat(made.err()).contains("this name is 300 characters long", "at most 100");
        assertThat(Console.in("es", "new", "a".repeat(101), "--at", temp).err()).contains("101 caracteres");
    }

    @Test
    void it_speaks_spanish_too() {
        Console made = Console.in("es", "new", "energia", "--at", temp);

        assertThat(made.out()).contains("Listo");
        assertThat(temp.resolve("energia/Energia.java")).content().contains("Lo que consumió cada casa");
        assertThat(Console.in("es", "test", temp.resolve("energia")).exit()).isZero();
        assertThat(Console.in("es", "new", "--help").out()).contains("Ejemplo");
    }
}
