package orquesta.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;

/** Where things lie, for a user who stands somewhere. */
class CheckoutTest {
    @TempDir
    Path temp;

    private Path checkout;
    private Path examples;

    @BeforeEach
    void set_up() throws IOException {
        checkout = Files.createDirectories(temp.toRealPath().resolve("orquesta"));
        Files.writeString(checkout.resolve("kit"), "#!/bin/sh\n");
        examples = checkout.resolve("mini-orchestrator").resolve("examples");
        Fuentes.write(examples.resolve("ventas"), Fuentes.oneAsset("Ventas", "ventas"));
        Files.createDirectories(checkout.resolve("notebooks").resolve("es"));
    }

    private Checkout standingIn(String folder) {
        return new Checkout(checkout.resolve(folder));
    }

    @Test
    void the_home_is_beside_kit_wherever_inside_the_user_stands() {
        assertThat(standingIn("notebooks/es").home(null)).isEqualTo(checkout.resolve(".orquesta"));
        assertThat(standingIn("").home(null)).isEqualTo(checkout.resolve(".orquesta"));
    }

    @Test
    void without_kit_the_home_is_where_the_user_stands() throws IOException {
        Path elsewhere = Files.createDirectories(temp.toRealPath().resolve("elsewhere"));

        assertThat(new Checkout(elsewhere).home(null)).isEqualTo(elsewhere.resolve(".orquesta"));
    }

    @Test
    void a_pipeline_outside_has_its_home_and_its_paths_in_its_own_folder_wherever_the_user_stands() throws IOException {
        Path own = Fuentes.write(temp.toRealPath().resolve("own/energia"), Fuentes.oneAsset("Energia", "energia"));
        Path inside = examples.resolve("ventas");

        assertThat(standingIn("").home(null, own)).isEqualTo(own.resolve(".orquesta"));
        assertThat(new Checkout(own).home(null, own)).isEqualTo(own.resolve(".orquesta"));
        assertThat(standingIn("notebooks").base(own)).isEqualTo(own);
        assertThat(standingIn("notebooks").home(null, inside)).isEqualTo(checkout.resolve(".orquesta"));
        assertThat(new Checkout(own).base(inside)).isEqualTo(checkout);
        assertThat(new Checkout(own).home(Path.of("h"), inside)).isEqualTo(own.resolve("h"));
    }

    @Test
    void without_a_pipeline_the_home_is_that_of_the_nearest_folder_which_has_one() throws IOException {
        Path own = Files.createDirectories(temp.toRealPath().resolve("own/energia/datos"));
        Path home = Files.createDirectories(own.resolveSibling(".orquesta"));

        assertThat(new Checkout(own).home(null)).isEqualTo(own.resolve(".orquesta"));
        Files.createFile(home.resolve("orquesta.db"));
        assertThat(new Checkout(own).home(null)).isEqualTo(home);
    }

    @Test
    void a_command_to_paste_says_where_it_starts_and_which_kit_it_means() throws IOException {
        Path own = Files.createDirectories(temp.toRealPath().resolve("mis datos"));

        assertThat(standingIn("").kit()).isEqualTo("cd " + checkout + " && ./kit");
        assertThat(standingIn("notebooks").kit())
                .isEqualTo("cd " + checkout.resolve("notebooks") + " && " + checkout.resolve("kit"));
        assertThat(new Checkout(own).kit()).isEqualTo("cd '" + own + "' && ./kit");
    }

    @Test
    void a_home_that_was_given_starts_where_the_user_stands() {
        assertThat(standingIn("notebooks").home(Path.of("mine"))).isEqualTo(checkout.resolve("notebooks/mine"));
    }

