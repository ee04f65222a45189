package orquesta.autograder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("orquesta.autograder");
    private static final String ROOT = "orquesta.autograder";
    private static final List<String> ORDER = Stream.of(
                    "files",
                    "child",
                    "junit",
                    "sql",
                    "tables",
                    "pipeline",
                    "exercise",
                    "submission",
                    "isolation",
                    "compile",
                    "evidence",
                    "judge",
                    "rules",
                    "result",
                    "report",
                    "",
                    "batch",
                    "proof",
                    "dist",
                    "cli")
            .map(name -> name.isEmpty() ? ROOT : ROOT + "." + name)
            .toList();

    @Test
    void imports_go_up_the_list_of_packages() {
        for (int i = 0; i < ORDER.size(); i++) {
            String[] below = ORDER.subList(i + 1, ORDER.size()).toArray(String[]::new);
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ORDER.get(i))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .check(OURS);
            }
        }
        assertThat(OURS.stream().map(type -> type.getPackageName()).distinct()).allMatch(ORDER::contains);
    }

    @Test
    void what_runs_in_the_other_processes_knows_the_jdk_alone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".child")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(ROOT + ".child", "java..", "javax.tools..")
                .check(OURS);
    }

    @Test
    void what_runs_tests_knows_junit_and_assertj_besides_and_nobody_else_runs_them() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".junit")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        ROOT + ".junit", ROOT + ".child", "java..", "org.junit..", "org.opentest4j..", "org.assertj..")
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".junit")
                .and()
                .doNotHaveSimpleName("TestLibraries") // where their jars are, no more
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.assertj..")
                .check(OURS);
    }

    @Test
    void what_runs_definitions_knows_the_orchestrator_besides_and_nothing_that_judges() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".pipeline")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT + "..")
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage(ROOT + ".pipeline", ROOT + ".child"))))
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackage(ROOT + ".pipeline")
                .and()
                .doNotHaveSimpleName("OwnModule") // where it lies, no more
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "orquesta", "orquesta.run", "orquesta.plan", "orquesta.definition", "orquesta.event")
                .check(OURS);
    }

    @Test
    void nobody_but_the_loader_of_generators_makes_a_class_loader_and_nothing_is_deserialised() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".child", ROOT + ".junit", ROOT + ".tables", ROOT + ".pipeline", ROOT + ".compile")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ClassLoader.class)
                .check(OURS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.ObjectInputStream")
                .check(OURS);
    }

    @Test
    void files_stay_short() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(210);
            }
        }
    }
}
