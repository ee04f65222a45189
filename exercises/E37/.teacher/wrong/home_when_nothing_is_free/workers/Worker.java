package workers;

public final class Worker {
    private Worker() {}

    static void trabajar(Tablero tablero) {
        boolean hubo = true;
        while (hubo) {
            hubo = false;
            for (String dia : tablero.dias()) {
                String linea = tablero.leer(dia);
                if (linea.equals("listo")) {
                    continue;
                }
                boolean libre = linea.isEmpty() || !tablero.vive(linea);
                if (libre && tablero.cambiar(dia, linea, tablero.yo())) {
                    tablero.calcular(dia);
                    tablero.escribir(dia, "listo");
                    hubo = true;
                }
            }
        }
    }

    static String dosVeces() {
        return "c";
    }
}
