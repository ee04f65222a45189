package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.text.Message;

/** Rule S6: assets and checks know a store by its interface: they name no class that stores, and touch no file or database. */
final class BorrowedStores {
    /** Files that people read go through it, in an asset. */
    private static final String REPORTS = "orquesta.reports.";

    private BorrowedStores() {}

    /**
     * Something that the code of an asset uses.
     *
     * @param type the class
     * @param what the class, or the member of it
     */
    private record Use(String type, String what, String place) {}

    /**
     * The first place of the code of assets that knows where something is stored.
     *
     * @param answer all its classes
     * @param stores those of them that store
     */
    static Optional<Message> first(Collection<JavaClass> answer, Collection<JavaClass> stores) {
        Set<String> concrete = stores.stream().map(JavaClass::getName).collect(Collectors.toSet());
        List<Use> uses = AssetCode.reached(answer, answer, false).stream()
                .filter(code -> !concrete.contains(code.getOwner().getName()))
                .flatMap(BorrowedStores::uses)
                .sorted(Comparator.comparing(Use::place).thenComparing(Use::what))
                .toList();
        return uses.stream()
                .filter(use -> concrete.contains(use.type()))
                .findFirst()
                .map(use -> Message.of("rule.s6", use.what(), use.place()))
                .or(() -> uses.stream()
                        .filter(use -> Edges.touches(use.type()) && !use.type().startsWith(REPORTS))
                        .findFirst()
                        .map(use -> Message.of("rule.s6_touches", use.what(), use.place())));
    }

    private static Stream<Use> uses(JavaCodeUnit code) {
        Stream<Use> accesses = AssetCode.accesses(code)
                .map(access -> new Use(
                        access.getTarget().getOwner().getName(),
                        Transformations.name(access.getTarget()),
                        Transformations.place(code.getOwner(), access)));
        List<JavaClass> named = new ArrayList<>(code.getRawParameterTypes());
        named.add(code.getRawReturnType());
        code.getInstanceofChecks().forEach(check -> named.add(check.getRawType()));
        code.getReferencedClassObjects().forEach(type -> named.add(type.getRawType()));
        String place = code.getOwner().getSimpleName() + "." + code.getName();
        Stream<Use> types = named.stream()
                .map(type -> type.getBaseComponentType().getName())
                .map(type -> new Use(type, type, place));
        return Stream.concat(accesses, types);
    }
}
