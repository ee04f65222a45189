package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import orquesta.text.Message;

/** Rule S4: nothing is printed, and nothing is kept in static fields from one call to the next. */
final class StaticState {
    private static final Set<String> STREAMS = Set.of("java.lang.System.out", "java.lang.System.err");

    /** Types that can be filled after they were made. */
    private static final Pattern FILLED = Pattern.compile(
            "java\\.util\\.(concurrent\\.)?(\\w*(List|Map|Set|Deque|Queue|Vector|Table|Stack)"
                    + "|BitSet)|java\\.util\\.concurrent\\.atomic\\.\\w+|java\\.lang\\.String(Builder|Buffer)|.*\\[\\]");

    /** Interfaces that say nothing of it: then it matters what is made for them. */
    private static final Set<String> OPEN = Set.of(
            "java.util.List",
            "java.util.Set",
            "java.util.Map",
            "java.util.Collection",
            "java.lang.Object",
            "java.lang.Iterable");

    private StaticState() {}

    static Optional<Message> first(Collection<JavaClass> classes) {
        return classes.stream()
                .sorted(Comparator.comparing(JavaClass::getName))
                .flatMap(type -> prints(type).or(() -> keeps(type)).stream())
                .findFirst();
    }

    private static Optional<Message> prints(JavaClass type) {
        return type.getFieldAccessesFromSelf().stream()
                .filter(access -> STREAMS.contains(Transformations.name(access.getTarget())))
                .min(Comparator.comparing(JavaAccess::getLineNumber))
                .map(access -> Message.of(
                        "rule.s4_prints",
                        "System." + access.getTarget().getName(),
                        Transformations.place(type, access)));
    }

    private static Optional<Message> keeps(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(field -> !type.isEnum() || !field.getRawType().equals(type))
                .filter(field -> !isConstant(field, type))
                .min(Comparator.comparing(JavaField::getName))
                .map(field -> Message.of("rule.s4_keeps", type.getSimpleName() + "." + field.getName()));
    }

    private static boolean isConstant(JavaField field, JavaClass type) {
        String of = field.getRawType().getName();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return false;
        }
        return OPEN.contains(of)
                ? !makesSomethingToFill(type)
                : !field.getRawType().isArray() && !FILLED.matcher(of).matches();
    }

    private static boolean makesSomethingToFill(JavaClass type) {
        return type.getStaticInitializer().stream()
                .flatMap(code -> code.getConstructorCallsFromSelf().stream())
                .anyMatch(
                        call -> FILLED.matcher(call.getTargetOwner().getName()).matches());
    }
}
