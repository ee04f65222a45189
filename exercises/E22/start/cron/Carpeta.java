package cron;

import java.util.HashMap;
import java.util.Map;

/** A folder for small files; it outlives every program and the computer. Given; do not change it. */
public final class Carpeta {
    private final Map<String, String> archivos = new HashMap<>();

    /** Makes a file with this text if none has its name. True if it did: of two that ask, one hears true. */
    public boolean crear(String nombre, String texto) {
        return archivos.putIfAbsent(nombre, texto) == null;
    }

    /** Writes a file, whether there was one or not. */
    public void escribir(String nombre, String texto) {
        archivos.put(nombre, texto);
    }

    /** The text of a file; "" if there is none. */
    public String leer(String nombre) {
        return archivos.getOrDefault(nombre, "");
    }

    public boolean existe(String nombre) {
        return archivos.containsKey(nombre);
    }

    /** Deletes a file; none is no error. */
    public void borrar(String nombre) {
        archivos.remove(nombre);
    }
}
