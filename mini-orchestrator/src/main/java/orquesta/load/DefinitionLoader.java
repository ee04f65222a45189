package orquesta.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import orquesta.definition.Definitions;
import orquesta.definition.Pipeline;
import orquesta.text.Names;
import orquesta.text.UserException;

/** Loads a pipeline from a folder of {@code .java} files, one of which has {@code public static Definitions definitions()}. */
public final class DefinitionLoader {
    private final SourceCompiler compiler;

    /** @param cache where compiled classes are kept */
    public DefinitionLoader(Path cache) {
        this.compiler = new SourceCompiler(cache);
    }

    /** The pipeline of a folder, named like the folder; or every problem that its sources or definitions have. */
    public Pipeline load(Path folder) {
        Path classes = compiler.classes(Checkout.sources(folder));
        Method method = definitionsMethod(folder, classes);
        return definitions(method).validated(name(folder));
    }

    /**
     * The classes of the test files of a folder, which see those of the pipeline.
     *
     * @throws UserException if something does not compile
     */
    public List<Class<?>> tests(Path folder) {
        List<Path> tests = Checkout.tests(folder);
        Path classes = compiler.classes(
                Stream.concat(Checkout.sources(folder).stream(), tests.stream()).toList());
        List<String> names = tests.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();
        ClassLoader loader = new OwnFirst(classes);
        return classNames(classes).stream()
                .filter(name -> names.contains(name.substring(name.lastIndexOf('.') + 1)))
                .<Class<?>>map(name -> load(loader, name))
                .toList();
    }

    private static String name(Path folder) {
        String name = folder.getFileName().toString();
        Names.requireKey(name, name);
        return name;
    }

    private static Method definitionsMethod(Path folder, Path classes) {
        ClassLoader loader = new OwnFirst(classes);
        List<Method> found = classNames(classes).stream()
                .flatMap(name -> Arrays.stream(load(loader, name).getDeclaredMethods()))
                .filter(method -> method.getName().equals("definitions")
                        && method.getReturnType() == Definitions.class
                        && Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0)
                .toList();
        if (found.size() != 1) {
            String classesFound = found.stream()
                    .map(method -> method.getDeclaringClass().getSimpleName())
                    .collect(Collectors.joining(", "));
            throw new UserException(
                    folder.getFileName().toString(),
                    found.isEmpty() ? "load.no_definitions" : "load.two_definitions",
                    classesFound);
        }
        found.get(0).setAccessible(true);
        return found.get(0);
    }

    private static Definitions definitions(Method method) {
        String place = method.getDeclaringClass().getSimpleName() + ".definitions";
        try {
            Definitions found = (Definitions) method.invoke(null);
            if (found == null) {
                throw new UserException(place, "load.null");
            }
            return found;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            if (e.getCause() instanceof UserException user) {
                throw user;
            }
            throw new UserException(place, "load.threw", e.getCause());
        }
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> classNames(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace(java.io.File.separatorChar, '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own classes come before those of the same name elsewhere: an example is also a part of the kit's build. */
    private static final class OwnFirst extends URLClassLoader {
        private final Path classes;

        OwnFirst(Path classes) {
            super(new URL[] {url(classes)}, DefinitionLoader.class.getClassLoader());
            this.classes = classes;
        }

        private static URL url(Path classes) {
            try {
                return classes.toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                boolean own = Files.exists(classes.resolve(name.replace('.', '/') + ".class"));
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null && own) {
                    loaded = findClass(name);
                }
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
        }
    }
}
