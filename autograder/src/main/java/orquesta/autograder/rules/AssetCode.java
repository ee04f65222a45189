package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The code that runs when an asset or a check is computed, method by method: recipes of resources stand in the same class
 * and are no part of it.
 */
final class AssetCode {
    private static final Set<String> MARKS = Set.of("orquesta.asset.Asset", "orquesta.asset.Check");

    private final Set<JavaClass> answer;
    private final boolean behindInterfaces;
    private final Set<JavaCodeUnit> reached = new LinkedHashSet<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

    private AssetCode(Collection<JavaClass> answer, boolean behindInterfaces) {
        this.answer = Set.copyOf(answer);
        this.behindInterfaces = behindInterfaces;
    }

    /**
     * What the annotated methods of some classes reach.
     *
     * @param answer all classes of the answer: what lies outside is not followed
     * @param behindInterfaces whether a call of an interface reaches the answer's classes that implement it
     */
    static Set<JavaCodeUnit> reached(
            Collection<JavaClass> begin, Collection<JavaClass> answer, boolean behindInterfaces) {
        AssetCode code = new AssetCode(answer, behindInterfaces);
        for (JavaClass type : begin) {
            type.getMethods().stream()
                    .filter(method -> MARKS.stream().anyMatch(method::isAnnotatedWith))
                    .forEach(method -> code.add(method));
        }
        while (!code.open.isEmpty()) {
            accesses(code.open.pop()).forEach(access -> code.follow(access.getTarget()));
        }
        return code.reached;
    }

    /** What a method, a constructor or an initializer calls; a function that is only made there runs elsewhere. */
    static Stream<JavaAccess<?>> accesses(JavaCodeUnit code) {
        boolean initializes = code instanceof JavaStaticInitializer || code instanceof JavaConstructor;
        return initializes
                ? Stream.<JavaAccess<?>>concat(code.getCallsFromSelf().stream(), code.getFieldAccesses().stream())
                        .filter(access -> !access.isDeclaredInLambda())
                : code.getAccessesFromSelf().stream();
    }

    private void follow(AccessTarget target) {
        target.resolveMember().ifPresent(this::follow);
    }

    private void follow(JavaMember member) {
        if (!answer.contains(member.getOwner())) {
            return;
        }
        member.getOwner().getStaticInitializer().ifPresent(this::push);
        if (member instanceof JavaCodeUnit code) {
            add(code);
        }
    }

    private void add(JavaCodeUnit code) {
        push(code);
        JavaClass owner = code.getOwner();
        owner.getStaticInitializer().ifPresent(this::push);
        owner.getConstructors().forEach(this::push);
        if (behindInterfaces) {
            for (JavaClass below : owner.getAllSubclasses()) {
                below.getMethods().stream()
                        .filter(method -> method.getName().equals(code.getName()))
                        .forEach(this::push);
            }
        }
    }

    private void push(JavaCodeUnit code) {
        if (answer.contains(code.getOwner()) && reached.add(code)) {
            open.push(code);
        }
    }
}
