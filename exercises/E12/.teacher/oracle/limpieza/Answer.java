package limpieza;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import orquesta.autograder.exercise.Case;
import orquesta.autograder.exercise.Row;

/**
 * An answer to E12, compiled; judged here without the engine, by other means.
 *
 * @param loaded once for all cases: nothing but static state makes a class that was used differ from one that is loaded anew
 */
record Answer(Map<String, byte[]> classes, Class<?> loaded) {
    static Answer of(List<Path> files, Function<Path, String> name) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        for (Path file : files) {
            classes.put(name.apply(file), Files.readAllBytes(file));
        }
        return new Answer(classes, anew(classes));
    }

    /** A case with the rows that are right, as they are compared: the same for every answer. */
    record Asked(Case planted, List<String> right) {
        static Asked of(Case planted) {
            List<String> rows =
                    planted.expected().stream().map(row -> text(row)).toList();
            return new Asked(planted, inOrder(planted, rows));
        }
    }

    /** The checks that it loses on these cases. */
    Set<String> lost(List<Asked> cases) {
        Set<String> lost = new TreeSet<>();
        try {
            for (Asked asked : cases) {
                Class<?> limpieza = isStateful() ? anew(classes) : loaded;
                if (!passes(asked, limpieza.getMethod("limpiar", List.class))) {
                    lost.add(asked.planted.check());
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return lost;
    }

    private static Class<?> anew(Map<String, byte[]> classes) {
        try {
            return new Loader(classes).loadClass("limpieza.Limpieza");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is loaded anew for each case. */
    boolean isStateful() {
        return Stream.of(loaded.getDeclaredFields()).anyMatch(field -> Modifier.isStatic(field.getModifiers()));
    }

    /** Called on what the case asks before, then as often as it says, in its locale, on inputs of its own. */
    private static boolean passes(Asked asked, Method limpiar) {
        Case planted = asked.planted;
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(planted.conditions().locale()));
        try {
            for (List<Row> earlier : planted.earlier()) {
                limpiar.invoke(null, sales(earlier));
            }
            for (int call = 0; call < planted.conditions().calls(); call++) {
                if (!answersRight(asked, limpiar)) {
                    return false;
                }
            }
            return true;
        } catch (ReflectiveOperationException threw) {
            return false;
        } finally {
            Locale.setDefault(before);
        }
    }

    private static boolean answersRight(Asked asked, Method limpiar) throws ReflectiveOperationException {
        Case planted = asked.planted;
        List<VentaCruda> input = List.copyOf(sales(planted.input()));
        List<VentaCruda> given = planted.conditions().fixed() ? input : new ArrayList<>(input);
        Object answer = limpiar.invoke(null, given);
        if (planted.conditions().untouched() && !given.equals(input)) {
            return false;
        }
        return answer instanceof List<?> list
                && inOrder(planted, list.stream().map(row -> text((Object) row)).toList())
                        .equals(asked.right);
    }

    private static List<String> inOrder(Case planted, List<String> rows) {
        boolean ordered = planted.check().equals("order_is_kept");
        return ordered ? rows : rows.stream().sorted().toList();
    }

    private static List<VentaCruda> sales(List<Row> rows) {
        return new ArrayList<>(rows.stream().map(Answer::sale).toList());
    }

    private static VentaCruda sale(Row row) {
        List<Object> values = row.values();
        return new VentaCruda(
                (String) values.get(0), (String) values.get(1), (BigDecimal) values.get(2), (Integer) values.get(3));
    }

    /** One row as text, amounts by their value. */
    private static String text(Object limpia) {
        VentaLimpia venta = (VentaLimpia) limpia;
        return text(Arrays.asList(
                venta.producto(), venta.categoria(), venta.precio(), venta.cantidad(), venta.precioTotal()));
    }

    private static String text(Row row) {
        return text(row.values());
    }

    private static String text(List<?> values) {
        return values.stream()
                .map(value -> value instanceof BigDecimal amount ? amount.stripTrailingZeros() : value)
                .map(value -> value instanceof String ? '"' + value.toString() + '"' : String.valueOf(value))
                .toList()
                .toString();
    }

    private static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classes;

        private Loader(Map<String, byte[]> classes) {
            super(Answer.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
