package orquesta.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.asset.Asset;
import orquesta.asset.Check;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;
import orquesta.run.Runs;
import orquesta.testkit.TestHome;

/** An annotated method counts wherever it is declared: in the class, above it, or in an interface. */
class InheritedMethodsTest {
    interface Reglas {
        @Check
        default CheckResult sinNegativos(Relation a) {
            return CheckResult.noRows("negativo", a.where("x < 0"));
        }
    }

    interface MasReglas extends Reglas {}

    static class Base implements MasReglas {}

    static final class Ventas extends Base {
        @Asset
        Relation a() {
            return Relation.rows("x", "-1");
        }
    }

    private final TestHome home = TestHome.create();

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void a_check_of_an_interface_blocks_what_it_judges() {
        assertThat(Runs.of(new Ventas()).in(home).states())
                .isEqualTo(Map.of("a", "blocked", "a#sin_negativos", "failed"));
    }
}
