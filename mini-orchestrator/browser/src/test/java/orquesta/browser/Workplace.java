package orquesta.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a student has: the files of a pipeline, data, a home; and the commands. */
final class Workplace {
    private static final Path EXAMPLES =
            Path.of("..", "examples").toAbsolutePath().normalize();

    private final Path pipeline;
    private final Path home;
    private final List<String> settings;

    private Workplace(Path folder, String name, List<String> settings) {
        this.pipeline = folder.resolve(name);
        this.home = folder.resolve("home");
        this.settings = settings;
    }

    /** A copy of the example {@code ventas} over three sales of which nothing is wrong. */
    static Workplace ventas(Path folder) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("ventas.csv"), """
            ID_Venta,Fecha,Producto,Categoria,Precio,Cantidad
            V1,2025-01-01,Lápiz,papeleria,1000,2
            V2,2025-01-02,Libro,libros,5000,1
            V3,2025-01-03,Lápiz,papeleria,1000,3
            """);
        Files.writeString(data.resolve("catalogo.csv"), """
            Producto,Categoria_Norm,Impuesto
            Lápiz,papeleria,0.19
            Libro,libros,0.19
            """);
        List<String> settings = List.of("--set", "datasets=" + data, "--set", "reports=" + folder.resolve("reports"));
        Workplace place = new Workplace(folder, "ventas", settings);
        Files.createDirectories(place.pipeline);
        try (Stream<Path> sources = Files.list(EXAMPLES.resolve("ventas"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Files.copy(source, place.pipeline.resolve(source.getFileName()));
            }
        }
        return place;
    }

    /** A pipeline of one class {@code Flujo} with this body, in a folder of this name. */
    static Workplace of(Path folder, String name, String body) throws IOException {
        Workplace place = new Workplace(folder, name, List.of());
        Files.createDirectories(place.pipeline);
        Files.writeString(place.pipeline.resolve("Flujo.java"), """
            import java.nio.file.*;
            import orquesta.asset.*;
            import orquesta.definition.*;

            public class Flujo {
            %s
                public static Definitions definitions() {
                    return Definitions.of(new Flujo());
                }
            }
            """.formatted(body));
        return place;
    }

    /** An asset for each day since September, of which the twelfth always fails, and a sensor. */
    static Workplace dias(Path folder) throws IOException {
        Workplace place = new Workplace(folder, "dias", List.of());
        Files.createDirectories(place.pipeline);
        Files.writeString(place.pipeline.resolve("Dias.java"), """
            import orquesta.asset.*;
            import orquesta.definition.*;
            import orquesta.partition.*;
            import orquesta.sensor.*;

            public class Dias {
                @Asset(partitions = "dia")
                Relation ventas(Partition dia) {
                    if (dia.from().getDayOfMonth() == 12) {
                        throw new IllegalStateException("no hay archivo de " + dia);
                    }
                    return Relation.rows("dia date", "'" + dia.from() + "'");
                }

                public static Definitions definitions() {
                    return Definitions.of(new Dias())
                            .partitions("dia", Partitions.daily("2026-09-01", "America/Santiago"))
                            .job(Job.named("diario").select("ventas"))
                            .sensor(Sensor.named("llego").files("entrada/*.csv").runs("diario"));
                }
            }
            """);
        return place;
    }

    Path file(String name) {
        return pipeline.resolve(name);
    }

    /** As an editor does: one text becomes another, which must be there once. Gives the line where it stands. */
    int edit(String name, String from, String to) throws IOException {
        String text = Files.readString(file(name));
        int at = text.indexOf(from);
        if (at < 0 || text.indexOf(from, at + 1) >= 0) {
            throw new AssertionError(name + " does not hold exactly once: " + from);
        }
        Files.writeString(file(name), text.replace(from, to));
        return line(text, at);
    }

    /** The first line that holds this. */
    int line(String name, String held) throws IOException {
        String text = Files.readString(file(name));
        return line(text, text.indexOf(held));
    }

    private static int line(String text, int at) {
        return (int) text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    Server serve() {
        return serve(0);
    }

    Server serve(int port, String... more) {
        List<String> words = new ArrayList<>(List.of("--port", String.valueOf(port)));
        words.addAll(List.of(more));
        return new Server(start("serve", words.toArray(String[]::new)));
    }

    /** {@code ./kit run} in another process; gives its exit code. */
    int run(String... more) {
        Process process = start("run", more);
        try (Stream<String> said = process.inputReader().lines()) {
            said.forEach(line -> {});
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String command, String... more) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dorquesta.lang=en", "-cp"));
        words.addAll(List.of(System.getProperty("java.class.path"), "orquesta.cli.Main", command, pipeline.toString()));
        words.addAll(List.of("--home", home.toString()));
        words.addAll(settings);
        words.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.directory(pipeline.getParent().toFile()).environment().remove("ORQUESTA_HOME");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
