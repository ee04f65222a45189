package orquesta.autograder.rules;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/** The student's classes as ArchUnit reads them: from their bytes, never loaded. */
public final class ByteCode {
    private ByteCode() {}

    /** Only these files: what they use is known by name, which is all that our rules ask. */
    public static JavaClasses read(Path classes) {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPath(classes);
    }
}
