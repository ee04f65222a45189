package orquesta.autograder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
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

    private static final String STORES =
            "interface Puerto { void guarda(int n); } static class Real implements Puerto { public void guarda(int n) { new java.io.File(\"a\").delete(); } }";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            the interface | Puerto p = null; p.guarda(1);           | int nothing;
            wiring beside | hashCode();                             | static Puerto abre() { return new Real(); }
            a path        | java.nio.file.Path.of("a");             | int nothing;
            reports       | orquesta.reports.Reports r = null; r.newFolder(); | int nothing;
            """)
    void an_asset_that_knows_its_store_by_an_interface_passes(String what, String statement, String member)
            throws IOException {
        assertThat(storeBreach(statement, STORES + member)).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            makes one    | rule.s6         | new Real().guarda(1);                 | int nothing;
            asks for it  | rule.s6         | Object o = 1; if (o instanceof Real) { o = 2; } | int nothing;
            by its class | rule.s6         | String.valueOf(Real.class);           | int nothing;
            parameter    | rule.s6         | b(null);                              | static void b(Real r) { }
            a helper     | rule.s6         | B.b();                                | static class B { static Object b() { return new Real(); } }
            a constant   | rule.s6         | String.valueOf(B.UNO);                | static class B { static final Object UNO = new Real(); }
            a file       | rule.s6_touches | java.nio.file.Files.exists(null);     | int nothing;
            a database   | rule.s6_touches | base.createStatement();               | int nothing;
            """)
    void an_asset_that_names_a_store_or_touches_a_file_is_caught(
            String what, String key, String statement, String member) throws IOException {
        assertThat(storeBreach(statement, STORES + member))
                .as(what)
                .hasValueSatisfying(found -> assertThat(found.key()).isEqualTo(key));
    }

    private Optional<Message> storeBreach(String statement, String member) throws IOException {
        String parameter = statement.contains("base.") ? "java.sql.Connection base" : "int base";
        JavaClasses classes = compiled("""
                class A {
                    @orquesta.asset.Asset int a(%s) throws Exception {
                        %s
                        return 1;
                    }
                    %s
                }
                """.formatted(parameter, statement, member));
        List<JavaClass> stores = classes.stream()
                .filter(type -> type.getSimpleName().equals("Real"))
                .toList();
        return BorrowedStores.first(List.copyOf(classes), stores);
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
