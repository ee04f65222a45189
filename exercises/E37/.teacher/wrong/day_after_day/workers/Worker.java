package workers;

public final class Worker {
    private Worker() {}

    static void trabajar(Tablero tablero) {
        for (String dia : tablero.dias()) {
            String linea = tablero.leer(dia);
            while (!linea.equals("listo")) {
                boolean libre = linea.isEmpty() || !tablero.vive(linea);
                if (libre && tablero.cambiar(dia, linea, tablero.yo())) {
                    tablero.calcular(dia);
                    tablero.escribir(dia, "listo");
                } else {
                    tablero.esperar();
                }
                linea = tablero.leer(dia);
            }
        }
    }

    static String dosVeces() {
        return "c";
    }
}
