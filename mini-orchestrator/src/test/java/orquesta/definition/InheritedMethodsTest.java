package orquesta.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import orquesta.Given;
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

    /** A value whose type only the class knows; judged by a check of the same. */
    interface Fuente<T> {
        @Asset
        T a();

        @Check
        CheckResult noEsMalo(T a);
    }

    static final class Repetida implements Fuente<Relation> {
        @Override
        @Asset
        public Relation a() {
            return Relation.rows("x", "-1");
        }

        @Override
        @Check
        public CheckResult noEsMalo(Relation a) {
            return CheckResult.noRows("malo", a.where("x < 0"));
        }
    }

    static final class Callada implements Fuente<Relation> {
        @Override
        public Relation a() {
            return Relation.rows("x", "-1");
        }

        @Override
        public CheckResult noEsMalo(Relation a) {
            return CheckResult.noRows("malo", a.where("x < 0"));
        }
    }

    @Test
    void a_method_with_narrower_types_counts_once() {
        assertThat(Runs.of(new Repetida()).in(home).states())
                .isEqualTo(Map.of("a", "blocked", "a#no_es_malo", "failed"));
    }

    @Test
    void a_type_that_only_the_class_knows_must_be_said_there() {
        assertThat(Given.problemsOf(new Callada()))
                .containsExactlyInAnyOrder(
                        "Fuente.a: a has a type that only the class Callada knows; override it in Callada with types of its own,"
                                + " and repeat the annotation there.",
                        "Fuente.noEsMalo: noEsMalo has a type that only the class Callada knows; override it in Callada with"
                                + " types of its own, and repeat the annotation there.");
    }

    @SuppressWarnings("UnusedMethod") // that nobody can call it is what is told
    static class Escondida {
        @Asset
        private Relation a() {
            return Relation.rows("x", "1");
        }

        @Asset
        static Relation b() {
            return Relation.rows("x", "1");
        }

        @Asset
        @Check
        CheckResult c(Relation a) {
            return CheckResult.passed("c");
        }

        @Check
        boolean d(Relation a) {
            return true;
        }

        @Asset
        int e() {
            return 1;
        }
    }

    static final class Heredera extends Escondida {
        @Asset
        Relation propia() {
            return Relation.rows("x", "1");
        }
    }

    @Test
    void a_method_that_cannot_count_is_refused_by_name_wherever_it_is_declared() {
        for (Object holder : new Object[] {new Escondida(), new Heredera()}) {
            assertThat(Given.problemsOf(holder))
                    .anyMatch(said -> said.startsWith("Escondida.a: a is annotated, but private; remove"))
                    .anyMatch(said -> said.startsWith("Escondida.b: b is annotated, but static"))
                    .anyMatch(said -> said.startsWith("Escondida.c: c is annotated as an asset and as a check"))
                    .anyMatch(said -> said.startsWith("Escondida.d: ") && said.contains("boolean"))
                    .anyMatch(said -> said.startsWith("Escondida.e: ") && said.contains("int"));
        }
    }
}
