package workers;

import java.util.ArrayList;
import java.util.List;

public final class Worker {
    private Worker() {}

    static void trabajar(Tablero tablero) {
        List<String> mios = new ArrayList<>();
        for (String dia : tablero.dias()) {
            if (tablero.cambiar(dia, "", tablero.yo())) {
                mios.add(dia);
            }
        }
        for (String dia : mios) {
            tablero.calcular(dia);
            tablero.escribir(dia, "listo");
        }
        boolean falta = true;
        while (falta) {
            falta = false;
            for (String dia : tablero.dias()) {
                String linea = tablero.leer(dia);
                if (linea.equals("listo")) {
                    continue;
                }
                falta = true;
                boolean libre = linea.isEmpty() || !tablero.vive(linea);
                if (libre && tablero.cambiar(dia, linea, tablero.yo())) {
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
