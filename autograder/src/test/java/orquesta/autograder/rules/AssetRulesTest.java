package orquesta.autograder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import orquesta.asset.Asset;
import orquesta.text.Message;

/** Rules about the code of assets: what an asset reaches counts, what a recipe does beside it does not. */
class AssetRulesTest {
    private static final String OPEN = "java.sql.DriverManager.getConnection(\"jdbc:sqlite:a\")";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            a recipe     | base.isValid(1);                       | static java.sql.Connection abrir() throws Exception { return OPEN; }
            a field      | base.isValid(1);                       | static final Abre ABRE = () -> OPEN; interface Abre { Object abre() throws Exception; }
            a reference  | base.isValid(1);                       | static final Abre ABRE = A::abrir; interface Abre { Object abre() throws Exception; } static Object abrir() throws Exception { return OPEN; }
            a statement  | base.createStatement().close();        | int nothing;
            """)
    void what_a_recipe_opens_beside_the_asset_passes(String what, String statement, String member) throws IOException {
        assertThat(breach(statement, member)).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            itself       | OPEN.close();                          | int nothing;
            a helper     | abrir();                               | static Object abrir() throws Exception { return B.abrir(); } static class B { static Object abrir() throws Exception { return OPEN; } }
            an interface | PUERTA.abrir();                        | static Puerta PUERTA; interface Puerta { Object abrir() throws Exception; } static class Real implements Puerta { public Object abrir() throws Exception { return OPEN; } }
            a function   | Abre a = () -> OPEN; a.abre();         | interface Abre { Object abre() throws Exception; }
            a reference  | Abre a = A::abrir; a.abre();           | interface Abre { Object abre() throws Exception; } static Object abrir() throws Exception { return OPEN; }
            a static     | String.valueOf(B.UNA);                 | static class B { static Object UNA; static { try { UNA = OPEN; } catch (Exception e) { } } }
            a field      | hashCode();                            | Object una = una(); static Object una() { try { return OPEN; } catch (Exception e) { return 1; } }
            a source     | ((javax.sql.DataSource) null).getConnection(); | int nothing;
            """)
    void whatever_an_asset_reaches_that_opens_a_connection_is_caught(String what, String statement, String member)
            throws IOException {
        assertThat(breach(statement, member)).as(what).hasValueSatisfying(found -> {
            assertThat(found.key()).isEqualTo("rule.s5");
            assertThat(found.toString()).contains("A.java:");
        });
    }

    @ParameterizedTest
    @CsvSource({"base.close()", "try (base) { base.isValid(1); }"})
    void an_asset_that_closes_what_it_borrowed_is_told_who_closes(String statement) throws IOException {
        assertThat(breach(statement + ";", "").orElseThrow().key()).isEqualTo("rule.s5_closes");
    }

    private Optional<Message> breach(String statement, String member) throws IOException {
        JavaClasses classes = compiled("""
                class A {
                    @orquesta.asset.Asset int a(java.sql.Connection base) throws Exception {
                        %s
                        return 1;
                    }
                    %s
                }
                """.formatted(statement, member).replace("OPEN", OPEN));
        return BorrowedConnections.first(List.copyOf(classes), List.copyOf(classes));
    }

    private JavaClasses compiled(String text) throws IOException {
        Path source = Files.writeString(folder.resolve("A.java"), text);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String library = Path.of(Asset.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-proc:none", "-cp", library, "-d", classes.toString(), source.toString());
        assertThat(code).isZero();
        return ByteCode.read(classes);
    }
}
