package orquesta.notebook;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.LoaderDelegate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import org.jspecify.annotations.Nullable;

/** Defines the classes that JShell compiles from cells, and gives out their byte code to whoever reads it. */
final class SnippetLoader extends URLClassLoader implements LoaderDelegate {
    private final Map<String, byte[]> byteCode = new ConcurrentHashMap<>();

    SnippetLoader() {
        super(new URL[0], SnippetLoader.class.getClassLoader());
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        // All are known before the first is defined, since they may need each other.
        classesRedefined(classes);
        boolean[] installed = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            try {
                loadClass(classes[i].name());
                installed[i] = true;
            } catch (ClassNotFoundException | LinkageError e) {
                throw new ClassInstallException(classes[i].name() + ": " + e, installed);
            }
        }
    }

    @Override
    public void classesRedefined(ClassBytecodes[] classes) {
        for (ClassBytecodes each : classes) {
            byteCode.put(each.name(), each.bytecodes());
        }
    }

    byte[] byteCode(String name) throws ClassNotFoundException {
        byte[] bytes = byteCode.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return bytes;
    }

    @Override
    public Class<?> findClass(String name) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] bytes = byteCode.get(name);
            if (bytes == null) {
                return super.findClass(name);
            }
            byte[] harmless = CellExits.without(bytes);
            return defineClass(name, harmless, 0, harmless.length);
        }
    }

    @Override
    public void addToClasspath(String paths) throws InternalException {
        for (String path : paths.split(File.pathSeparator, -1)) {
            try {
                addURL(Path.of(path).toUri().toURL());
            } catch (MalformedURLException e) {
                throw new InternalException(e.toString());
            }
        }
    }

    /** Also the class files of cells: the orchestrator looks for calls of {@code System.exit} in them. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        String type =
                name.endsWith(".class") ? name.substring(0, name.length() - 6).replace('/', '.') : "";
        byte[] bytes = byteCode.get(type);
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    public String toString() {
        return "classes of cells " + Arrays.toString(getURLs());
    }
}
