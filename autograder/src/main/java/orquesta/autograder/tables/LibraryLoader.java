package orquesta.autograder.tables;

import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets an answer see the libraries that stand on the class path of its child, and nothing of ours. */
final class LibraryLoader extends ClassLoader {
    private static final List<String> SEEN = List.of(
            "tech.tablesaw.",
            "it.unimi.dsi.",
            "org.roaringbitmap.",
            "com.google.common.",
            "org.apache.commons.math3.",
            "org.duckdb.");

    private final ClassLoader all = LibraryLoader.class.getClassLoader();

    LibraryLoader() {
        super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SEEN.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return all.loadClass(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        String dotted = name.replace('/', '.');
        return SEEN.stream().anyMatch(dotted::startsWith) ? all.getResource(name) : null;
    }
}
