package orquesta.browser;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Assets for pipelines of which the pages have to stand something. */
final class Bodies {
    static final String LONG_KEY = "una_tabla_que_lleva_un_nombre_de_sesenta_caracteres_completo";
    private static final int MANY = 60;

    private Bodies() {}

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
