package tienda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Your tests of the whole program. The rules: instructions.en.md, instructions.es.md. */
class ProgramaTest {
    /** A new and empty folder for each test; JUnit deletes it afterwards. */
    @TempDir
    Path carpeta;

    @Test
    void todo_e17_write_me() throws IOException {
        Path entrada = Files.createDirectory(carpeta.resolve("entrada"));
        Files.writeString(entrada.resolve("iquique.csv"), "categoria,monto\nbebidas,1000\n");
    }
}
