package orquesta.notebook;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import jdk.jshell.Snippet;

/**
 * The values of the variables of cells. JShell makes a class of each declaration ({@code REPL.$JShell$7}), and a variable
 * is a static field of it. When JShell replaces the class ({@code REPL.$JShell$7B}) it does not run the initializer again,
 * so that the variable would be null or 0: here the new class takes over the value.
 */
final class Variables {
    private final SnippetLoader loader;
    /** The class that holds a declaration now, by its name without the letters that count versions. */
    private final Map<String, Class<?>> holders = new HashMap<>();
    /** The variables that could not keep their value, each with whether it had one. */
    private final Map<String, Boolean> reborn = new TreeMap<>();

    Variables(SnippetLoader loader) {
        this.loader = loader;
    }

    static boolean isHolder(String className) {
        return className.matches("REPL\\.\\$JShell\\$\\d+[A-Z]*");
    }

    /** The class that JShell made of a declaration. */
    static String holderOf(Snippet declaration) {
        try {
            // JShell tells nobody but itself.
            Method classFullName = Snippet.class.getDeclaredMethod("classFullName");
            classFullName.setAccessible(true);
            return (String) classFullName.invoke(declaration);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The static fields that a class keeps values in. */
    static Stream<Field> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .peek(field -> field.setAccessible(true));
    }

    /** Whether a field has another value than the one that Java begins with. */
    static boolean isSet(Field field) {
        try {
            Object initial = Array.get(Array.newInstance(field.getType(), 1), 0);
            return !Objects.equals(field.get(null), initial);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a class declared in a cell keeps values of its own that change. */
    boolean hasState(String className) {
        try {
            return fields(loader.findClass(className)).anyMatch(field -> !Modifier.isFinal(field.getModifiers()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands on the value of a variable, if another class holds it now than before. */
    void settle(String className) {
        try {
            Class<?> now = loader.findClass(className);
            Class<?> before = holders.put(className.replaceFirst("[A-Z]+$", ""), now);
            if (before != null && before != now) {
                carry(before, now);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The variables that had to begin anew since the last call, each with whether it lost a value by that. */
    Map<String, Boolean> takeReborn() {
        Map<String, Boolean> taken = new TreeMap<>(reborn);
        reborn.clear();
        return taken;
    }

    private void carry(Class<?> before, Class<?> now) throws IllegalAccessException {
        Map<String, Field> old = new HashMap<>();
        fields(before).forEach(field -> old.put(field.getName(), field));
        for (Field field : fields(now).toList()) {
            Field from = old.get(field.getName());
            if (from != null && from.getGenericType().equals(field.getGenericType())) {
                field.set(null, from.get(null));
            } else if (from != null) {
                reborn.merge(field.getName(), isSet(from), Boolean::logicalOr);
            }
        }
    }
}
