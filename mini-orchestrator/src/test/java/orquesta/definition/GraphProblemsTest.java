package orquesta.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import orquesta.Given;
import orquesta.asset.Asset;
import orquesta.asset.CheckDefinition;
import orquesta.asset.CheckResult;
import orquesta.asset.Relation;

/** What is wrong with the whole: doubles, cycles, checks that wait for ever, jobs that pick nothing; all at once. */
@Tag("once")
class GraphProblemsTest {
    static class Una {
        @Asset
        Relation ventas() {
            return Relation.rows("n");
        }
    }

    static class Otra {
        @Asset
        Relation ventas() {
            return Relation.rows("n");
        }
    }

    @Test
    void a_key_that_is_declared_twice_names_both_places() {
        assertThat(Given.problemOf(new Una(), new Otra()))
                .startsWith("Otra.ventas: ")
                .contains("\"ventas\"", "Una.ventas", "rename");
    }

    @Test
    void a_check_a_resource_and_a_job_that_are_declared_twice() {
        List<String> problems =
                Given.problems(() -> Definitions.of(new Una(), Given.check("ventas#c"), Given.check("ventas#c"))
                        .resource("datos", Fuente.in("a"))
                        .resource("datos", Fuente.in("b"))
                        .job(Job.named("diario").select("ventas"))
                        .job(Job.named("diario").select("*"))
                        .validated("tienda"));

        assertThat(problems)
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("check \"ventas#c\"", "rename"))
                .anySatisfy(problem -> assertThat(problem).startsWith("datos: ").contains("twice", "rename"))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("diario: ").contains("twice", "rename"));
    }

    @Test
    void a_cycle_is_told_with_its_path() {
        assertThat(Given.problemOf(
                        Given.assets("a < c", "b < a", "c < b", "d < c").toArray()))
                .startsWith("a: ")
                .contains("a → b → c → a", "Remove");
    }

    @Test
    void an_asset_that_reads_itself_is_a_cycle() {
        assertThat(Given.problemOf(Given.asset("a", "a"))).startsWith("a: ").contains("a → a");
    }

    @Test
    void a_check_that_reads_below_the_judged_asset_is_told_with_the_path() {
        List<Object> all = new ArrayList<>(Given.assets("a", "b < a", "c < b"));
        all.add(Given.check("a#cuadra", "c"));

        assertThat(Given.problemOf(all.toArray()))
                .startsWith("a#cuadra: ")
                .contains("\"c\"", "\"a\"", "a → b → c", "first parameter");
    }

    @Test
    void a_check_may_read_beside_and_above_what_it_judges() {
        assertThat(Given.pipeline(Given.assets("a", "b < a", "c < a"), Given.check("b#cuadra", "c", "a"))
                        .checks())
                .hasSize(1);
    }

    @Test
    void checks_that_would_wait_for_each_other_are_told_with_the_circle() {
        List<Object> all = new ArrayList<>(Given.assets("a", "b", "c < a", "d < b"));
        all.add(Given.check("a#mira_d", "d"));
        all.add(Given.check("b#mira_c", "c"));

        assertThat(Given.problemOf(all.toArray())).contains("a#mira_d", "b#mira_c", "→", "for ever");
    }

    /** Readers wait for warning checks too. */
    @Test
    void a_circle_through_checks_that_only_warn_is_one_as_well() {
        List<Object> all = new ArrayList<>(Given.assets("a", "b", "c < a", "d < b"));
        all.add(CheckDefinition.named("mira_d", "a").reads("d").warning().computedBy(in -> CheckResult.passed()));
        all.add(CheckDefinition.named("mira_c", "b").reads("c").warning().computedBy(in -> CheckResult.passed()));

        assertThat(Given.problemOf(all.toArray())).contains("a#mira_d", "b#mira_c", "→", "for ever");
    }

    @Test
    void two_checks_may_look_at_the_asset_that_the_other_judges() {
        CheckDefinition first = Given.check("a#mira_b", "b");
        CheckDefinition second = Given.check("b#mira_a", "a");

        assertThat(Given.pipeline(Given.assets("a", "b"), first, second).checks())
                .hasSize(2);
    }

    @Test
    void a_job_that_picks_what_is_not_there_is_told_under_its_name() {
        List<String> problems = Given.problems(() -> Definitions.of(new Una())
                .job(Job.named("diario").select("*venta"))
                .job(Job.named("semanal").select("ventas", "group:informes"))
                .job(Job.named("nada").select("not ventas"))
                .job(Job.named("mal_escrito").select("ventas and"))
                .validated("tienda"));

        assertThat(problems)
                .hasSize(4)
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("diario: ").contains("\"venta\"", "\"ventas\""))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("semanal: ").contains("group:informes"))
                .anySatisfy(problem -> assertThat(problem).startsWith("nada: ").contains("\"not ventas\""))
                .anySatisfy(problem ->
                        assertThat(problem).startsWith("mal_escrito: ").contains("ends too early"));
    }

    @Test
    void a_job_whose_name_is_no_key_says_which_to_use() {
        assertThat(Given.problem(() -> Definitions.of(new Una())
                        .job(Job.named("Diario").select("*"))
                        .validated("tienda")))
                .startsWith("Diario: ")
                .contains("\"diario\"");
    }

    static class Mucho {
        @Asset
        Relation URLBase() {
            return Relation.rows("n");
        }

        @Asset
        Relation ventas(Relation nada) {
            return Relation.rows("n");
        }

        @Asset
        int numero() {
            return 1;
        }
    }

    @Test
    void every_problem_is_told_at_once() {
        List<String> problems = Given.problems(() -> Definitions.of(
                        new Mucho(), new Una(), Given.asset("p", "q"), Given.asset("q", "p"), Given.check("zz#c"))
                .resource("datos", Fuente.in("a"))
                .resource("datos", Fuente.in("b"))
                .job(Job.named("diario").select("nope"))
                .validated("tienda"));

        assertThat(problems)
                .hasSize(8)
                .anyMatch(problem -> problem.contains("urlBase"))
                .anyMatch(problem -> problem.startsWith("Mucho.ventas: ") && problem.contains("Relation nada"))
                .anyMatch(problem -> problem.startsWith("Mucho.numero: "))
                .anyMatch(problem -> problem.startsWith("Una.ventas: ") && problem.contains("Mucho.ventas"))
                .anyMatch(problem -> problem.contains("p → q → p"))
                .anyMatch(problem -> problem.startsWith("zz#c: "))
                .anyMatch(problem -> problem.startsWith("datos: "))
                .anyMatch(problem -> problem.startsWith("diario: "));
    }
}
