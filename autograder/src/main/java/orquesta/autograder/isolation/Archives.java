package orquesta.autograder.isolation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import orquesta.autograder.child.Request;
import orquesta.autograder.child.TableForm;
import orquesta.autograder.child.Wire;
import orquesta.autograder.files.Places;
import orquesta.autograder.junit.Rehearsal;
import orquesta.autograder.junit.TestRequest;
import orquesta.autograder.junit.TestRunner;

/** Class-data archives of the programs that grading starts. Without one all works, only later. */
public final class Archives {
    private static final long SECONDS = 60;
    private static final int HEAP = 64;
    private static final String SOURCE = """
            package ensayo;

            import java.math.BigDecimal;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.Locale;

            public final class Ensayo {
                public record Nota(String texto, BigDecimal valor, Integer peso) {}

                static List<Nota> ensayar(List<Nota> notas) {
                    List<Nota> dobles = new ArrayList<>();
                    for (Nota nota : notas) {
                        dobles.add(new Nota(nota.texto().toUpperCase(Locale.ROOT), nota.valor().negate(), 2));
                    }
                    return dobles.stream().filter(nota -> !nota.texto().isEmpty()).toList();
                }
            }
            """;

    private final ChildImage image;

    public Archives(ChildImage image) {
        this.image = image;
    }

    /** Makes what is missing. */
    public void ensure() throws IOException {
        if (Files.exists(image.archive("Runner")) && Files.exists(image.archive("CompileWorker"))) {
            return;
        }
        Path work = Files.createTempDirectory("orquesta-archive");
        try {
            train("CompileWorker", JvmFlags.compiler(), List.of(), compilation(work));
            Request.Entry entry =
                    new Request.Entry("ensayo.Ensayo", "ensayar", "ensayo.Ensayo$Nota", "ensayo.Ensayo$Nota");
            List<String> row = List.of(" Té ", "990.00", "2");
            byte[] request = new Request(entry, "", false, 1, List.of(row, row)).frame();
            train(
                    "Runner",
                    JvmFlags.runner(HEAP),
                    List.of(work.resolve("classes").toString()),
                    request);
        } finally {
            Places.delete(work);
        }
    }

    /** The same for the program that runs tests. */
    public void ensureOfTests() throws IOException {
        if (Files.exists(image.archive("TestRunner"))) {
            return;
        }
        Path work = Files.createTempDirectory("orquesta-archive");
        try {
            String test = Rehearsal.class.getName().replace('.', '/') + ".class";
            Path copy = work.resolve(TestRunner.TESTS).resolve(test);
            Files.createDirectories(copy.getParent());
            try (InputStream in = Objects.requireNonNull(Rehearsal.class.getResourceAsStream("/" + test))) {
                Files.copy(in, copy);
            }
            byte[] request = new TestRequest("", Set.of()).frame();
            train("TestRunner", JvmFlags.runner(HEAP), List.of(work.toString()), request);
        } finally {
            Places.delete(work);
        }
    }

    /** The same for the program that runs answers with libraries. */
    public void ensureOfTables() throws IOException {
        if (Files.exists(image.archive("TableRunner"))) {
            return;
        }
        Path work = Files.createTempDirectory("orquesta-archive");
        try {
            Request.Entry none = new Request.Entry("ensayo.Ensayo", "ensayar", TableForm.NAME, TableForm.NAME);
            byte[] request = new Request(none, "", false, 1, List.of()).frame();
            train("TableRunner", JvmFlags.runner(HEAP, true), List.of(work.toString(), "rehearse"), request);
        } finally {
            Places.delete(work);
        }
    }

    /** The same for the program that runs queries. */
    public void ensureOfSql() throws IOException {
        if (Files.exists(image.archive("SqlRunner"))) {
            return;
        }
        Path work = Files.createTempDirectory("orquesta-archive");
        try {
            byte[] request = Wire.frame(out -> {
                Wire.writeText(out, "");
                Wire.writeText(out, "select 'Té' as texto, 1.50 as monto, 2 as cantidad");
            });
            train("SqlRunner", JvmFlags.runner(HEAP, true), List.of(work.toString()), request);
        } finally {
            Places.delete(work);
        }
    }

    /** The same for the program that runs pipelines. */
    public void ensureOfPipelines() throws IOException {
        if (Files.exists(image.archive("PipelineRunner"))) {
            return;
        }
        Path work = Files.createTempDirectory("orquesta-archive");
        try {
            byte[] request = new Request(new Request.Entry("-", "-", "-", "-"), "", false, 0, List.of()).frame();
            train("PipelineRunner", JvmFlags.runner(HEAP, true), List.of(work.toString(), "rehearse"), request);
        } finally {
            Places.delete(work);
        }
    }

    private static byte[] compilation(Path work) throws IOException {
        Path classes = Files.createDirectories(work.resolve("classes"));
        Path source = Files.writeString(work.resolve("Ensayo.java"), SOURCE);
        return Wire.frame(out -> {
            for (String word : List.of(classes.toString(), "17", classes.toString())) {
                Wire.writeText(out, word);
            }
            out.writeInt(1);
            Wire.writeText(out, source.toString());
        });
    }

    /** Lets a program do its work once, and writes at its end what it has loaded. */
    private void train(String program, List<String> flags, List<String> arguments, byte[] request) throws IOException {
        // A name of its own: two lanes may make the same archive at the same time.
        Path fresh = Path.of(image.archive(program) + "." + UUID.randomUUID());
        List<String> command = image.command(program, flags);
        command.add(1, "-XX:ArchiveClassesAtExit=" + fresh);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try {
            DataOutputStream out = new DataOutputStream(process.getOutputStream());
            Wire.send(out, request);
            out.close();
            process.getInputStream().readAllBytes();
            process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
        if (Files.exists(fresh)) {
            Files.move(fresh, image.archive(program), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
