package orquesta.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pipelines for tests, as folders of {@code .java} files. */
public final class Fuentes {
    /** Two assets and a check that passes; {@code definitions()} as a student writes it. */
    public static final String TIENDA = """
            import orquesta.asset.*;
            import orquesta.definition.*;

            public class Tienda {
                @Asset(description = "Every sale", group = "lectura")
                Relation ventas() {
                    System.out.println("leyendo ventas");
                    return Relation.rows("producto, monto", "'té', 10", "'pan', 5");
                }

                @Asset
                Relation ingresosTotales(Relation ventas) {
                    return ventas.select("sum(monto) as total");
                }

                @Check
                CheckResult sinNegativos(Relation ventas) {
                    return CheckResult.noRows("a negative sale", ventas.where("monto < 0"));
                }

                public static Definitions definitions() {
                    return Definitions.of(new Tienda()).job(Job.named("diario").select("*ingresos_totales"));
                }
            }
            """;

    private Fuentes() {}

    /** Writes the source of a class, whose name it finds, into a folder that is made if need be. */
    public static Path write(Path folder, String source) throws IOException {
        String name = source.replaceFirst("(?s).*?(?:class|record|interface) (\\w+).*", "$1");
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name + ".java"), source);
    }

    /** A class with {@code definitions()} of this body. */
    public static String definitions(String name, String body) {
        return "import orquesta.asset.*; import orquesta.definition.*; public class " + name
                + " { public static Definitions definitions() { " + body + " } }";
    }

    /** A class that declares one asset. */
    public static String oneAsset(String name, String asset) {
        return definitions(
                name,
                "return Definitions.of(AssetDefinition.named(\"" + asset
                        + "\").computedBy(inputs -> Relation.rows(\"n\")));");
    }
}
