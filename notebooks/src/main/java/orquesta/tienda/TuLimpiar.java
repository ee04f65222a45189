package orquesta.tienda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import orquesta.autograder.Workplace;
import orquesta.lesson.Sandbox;
import orquesta.text.UserException;

/**
 * The student's own limpiar, which is the answer to E12, called on other sales than the grader's.
 *
 * <pre>{@code
 * List<VentaLimpia> limpias = TuLimpiar.de(sandbox).limpiar(crudas);
 * }</pre>
 */
public final class TuLimpiar {
    private static final String GIVEN = "start/limpieza/";

    private final Path exercise;
    private final Path classes;

    TuLimpiar(Path exercise, Path classes) {
        this.exercise = exercise;
        this.classes = classes;
    }

    /** Of this checkout; its classes go to the sandbox. */
    public static TuLimpiar de(Sandbox sandbox) {
        return new TuLimpiar(Workplace.here().root().resolve("exercises/E12"), sandbox.folder("limpieza"));
    }

    /**
     * The clean sales; nothing as long as limpiar is not written.
     *
     * @throws UserException if it does not compile, or throws on some sale
     */
    public List<VentaLimpia> limpiar(List<VentaCruda> ventas) {
        Path answer = exercise.resolve("answer/limpieza");
        if (!Files.exists(answer.resolve("Limpieza.java"))) {
            return List.of();
        }
        compile(sources(answer));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
            return called(loader, ventas);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UnsupportedOperationException unwritten && isStarter(unwritten)) {
                return List.of();
            }
            throw new UserException("limpiar", "tienda.limpiar_threw", String.valueOf(e.getCause()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new UserException("limpiar", "tienda.limpiar_shape");
        }
    }

    private static boolean isStarter(UnsupportedOperationException unwritten) {
        return String.valueOf(unwritten.getMessage()).startsWith("TODO E12");
    }

    private List<Path> sources(Path answer) {
        try (Stream<Path> files = Files.list(answer)) {
            List<Path> sources =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !Files.exists(exercise.resolve(GIVEN + file.getFileName()))
                                    || file.endsWith("Limpieza.java"))
                            .toList());
            sources.add(exercise.resolve(GIVEN + "VentaCruda.java"));
            sources.add(exercise.resolve(GIVEN + "VentaLimpia.java"));
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(List<Path> sources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of("-proc:none", "-encoding", "UTF-8", "-d", classes.toString());
        try (var files = javac.getStandardFileManager(null, null, null)) {
            boolean compiled = javac.getTask(
                            null, files, problem -> {}, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            if (!compiled) {
                throw new UserException("limpiar", "tienda.limpiar_compiles_not");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<VentaLimpia> called(ClassLoader loader, List<VentaCruda> ventas)
            throws ReflectiveOperationException {
        Class<?> cruda = loader.loadClass("limpieza.VentaCruda");
        List<Object> theirs = new ArrayList<>();
        for (VentaCruda venta : ventas) {
            theirs.add(cruda.getConstructor(String.class, String.class, BigDecimal.class, Integer.class)
                    .newInstance(venta.producto(), venta.categoria(), venta.precio(), venta.cantidad()));
        }
        Method limpiar = loader.loadClass("limpieza.Limpieza").getDeclaredMethod("limpiar", List.class);
        limpiar.setAccessible(true);
        List<VentaLimpia> limpias = new ArrayList<>();
        for (Object limpia : (List<?>) limpiar.invoke(null, theirs)) {
            limpias.add(ours(limpia));
        }
        return limpias;
    }

    private static VentaLimpia ours(@Nullable Object limpia) throws ReflectiveOperationException {
        if (limpia == null) {
            throw new ClassCastException("null is no sale");
        }
        return new VentaLimpia(
                (String) value(limpia, "producto"),
                (String) value(limpia, "categoria"),
                (BigDecimal) value(limpia, "precio"),
                (int) value(limpia, "cantidad"),
                (BigDecimal) value(limpia, "precioTotal"));
    }

    private static Object value(Object limpia, String component) throws ReflectiveOperationException {
        return limpia.getClass().getMethod(component).invoke(limpia);
    }
}
