package orquesta;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: each package only what stands above it in this list, and each library where it belongs. */
@Tag("once")
class ArchitectureTest {
    /** The core in reading order; {@code orquesta} itself is the front door. */
    static final List<String> CORE = List.of(
            "orquesta.text",
            "orquesta.schedule",
            "orquesta.partition",
            "orquesta.sensor",
            "orquesta.graph",
            "orquesta.asset",
            "orquesta.resource",
            "orquesta.selection",
            "orquesta.alert",
            "orquesta.signature",
            "orquesta.soundness",
            "orquesta.definition",
            "orquesta.event",
            "orquesta.plan",
            "orquesta.relation",
            "orquesta.duckfile",
            "orquesta.values",
            "orquesta.process",
            "orquesta.run",
            "orquesta.store",
            "orquesta.retention",
            "orquesta.recovery",
            "orquesta");

    /** What a student reads in one evening; the rest is the engine room behind it. */
    static final List<String> EVENING = List.of(
            "orquesta.asset", "orquesta.definition", "orquesta.event", "orquesta.plan", "orquesta.run", "orquesta");

    /** On top of the core, which never imports them. */
    static final List<String> ON_TOP = List.of(
            "orquesta.bridge",
            "orquesta.load",
            "orquesta.notify",
            "orquesta.daemon",
            "orquesta.explain",
            "orquesta.draw",
            "orquesta.demo",
            "orquesta.reports",
            "orquesta.checks",
            "orquesta.chaos",
            "orquesta.crontab",
            "orquesta.testkit",
            "orquesta.web",
            "orquesta.cli");

    static Stream<String> core() {
        return CORE.stream();
    }

    /** No class of a package may depend on packages that stand below it. */
    private static ArchRule importsUpOnly(List<String> order, String name) {
        List<String> below = new ArrayList<>(order.subList(order.indexOf(name) + 1, order.size()));
        return noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(below.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("core")
    void the_core_imports_up_the_list_only(String name) {
        List<String> all = Stream.concat(CORE.stream(), ON_TOP.stream()).toList();

        importsUpOnly(all, name).check(MainClasses.ALL);
    }

    @Test
    void what_stands_on_top_does_not_import_the_command_line() {
        noClasses()
                .that()
                .resideOutsideOfPackage("orquesta.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("orquesta.cli")
                .check(MainClasses.ALL);
    }

    @Test
    void why_and_pictures_need_no_engine() {
        noClasses()
                .that()
                .resideInAnyPackage("orquesta.explain", "orquesta.draw")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "orquesta.run", "orquesta.store", "orquesta.relation", "orquesta.values", "orquesta.load")
                .check(MainClasses.ALL);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("orquesta.(*)..").should().beFreeOfCycles().check(MainClasses.ALL);
    }

    @ParameterizedTest
    @CsvSource({
        "java.sql..,       orquesta.store orquesta.relation orquesta.duckfile orquesta.values orquesta.bridge",
        "org.postgresql..,  orquesta.values",
        "jakarta.mail..,   orquesta.notify",
        "java.net.http..,  orquesta.notify",
        "org.duckdb..,     orquesta.relation",
        "org.sqlite..,     orquesta.store",
        "picocli..,        orquesta.cli",
        "org.junit..,      orquesta.cli",
        "org.jgrapht..,    orquesta.graph orquesta.asset orquesta.soundness",
        "javax.tools..,    orquesta.load",
        "org.objectweb..,  orquesta.load",
        "io.javalin..,     orquesta.web",
        "org.eclipse.jetty.., orquesta.web",
        "gg.jte..,         orquesta.web",
    })
    void a_library_is_known_only_where_it_belongs(String library, String packages) {
        classes()
                .that()
                .resideOutsideOfPackages(packages.split(" "))
                .should()
                .onlyDependOnClassesThat(not(resideInAnyPackage(library)))
                .check(MainClasses.ALL);
    }

    @Test
    void nothing_logs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "java.lang.System$Logger")
                .check(MainClasses.ALL);
    }

