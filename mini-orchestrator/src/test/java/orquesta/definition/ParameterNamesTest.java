package orquesta.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import orquesta.Given;

class ParameterNamesTest {
    private static final String SOURCE = """
            import orquesta.asset.*;

            public class Tienda {
                @Asset Relation ventas() { return Relation.rows("n"); }
                @Asset Relation ingresos(Relation ventas) { return ventas; }
                @Check CheckResult sinFilas(Relation ventas) { return CheckResult.passed(); }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void a_class_that_was_compiled_without_parameter_names_says_exactly_that_and_how_to_set_it() throws Exception {
        List<String> problems = Given.problemsOf(compiledWith());

        assertThat(problems)
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("arg0", "-parameters", "JJAVA_COMPILER_OPTS"))
                .anyMatch(problem -> problem.startsWith("Tienda.ingresos: "))
                .anyMatch(problem -> problem.startsWith("Tienda.sinFilas: "));
    }

    @Test
    void the_same_class_with_them_is_sound() throws Exception {
        assertThat(Definitions.of(compiledWith("-parameters"))
                        .validated("tienda")
                        .graph()
                        .inputsOf(Given.key("ingresos")))
                .containsExactly(Given.key("ventas"));
    }

    private Object compiledWith(String... options) throws Exception {
        Path source = Files.writeString(folder.resolve("Tienda.java"), SOURCE);
        List<String> arguments = new java.util.ArrayList<>(List.of(options));
        arguments.addAll(List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString()));
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(exit).isZero();
        try (var loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            return loader.loadClass("Tienda").getConstructor().newInstance();
        }
    }
}
