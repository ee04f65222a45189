package workers;

public final class Worker {
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
                if (linea.isEmpty() && tablero.cambiar(dia, "", tablero.yo())) {
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
