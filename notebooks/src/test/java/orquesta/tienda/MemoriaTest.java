package orquesta.tienda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.Orchestrator;
import orquesta.RunResult;
import orquesta.asset.Asset;
import orquesta.asset.Relation;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.lesson.Sandbox;

class MemoriaTest {
    private final Sandbox sandbox = Sandbox.open();
    private final Path first = sandbox.folder("it's first");
    private final Path second = sandbox.folder("it's second");

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_home_with_the_memory_of_another_knows_its_values_and_does_not_have_them() throws Exception {
        for (int i = 0; i < 2; i++) {
            run(first, "a");
            Memoria.copiar(first, second);

            assertThat(run(second, "b").step("b").reason().toString()).contains("second");
        }
        assertThat(run(first, "b").step("b").state().text()).isEqualTo("ok");
    }

    @Test
    void a_home_keeps_its_own_memory() throws Exception {
        run(first, "a");

        Memoria.copiar(first, first);

        assertThat(run(first, "b").step("b").state().text()).isEqualTo("ok");
    }

    private static RunResult run(Path home, String selection) {
        Pipeline pipeline = Definitions.of(new Two()).validated("two");
        try (Orchestrator orchestrator = Orchestrator.at(home)) {
            return orchestrator.run(pipeline, selection);
        }
    }

    static class Two {
        @Asset
        Relation a() {
            return Relation.rows("x", "1");
        }

        @Asset
        Relation b(Relation a) {
            return a;
        }
    }
}
