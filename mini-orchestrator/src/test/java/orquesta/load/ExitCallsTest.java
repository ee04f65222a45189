package orquesta.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class ExitCallsTest {
    static class Directo {
        void uno() {
            System.exit(1);
        }

        void dos() {
            Runtime.getRuntime().halt(1);
        }

        void tres() {
            Runtime.getRuntime().exit(1);
        }

        static class Adentro {
            Runnable cuatro() {
                return () -> System.exit(4);
            }

            IntConsumer cinco() {
                return System::exit;
            }
        }
    }

    /** The same words, and nothing that ends the process. */
    static class Inocente {
        String uno() {
            return "System.exit(1)" + exit(1) + System.lineSeparator();
        }

        int exit(int code) {
            return code;
        }
    }

    private static List<String> found(Class<?> type) throws Exception {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (var code = type.getResourceAsStream(file)) {
            return ExitCalls.in(code.readAllBytes()).stream()
                    .map(problem -> problem.in(orquesta.text.Language.EN))
                    .toList();
        }
    }

    @Test
    void every_way_to_end_the_process_is_found_with_file_and_line() throws Exception {
        assertThat(found(Directo.class))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem)
                        .matches("ExitCallsTest\\.java:\\d+: .*")
                        .contains("run.skip"))
                .anyMatch(problem -> problem.contains("System.exit"))
                .anyMatch(problem -> problem.contains("Runtime.halt"))
                .anyMatch(problem -> problem.contains("Runtime.exit"));
    }

    @Test
    void a_lambda_and_a_reference_to_the_method_are_found_too() throws Exception {
        assertThat(found(Directo.Adentro.class))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).matches("ExitCallsTest\\.java:[1-9]\\d*: .*System.exit.*"));
    }

    @Test
    void names_that_only_look_alike_are_no_calls() throws Exception {
        assertThat(found(Inocente.class)).isEmpty();
    }
}
