package cron;

import java.time.LocalDate;

public final class Guardias {
    private Guardias() {}

    static boolean antes(String programa, LocalDate hoy, Carpeta carpeta) {
        if (carpeta.leer(programa + ".lock").equals(hoy.toString())) {
            return false;
        }
        carpeta.escribir(programa + ".lock", hoy.toString());
        String otro = antesDe(programa);
        if (!otro.isEmpty() && !carpeta.leer(otro + ".listo").equals(hoy.toString())) {
            return false;
        }
        carpeta.borrar(programa + ".listo");
        return true;
    }

    static void despues(String programa, int fin, LocalDate hoy, Carpeta carpeta) {
        carpeta.borrar(programa + ".lock");
        if (fin == 0) {
            carpeta.escribir(programa + ".listo", hoy.toString());
        }
    }

    static String loQueFalta() {
        return "b, d, e";
    }

    private static String antesDe(String programa) {
        return switch (programa) {
            case "limpiar" -> "descargar";
            case "reportar" -> "limpiar";
            default -> "";
        };
    }
}
