package cron;

import java.time.LocalDate;

public final class Guardias {
    private Guardias() {}

    static boolean antes(String programa, LocalDate hoy, Carpeta carpeta) {
        if (!carpeta.leer(entrada(programa)).equals(entrada(programa).isEmpty() ? "" : hoy.toString())) {
            return false;
        }
        String candado = programa + ".lock";
        if (carpeta.leer(candado).equals(hoy.toString())) {
            return false;
        }
        carpeta.escribir(candado, hoy.toString());
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

    /** The marker of the program before; "" for the first. */
    private static String entrada(String programa) {
        return switch (programa) {
            case "limpiar" -> "descargar.listo";
            case "reportar" -> "limpiar.listo";
            default -> "";
        };
    }
}
