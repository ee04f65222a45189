package orquesta.browser;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Assets for pipelines of which the pages have to stand something. */
final class Bodies {
    static final String LONG_KEY = "una_tabla_que_lleva_un_nombre_de_sesenta_caracteres_completo";
    private static final int MANY = 60;

    private static final String GATED = """
                @Asset String primero() throws Exception {
                    Path gate = Path.of("%s");
                    try (WatchService watch = gate.getFileSystem().newWatchService()) {
                        gate.getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
                        while (!Files.exists(gate)) {
                            WatchKey key = watch.take();
                            key.pollEvents(); // else the key comes back at once
                            key.reset();
                        }
                    }
                    return "x";
                }

                @Asset String segundo(String primero) { return primero; }
            """;

    /** What can become of a step in one run without anybody's interference. */
    private static final String EVERY_END = """
                @Asset String leido() { return "x"; }

                @Asset String saltado(Run run) { run.skip("hoy no hay archivo"); return "x"; }

                @Asset String sinSaltado(String saltado) { return "x"; }

                @Asset Relation dudoso(String leido) { return Relation.rows("total decimal(18,2)", "-1.00", "1234567.89"); }

                @Asset Relation bloqueado(Relation dudoso) { return dudoso; }

                @Asset String debajo(Relation bloqueado, String falla) { return "x"; }

                @Asset String falla(String leido) { throw new IllegalStateException("no se pudo abrir el archivo"); }

                @Check(blocking = false) CheckResult sinNegativos(Relation dudoso) {
                    return CheckResult.noRows("a negative total", dudoso.where("total < 0"));
                }

                @Check CheckResult positivos(Relation bloqueado) {
                    return CheckResult.noRows("a negative total", bloqueado.where("total < 0"));
                }

                @Asset Relation muchos(Relation dudoso) {
                    return Relation.with("dudoso", dudoso).sql("select range as n from range(4821)");
                }
            """;

    private Bodies() {}

    /** Two assets of which the first waits until the test opens the gate: a file in a folder that the system watches. */
    static String gated(Path gate) {
        return GATED.formatted(gate);
    }

    static String everyEnd() {
        return EVERY_END;
    }

    /** Sixty assets, each but the first reading another: five wide or so, one of them with a long name. */
    static String sixtyAssets() {
        return IntStream.range(0, MANY).mapToObj(Bodies::asset).collect(Collectors.joining("\n"));
    }

    private static String asset(int number) {
        String reads = number == 0 ? "" : "String " + name((number - 1) / 2);
        return "    @Asset String " + name(number) + "(" + reads + ") { return \"x\"; }";
    }

    private static String name(int number) {
        return number == 3 ? camel(LONG_KEY) : "nodo" + (char) ('a' + number / 10) + (char) ('a' + number % 10);
    }

    static String camel(String key) {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("_")) {
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
