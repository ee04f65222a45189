package orquesta.autograder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** The byte code of one statement, as rules read it. */
final class Compiled {
    private Compiled() {}

    /** A class {@code A} in {@code A.java}, whose one method does the statement; written and compiled in a folder. */
    static JavaClasses statement(String statement, Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("A.java"),
                "class A {\n    static void a() throws Exception {\n        " + statement + ";\n    }\n}\n");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-g", "-proc:none", "-d", classes.toString(), source.toString());
        assertThat(code).isZero();
        return ByteCode.read(classes);
    }
}
