package workers;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public final class Worker {
    private static final Map<String, String> TOMADOS = new ConcurrentHashMap<>();

    private Worker() {}

    static void trabajar(Tablero tablero) {
        boolean falta = true;
        while (falta) {
            falta = false;
            for (String dia : tablero.dias()) {
                String linea = tablero.leer(dia);
                if (linea.equals("listo")) {
                    continue;
                }
                falta = true;
                String dueno = TOMADOS.putIfAbsent(dia, tablero.yo());
                boolean mio = dueno == null;
                if (!mio && !dueno.equals(tablero.yo()) && !tablero.vive(dueno)) {
                    mio = TOMADOS.replace(dia, dueno, tablero.yo());
                }
                if (mio) {
                    tablero.calcular(dia);
                    tablero.escribir(dia, "listo");
                }
            }
            if (falta) {
                tablero.esperar();
            }
        }
    }

    static String dosVeces() {
        return "c";
    }
}
