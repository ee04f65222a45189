package orquesta.autograder.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaGenericArrayType;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaWildcardType;
import java.util.List;
import java.util.stream.Collectors;

/** A type as somebody writes it, without packages. */
final class TypeText {
    private TypeText() {}

    static String of(JavaType type) {
        if (type instanceof JavaClass plain) {
            return plain.getSimpleName();
        } else if (type instanceof JavaParameterizedType generic) {
            return generic.toErasure().getSimpleName()
                    + generic.getActualTypeArguments().stream()
                            .map(TypeText::of)
                            .collect(Collectors.joining(", ", "<", ">"));
        } else if (type instanceof JavaGenericArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        return type instanceof JavaWildcardType wildcard ? of(wildcard) : type.getName();
    }

    private static String of(JavaWildcardType wildcard) {
        List<JavaType> upper = List.copyOf(wildcard.getUpperBounds());
        List<JavaType> lower = List.copyOf(wildcard.getLowerBounds());
        if (!lower.isEmpty()) {
            return "? super " + of(lower.get(0));
        }
        return upper.isEmpty() ? "?" : "? extends " + of(upper.get(0));
    }
}
