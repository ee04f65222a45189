package orquesta.notebook;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What cells compile against: the class path of the kernel without the jars that only libraries call. JShell lists every
 * class of it to complete names, 0.7 kB of the heap each, and would propose the names that only a library knows.
 */
final class CellClassPath {
    private static final String PROPERTY = "java.class.path";

    private CellClassPath() {}

    /**
     * Does something while JShell, which takes the class path from the system's property, sees a shorter one; what runs
     * later, a child JVM for example, has the whole again.
     *
     * @param hidden how the names of the jars begin that are left out
     * @throws Exception what {@code start} throws
     */
    static <T> T without(List<String> hidden, Callable<T> start) throws Exception {
        String whole = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, shortened(whole, hidden));
        try {
            return start.call();
        } finally {
            System.setProperty(PROPERTY, whole);
        }
    }

    static String shortened(String classPath, List<String> hidden) {
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(jar -> hidden.stream().noneMatch(nameOf(jar)::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String nameOf(String jar) {
        Path name = Path.of(jar).getFileName();
        return name == null ? jar : name.toString();
    }
}