    @Test
    void what_is_compiled_is_kept_beside_kit_whatever_the_home_else_in_a_home_that_is_there() throws IOException {
        Path elsewhere = Files.createDirectories(temp.toRealPath().resolve("elsewhere"));

        assertThat(standingIn("notebooks").cache(Path.of("mine"))).isEqualTo(checkout.resolve(".kit/compiled"));
        Path home = Files.createDirectories(elsewhere.resolve("mine"));
        assertThat(new Checkout(elsewhere).cache(home).getParent()).isNotEqualTo(home);
        Files.createFile(home.resolve("orquesta.db"));
        assertThat(new Checkout(elsewhere).cache(home)).isEqualTo(home.resolve("compiled"));
    }

    @Test
    void a_pipeline_is_a_folder_or_the_name_of_an_example() throws IOException {
        Fuentes.write(checkout.resolve("notebooks/es/propia"), Fuentes.oneAsset("Propia", "propia"));

        assertThat(standingIn("notebooks/es").pipeline("ventas")).isEqualTo(examples.resolve("ventas"));
        assertThat(standingIn("notebooks/es").pipeline("propia")).isEqualTo(checkout.resolve("notebooks/es/propia"));
        assertThat(standingIn("notebooks/es/propia").pipeline(".")).isEqualTo(checkout.resolve("notebooks/es/propia"));
    }

    @Test
    void a_folder_where_the_user_stands_comes_before_an_example_of_its_name() throws IOException {
        Fuentes.write(checkout.resolve("notebooks/ventas"), Fuentes.oneAsset("Propia", "propia"));

        assertThat(standingIn("notebooks").pipeline("ventas")).isEqualTo(checkout.resolve("notebooks/ventas"));
    }

    @Test
    void an_unknown_pipeline_is_told_with_the_nearest_and_all() throws IOException {
        Fuentes.write(examples.resolve("clima"), Fuentes.oneAsset("Clima", "clima"));

        assertThat(Given.problem(() -> standingIn("").pipeline("venta")))
                .contains("\"venta\"", "did you mean \"ventas\"", "clima, ventas");
    }

    @Test
    void a_folder_without_sources_says_so() {
        assertThat(Given.problem(() -> standingIn("").pipeline("notebooks"))).contains("notebooks", "no .java file");
    }

    @Test
    void its_folder_is_that_of_kit_wherever_the_user_stands_else_where_that_is() throws IOException {
        Path elsewhere = Files.createDirectories(temp.toRealPath().resolve("elsewhere"));

        assertThat(standingIn("notebooks").folder()).isEqualTo(checkout);
        assertThat(new Checkout(elsewhere).folder()).isEqualTo(elsewhere);
        System.setProperty("orquesta.root", checkout.toString());
        try {
            assertThat(new Checkout(elsewhere).folder()).isEqualTo(checkout);
        } finally {
            System.clearProperty("orquesta.root");
        }
    }

    @Test
    void relative_paths_of_definitions_start_beside_kit_else_at_the_pipeline() throws IOException {
        Path elsewhere = Files.createDirectories(temp.toRealPath().resolve("elsewhere"));

        assertThat(standingIn("notebooks").base(examples.resolve("ventas"))).isEqualTo(checkout);
        assertThat(new Checkout(elsewhere).base(elsewhere.resolve("p"))).isEqualTo(elsewhere.resolve("p"));
    }

    @Test
    void a_folder_in_the_checkout_with_a_kit_of_its_own_is_a_root_and_has_its_home() throws IOException {
        Path demo = Files.createDirectories(checkout.resolve(".orquesta/demos/D1/tienda"));
        Files.writeString(demo.resolveSibling("kit"), "#!/bin/sh\n");
        System.setProperty("orquesta.root", checkout.toString());
        try {
            assertThat(standingIn("notebooks").base(demo)).isEqualTo(demo.getParent());
            assertThat(standingIn("notebooks").home(null, demo)).isEqualTo(demo.resolveSibling(".orquesta"));
            assertThat(standingIn("notebooks").base(examples.resolve("ventas"))).isEqualTo(checkout);
        } finally {
            System.clearProperty("orquesta.root");
        }
    }
}
