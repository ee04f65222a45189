package orquesta.autograder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The byte code of one statement, as rules read it. */
final class Compiled {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** The jars of the class path stay open from one statement to the next. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private Compiled() {}

    /** A class {@code A} in {@code A.java}, whose one method does the statement; written and compiled in a folder. */
    static JavaClasses statement(String statement, Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("A.java"),
                "class A {\n    static void a() throws Exception {\n        " + statement + ";\n    }\n}\n");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<String> options = List.of("-g", "-proc:none", "-d", classes.toString());
        assertThat(COMPILER.getTask(null, FILES, null, options, null, FILES.getJavaFileObjects(source))
                        .call())
                .isTrue();
        return ByteCode.read(classes);
    }
}
