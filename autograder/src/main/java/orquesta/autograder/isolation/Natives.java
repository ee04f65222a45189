package orquesta.autograder.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * DuckDB's driver holds libraries of four systems, and unpacks one into the temporary folder at each start. A child has
 * little room there: so it gets the driver without them, and this system's beside it, where the driver looks first.
 */
final class Natives {
    private static final String BEGINNING = "libduckdb_java.so_";

    private Natives() {}

    static boolean isDriver(Path library) {
        return library.getFileName().toString().startsWith("duckdb_jdbc");
    }

    /** The driver's library on this system. */
    static String name() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        if (os.startsWith("mac")) {
            return BEGINNING + "osx_universal";
        }
        return BEGINNING + (os.startsWith("windows") ? "windows_" : "linux_") + arch;
    }

    /** Copies a jar, or makes one of a folder of classes; a driver without its libraries. */
    static void copyJar(Path library, Path to) throws IOException {
        if (Files.isDirectory(library)) {
            OwnModule.write(library, to);
            return;
        }
        if (!isDriver(library)) {
            Files.copy(library, to, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (JarFile whole = new JarFile(library.toFile());
                JarOutputStream slim = new JarOutputStream(Files.newOutputStream(to))) {
            for (Enumeration<JarEntry> entries = whole.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (!entry.getName().startsWith(BEGINNING)) {
                    slim.putNextEntry(new JarEntry(entry.getName()));
                    try (InputStream in = whole.getInputStream(entry)) {
                        in.transferTo(slim);
                    }
                }
            }
        }
    }

    /** Copies this system's library: out of the driver, or from beside it. */
    static void copyLibrary(Path driver, Path to) throws IOException {
        try (JarFile whole = new JarFile(driver.toFile())) {
            JarEntry entry = whole.getJarEntry(name());
            if (entry == null) {
                Files.copy(driver.resolveSibling(name()), to, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
            try (InputStream in = whole.getInputStream(entry)) {
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