    /** Whoever asks for the time has a clock, which a test may set. */
    private static final ArchRule A_CLOCK_EVERYWHERE = noClasses()
            .should()
            .callMethodWhere(describe("asks java.time for the present without a clock", call -> {
                AccessTarget.CodeUnitAccessTarget target = call.getTarget();
                return target.getName().equals("now")
                        && target.getOwner().getPackageName().startsWith("java.time")
                        && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
            }));

    @Test
    void the_time_is_asked_of_a_clock() {
        A_CLOCK_EVERYWHERE.check(MainClasses.ALL);
        JavaClasses asks = new ClassFileImporter().importClasses(AsksWithoutAClock.class);
        assertThatThrownBy(() -> A_CLOCK_EVERYWHERE.check(asks)).isInstanceOf(AssertionError.class);
    }

    /** What the rule is for. */
    static final class AsksWithoutAClock {
        private AsksWithoutAClock() {}

        static Instant now() {
            return Instant.now();
        }
    }

    /** The fold and its rules, and the planner: pure functions, so that a simulation may drive them by the hundred thousand. */
    @Test
    void the_fold_of_a_run_and_its_plan_know_no_thread_no_clock_no_file_and_no_database() {
        List<String> fold = List.of(
                "RunState", "TaskState", "TaskStates", "Decision", "Drafts", "TaskRules", "RunRules", "RunEnding");
        for (String name : fold) {
            noClasses()
                    .that()
                    .haveFullyQualifiedName("orquesta.run." + name)
                    .should()
                    .dependOnClassesThat(OF_THE_WORLD)
                    .check(MainClasses.ALL);
            assertThat(MainClasses.ALL.contain("orquesta.run." + name)).as(name).isTrue();
        }
        noClasses()
                .that()
                .resideInAPackage("orquesta.plan")
                .should()
                .dependOnClassesThat(OF_THE_WORLD)
                .check(MainClasses.ALL);
    }

    private static final DescribedPredicate<JavaClass> OF_THE_WORLD = resideInAnyPackage(
                    "java.util.concurrent..",
                    "java.nio..",
                    "java.io..",
                    "java.sql..",
                    "orquesta.store..",
                    "orquesta.relation..",
                    "orquesta.process..")
            .or(describe("a thread, a clock or a process", ArchitectureTest::isOfTheWorld));

    /** By name, since of a class that is not ours the name alone is read. */
    private static boolean isOfTheWorld(JavaClass type) {
        return Stream.of(Thread.class, Clock.class, Runtime.class, ProcessHandle.class)
                .map(Class::getName)
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    @Test
    void no_state_is_static() {
        fields().that().areStatic().should().beFinal().check(MainClasses.ALL);
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType("java.util.concurrent.atomic.AtomicInteger")
                .andShould()
                .notHaveRawType("java.util.concurrent.atomic.AtomicLong")
                .andShould()
                .notHaveRawType("java.lang.ThreadLocal")
                .andShould()
                .notHaveRawType("java.lang.StringBuilder")
                .check(MainClasses.ALL);
    }

    @Test
    void the_rules_look_at_every_package_and_no_other() {
        List<String> known = Stream.concat(CORE.stream(), ON_TOP.stream()).toList();

        assertThat(MainClasses.ALL.size()).isGreaterThan(100);
        assertThat(MainClasses.ALL).allSatisfy(type -> assertThat(known).contains(type.getPackageName()));
        assertThat(MainClasses.ALL).noneMatch(type -> type.getName().endsWith("Test"));
    }

    @Test
    void the_rules_can_fail() {
        List<String> wrongWay = List.of("orquesta.asset", "orquesta.text");

        assertThatThrownBy(() -> importsUpOnly(wrongWay, "orquesta.asset").check(MainClasses.ALL))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("orquesta.text");
        assertThatThrownBy(() -> noClasses()
                        .that()
                        .haveFullyQualifiedName("orquesta.run.StepRun")
                        .should()
                        .dependOnClassesThat(OF_THE_WORLD)
                        .check(MainClasses.ALL))
                .hasMessageContaining("java.lang.Thread");
    }
}
