package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.lang.EvaluationResult;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import orquesta.autograder.exercise.Exercise.GradedCheck;
import orquesta.text.Message;

/** The rules about how code is built, each on the packages that its check names. */
public final class Rules {
    private static final Pattern SLICE = Pattern.compile("Slice ([\\w.$]+)");

    private final JavaClasses classes;

    public Rules(JavaClasses classes) {
        this.classes = classes;
    }

    /** What breaks the rule of a check, if anything. */
    public Optional<Message> breach(GradedCheck check) {
        List<String> packages = check.packages();
        Optional<String> absent =
                packages.stream().filter(each -> in(List.of(each)).isEmpty()).findFirst();
        if (absent.isPresent() && !"S2".equals(check.rule())) {
            return Optional.of(Message.of("rule.no_package", named(absent.get())));
        }
        return switch (String.valueOf(check.rule())) {
            case "S2" ->
                packages.isEmpty()
                        ? cycle("(**)")
                        : packages.stream()
                                .flatMap(each -> cycle(each).stream())
                                .findFirst();
            case "S3" -> Edges.first(outside(packages)).map(found -> told("rule.s3", found, packages));
            case "S4" -> StaticState.first(in(packages));
            case "S5" -> BorrowedConnections.first(in(packages), in(List.of()));
            case "S6" -> BorrowedStores.first(in(List.of()), packages.isEmpty() ? List.of() : in(packages));
            default -> Transformations.first(reached(in(packages))).map(Rules::told);
        };
    }

    private static Message told(Transformations.Breach breach) {
        return Message.of(breach.touchesJvm() ? "rule.s1_jvm" : "rule.s1", breach.what(), breach.place());
    }

    private static Message told(String key, Transformations.Breach breach, List<String> packages) {
        String named = packages.stream().map(Rules::named).collect(Collectors.joining(", "));
        return Message.of(key, breach.what(), breach.place(), named);
    }

    /** A package as people name it: {@code extraer} for {@code ..extraer..}. */
    private static String named(String pattern) {
        return pattern.replaceAll("^\\.+|\\.+$", "");
    }

    /** The classes of these packages; without any, all. */
    private Collection<JavaClass> in(List<String> packages) {
        return classes.stream()
                .filter(type -> packages.isEmpty() || matches(type, packages))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Collection<JavaClass> outside(List<String> packages) {
        return classes.stream()
                .filter(type -> !matches(type, packages))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean matches(JavaClass type, List<String> packages) {
        return packages.stream().anyMatch(each -> PackageMatcher.of(each).matches(type.getPackageName()));
    }

    /** With the classes of the answer that they use, and those that these use: what a helper does counts, too. */
    private Set<JavaClass> reached(Collection<JavaClass> begin) {
        Set<JavaClass> reached = new LinkedHashSet<>(begin);
        Deque<JavaClass> open = new ArrayDeque<>(begin);
        while (!open.isEmpty()) {
            for (Dependency dependency : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (classes.contain(target.getName()) && reached.add(classes.get(target.getName()))) {
                    open.push(classes.get(target.getName()));
                }
            }
        }
        return reached;
    }

    private Optional<Message> cycle(String slices) {
        EvaluationResult result = SlicesRuleDefinition.slices()
                .matching(slices)
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(classes);
        if (!result.hasViolation()) {
            return Optional.empty();
        }
        String words = result.getFailureReport().getDetails().get(0);
        String circle = SLICE.matcher(words.replaceAll("(?s)\\n\\s*\\d+\\. Dependencies.*", ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" → "));
        return Optional.of(Message.of("rule.s2", circle));
    }
}
