package orquesta.autograder.child;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the arguments of a method from plain values, by the types that it declares.
 *
 * @param fixed lists, sets and maps refuse modification
 */
record Arguments(boolean fixed) {
    /** An {@link IllegalArgumentException} where a value is none of the type. */
    @Nullable
    Object make(Type type, @Nullable Object value) throws ReflectiveOperationException {
        if (value == null) {
            return null;
        } else if (type instanceof Class<?> plain) {
            return ofClass(plain, value);
        } else if (type instanceof WildcardType wildcard) {
            return make(wildcard.getUpperBounds()[0], value);
        } else if (type instanceof TypeVariable<?>) {
            return ofClass(Object.class, value);
        } else if (type instanceof GenericArrayType array) {
            return array(raw(array.getGenericComponentType()), array.getGenericComponentType(), value);
        }
        ParameterizedType generic = (ParameterizedType) type;
        return collected((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), value);
    }

    private @Nullable Object ofClass(Class<?> type, Object value) throws ReflectiveOperationException {
        if (value instanceof Plain.Fields fields) {
            return record(type, fields);
        } else if (type.isEnum()) {
            return constant(type, value);
        } else if (type.isArray()) {
            return array(type.getComponentType(), type.getComponentType(), value);
        } else if (value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Optional<?>) {
            return collected(
                    value instanceof Set<?> ? Set.class : type, new Type[] {Object.class, Object.class}, value);
        }
        return number(type, value);
    }

    private static Object number(Class<?> type, Object value) {
        if (!(value instanceof Number number) || type == Object.class || type.isInstance(value)) {
            return value;
        } else if (type == long.class || type == Long.class) {
            return number.longValue();
        } else if (type == double.class || type == Double.class) {
            return number.doubleValue();
        }
        return type == BigDecimal.class ? new BigDecimal(number.toString()) : value;
    }

    private @Nullable Object collected(Class<?> raw, Type[] types, Object value) throws ReflectiveOperationException {
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> made = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                made.put(make(types[0], entry.getKey()), make(types[1], entry.getValue()));
            }
            return fixed ? Collections.unmodifiableMap(made) : made;
        } else if (value instanceof Optional<?> optional) {
            return Optional.ofNullable(make(types[0], optional.orElse(null)));
        } else if (!(value instanceof Collection<?> all)) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " is no " + raw.getSimpleName());
        } else if (Set.class.isAssignableFrom(raw)) {
            Set<@Nullable Object> made = new LinkedHashSet<>(each(types[0], all));
            return fixed ? Collections.unmodifiableSet(made) : made;
        }
        List<@Nullable Object> made = each(types[0], (Collection<?>) value);
        return fixed ? Collections.unmodifiableList(made) : made;
    }

    private List<@Nullable Object> each(Type type, Collection<?> all) throws ReflectiveOperationException {
        List<@Nullable Object> made = new ArrayList<>();
        for (@Nullable Object one : all) {
            made.add(make(type, one));
        }
        return made;
    }

    private Object array(Class<?> raw, Type element, Object value) throws ReflectiveOperationException {
        List<@Nullable Object> made = each(element, (Collection<?>) value);
        Object array = Array.newInstance(raw, made.size());
        for (int i = 0; i < made.size(); i++) {
            Array.set(array, i, made.get(i));
        }
        return array;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
    }

    private static Object constant(Class<?> type, Object name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no constant " + name);
    }

    private Object record(Class<?> type, Plain.Fields fields) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null || components.length != fields.values().size()) {
            throw new IllegalArgumentException(type.getName() + " has other components than the generator gives");
        }
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            values[i] = make(components[i].getGenericType(), fields.values().get(i));
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }
}
